import type { BlameMeasure, BlamedRepair, ByKind } from "../measure/blame.ts";
import type { RaceMeasure } from "../measure/race.ts";
import type { Rate } from "../measure/verdict.ts";
import { formatCount, formatPercent } from "./format.ts";
import { table } from "./table.ts";

type Kind = keyof ByKind<Rate>;

const KINDS: readonly (readonly [kind: Kind, column: string])[] = [
  ["staleness_false_positive", "staleness FP"],
  ["stale_send", "sends to them"],
  ["lucky_positive", "lucky"],
  ["staleness_false_negative", "staleness FN"],
  ["averted", "averted"],
];

/** `if email arrives by webhook`: what would have to be different for errors to vanish. */
export function repairWords({ fault, feed }: Pick<BlamedRepair, "fault" | "feed">): string {
  const where = feed ?? "every feed";
  return REPAIRS[fault]?.replace("FEED", where) ?? `if ${fault} of ${where} is repaired`;
}

const REPAIRS: Readonly<Record<string, string>> = {
  latency: "if FEED takes no time",
  batch: "if FEED arrives by webhook",
  outage: "if FEED has no outage",
  loss: "if FEED loses nothing",
  order: "if FEED keeps the order",
  duplicates: "if copies in FEED are dropped",
  offline: "if no visit waits on the device",
  clock: "if the clocks of devices are right",
  zone: "if the zone is right",
  identity: "if it is known at once whose device it is",
  machines: "if opens and clicks by machines are ignored",
  strangers: "if others at the device are told apart",
};

/** What staleness errors are to blame on, worst first; nothing if there is none. */
export function blameSection(blame: BlameMeasure, race: RaceMeasure): string {
  const title = "### What staleness is to blame on";
  const races = race.status === "estimated" ? [racesSentence(race.count, race.of)] : [];
  const all = KINDS.map(([kind]) => blame.errors[kind]);
  if (all.every((errors) => errors === 0))
    return [title, "The engine and perfect data never differed.", ...races].join("\n\n");
  const row = (name: string, rates: ByKind<Rate>): readonly string[] => [
    name,
    ...KINDS.map(([kind]) => partOf(rates[kind])),
  ];
  const rows = [
    ["all", ...all.map(formatCount)],
    ...withoutEchoes(blame.repairs).map((each) => row(repairWords(each), each.prevented)),
    row("only if several things are right at once", blame.interaction),
  ];
  return [
    title,
    "Every profile with such an error was observed again with one fault repaired; what truly happened and what was sent stayed as it was. An error may vanish by more than one repair.",
    table(["would vanish", ...KINDS.map(([, column]) => column)], rows),
    ...races,
  ].join("\n\n");
}

/** `40 (98 %)`. */
function partOf(rate: Rate): string {
  if (rate.status === "not_estimable" || rate.count === 0) return "–";
  return `${formatCount(rate.count)} (${formatPercent(rate.rate)})`;
}

function racesSentence(races: number, sends: number): string {
  return `Race false positives, apart from all that: ${formatCount(races)} of ${formatCount(sends)} sends were delivered when the person had ordered already, and that was not known when they were sent.`;
}

/** A repair of all feeds that prevents what one of them alone prevents says nothing more. */
function withoutEchoes(repairs: readonly BlamedRepair[]): readonly BlamedRepair[] {
  const isEcho = (all: BlamedRepair): boolean =>
    all.feed === undefined &&
    repairs.some(
      ({ fault, feed, prevented }) =>
        feed !== undefined &&
        fault === all.fault &&
        KINDS.every(([kind]) => partOf(prevented[kind]) === partOf(all.prevented[kind])),
    );
  return repairs.filter((repair) => !isEcho(repair));
}

/** `63 wrongly in, 93.7 % not if email arrives by webhook; 229 wrongly out, …`: for each way to harm the repair that prevents
 *  most; `undefined` where stale data did none. */
export function blameSentence(blame: BlameMeasure): string | undefined {
  const parts = [
    bestOf(blame, "staleness_false_positive", "wrongly in"),
    bestOf(blame, "staleness_false_negative", "wrongly out"),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join("; ");
}

function bestOf({ errors, repairs }: BlameMeasure, kind: Kind, what: string): string | undefined {
  if (errors[kind] === 0) return undefined;
  const count = ({ prevented }: BlamedRepair): number =>
    prevented[kind].status === "estimated" ? prevented[kind].count : 0;
  const [best] = withoutEchoes(repairs).toSorted((a, b) => count(b) - count(a));
  const all = `${formatCount(errors[kind])} ${what}`;
  if (best === undefined || count(best) === 0) return `${all}, for several reasons at once`;
  return `${all}, ${formatPercent(count(best) / errors[kind])} not ${repairWords(best)}`;
}
