import { type Moment, type Mutant, defect, numbers } from "../moment.ts";
import { type Days, foreseen, onceOf, refitted, topFifthOf } from "../repeat.ts";
import { jackknife } from "../tally.ts";

const FADER = "CDNOW; Fader, Hardie and Lee, 2005";

const loyal = (people: number): Mutant => numbers("nobody is ever lost", people, { churnAlpha: 0 });
const parentheses = defect("missing parentheses in who is lost", 600, {
  file: "random/distribution.ts",
  from: "return x / (x + gamma(b, second, ordinal));",
  to: "return x / x + gamma(b, second, ordinal);",
});
const alike = numbers("everybody comes as often", 1500, { missionRateShape: 500, kindLoyalty: 0 });
const often = numbers("twice as many missions", 3000, { missionsPerWeek: 0.4 });

/** Who buys again: people in their 78 weeks without mail, of whom those are customers who order in the first 12. */
export const REPEAT: readonly Moment<Days>[] = [
  {
    name: "buyers who buy once in 78 weeks",
    source: "CDNOW .505",
    worth: "data",
    measure: jackknife(onceOf),
    target: [0.45, 0.6],
    mutants: [loyal(600), parentheses],
  },
  {
    name: "orders of the most frequent fifth of buyers",
    source: "CDNOW .579",
    worth: "data",
    measure: jackknife(topFifthOf),
    target: [0.5, 0.65],
    mutants: [parentheses, alike],
  },
  {
    name: "refit of BG/NBD: r",
    source: FADER,
    worth: "data",
    measure: refitted(({ r }) => r),
    target: 0.243,
    mutants: [loyal(1500)],
  },
  {
    name: "refit of BG/NBD: alpha, weeks",
    source: FADER,
    worth: "data",
    measure: refitted(({ alpha }) => alpha),
    target: 4.414,
    mutants: [often],
  },
  {
    name: "refit of BG/NBD: chance to be lost after an order",
    source: FADER,
    worth: "data",
    measure: refitted(({ a, b }) => a / (a + b)),
    target: 0.793 / (0.793 + 2.426),
    mutants: [loyal(1500)],
  },
  {
    name: "orders of the second half, of those foreseen",
    source: "a fit of BG/NBD to the first half is right",
    worth: "computed",
    measure: foreseen(0, 2),
    target: 1,
    mutants: [
      defect("everybody is lost at half-time", 1500, {
        file: "journey/mission.ts",
        from: "if (at < from || at >= to) continue;",
        to: "if (at < from || at >= (from + to) / 2) continue;",
      }),
    ],
  },
  {
    name: "the same, for customers who are probably lost",
    source: "P(alive) below one half is calibrated",
    worth: "computed",
    measure: foreseen(0, 0.5),
    target: 1,
    mutants: [
      defect("the lost come back", 3000, {
        file: "journey/shopper.ts",
        from: "if (mission.visits === 0 && now >= this.#lostAt)",
        to: "if (mission.visits === 0 && now >= this.#lostAt && now < this.#lostAt + 8_000_000_000)",
      }),
    ],
  },
];
