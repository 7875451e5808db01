import { RIGHT, type Moment, type Mutant, numbers } from "../moment.ts";
import { type Wear, wearOf } from "../tired.ts";
import { jackknifeOfSums, total } from "../tally.ts";

const DAYS = 30;

/** The loads of a letter a day, with which each is delivered. */
const LOADS = Array.from(
  { length: DAYS },
  (_, before) => (1 - Math.exp(-(before + 1) / 7)) / (1 - Math.exp(-1 / 7)),
);

/** The share of letters that somebody still opens. */
const stillOpens = (load: number): number => Math.exp(-0.06 * Math.max(0, load - 3));

/** How often an answer follows an open, where its odds grow by `slope` for each load above `from`. */
function follows(share: number, slope: number, from: number): (load: number) => number {
  return (load) => {
    const odds = (share / (1 - share)) * Math.exp(slope * Math.max(0, load - from));
    return odds / (1 + odds);
  };
}

/** The mean of a figure over the letters that people so worn open. */
function mean(wear: Wear, figure: (load: number) => number): number {
  const loads = LOADS.filter((load) => wearOf(load) === wear);
  const opened = loads.reduce((sum, load) => sum + stillOpens(load), 0);
  return loads.reduce((sum, load) => sum + stillOpens(load) * figure(load), 0) / opened;
}

/** How many times as often people answer an open when they are so worn as when they are less. */
function rise(
  answer: "complaints" | "unsubscribes",
  [wear, less]: readonly [Wear, Wear],
  rest: { readonly figure: (load: number) => number; readonly source: string } & Pick<
    Moment,
    "mutants"
  >,
): Moment {
  const { figure, source, mutants } = rest;
  return {
    name: `${answer} of the ${wear} per open, times those of the ${less}`,
    source,
    worth: "assumed",
    measure: jackknifeOfSums((all) => {
      const of = (which: Wear): number =>
        total(all, `${answer} of ${which}`) / total(all, `opened by ${which}`);
      return of(wear) / of(less);
    }),
    target: mean(wear, figure) / mean(less, figure),
    mutants,
  };
}

const { complaintMessage, unsubscribeMessage } = RIGHT.settings.numbers;
const complains = {
  figure: follows(complaintMessage, 0.9, 5),
  source: ".9 of the log odds per load above 5; the knee is Return Path's",
};
const unsubscribes = {
  figure: follows(unsubscribeMessage, 0.35, 3),
  source: ".35 of the log odds per load above 3",
};

const patient = (people: number): Mutant =>
  numbers("nobody ever complains more", people, { fatigueComplaint: 0 });
const content = (people: number): Mutant =>
  numbers("nobody ever unsubscribes more", people, { fatigueUnsubscribe: 0 });

/** How a letter a day wears people out: each step from load to load shows. */
export const TIRED: readonly Moment[] = [
  {
    name: "letters opened by the worn out, of those opened by the rested",
    source: "exp(-.06) per load above 3; form: Zhang, Kumar and Cosguner, JMR 2017",
    worth: "assumed",
    measure: jackknifeOfSums((all) => {
      const of = (which: Wear): number =>
        total(all, `opened by ${which}`) / total(all, `delivered to ${which}`);
      return of("worn out") / of("rested");
    }),
    target: LOADS.filter((load) => wearOf(load) === "worn out").reduce(
      (sum, load, _, all) => sum + stillOpens(load) / all.length,
      0,
    ),
    mutants: [numbers("nobody ever opens less", 1000, { fatigueOpen: 0 })],
  },
  rise("unsubscribes", ["used", "rested"], { ...unsubscribes, mutants: [content(20_000)] }),
  rise("unsubscribes", ["tired", "used"], { ...unsubscribes, mutants: [content(8000)] }),
  rise("unsubscribes", ["worn out", "tired"], { ...unsubscribes, mutants: [content(8000)] }),
  rise("complaints", ["tired", "used"], { ...complains, mutants: [patient(20_000)] }),
  rise("complaints", ["worn out", "tired"], { ...complains, mutants: [patient(8000)] }),
];
