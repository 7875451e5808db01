import type { NotEstimable, Rate } from "../stats/proportion.ts";
import { notEstimable, rateOf } from "../stats/proportion.ts";
import type { Accuracy, AccuracySlice } from "./accuracy.ts";
import type { MissedMeasure } from "./missed.ts";
import type { RecallMeasure } from "./recall.ts";

/** One of the eight cases of E (the engine says in), F (so does perfect data) and T (the person wants it). Where E holds
 *  the rates are of entries and of sends; where it does not, nothing was sent either, and they are one rate: of the entries
 *  on perfect data, or without F of the target missions. */
export interface EightCase {
  readonly name: CaseName;
  readonly engine: boolean;
  readonly perfect: boolean;
  readonly wanted: boolean;
  readonly entries: Rate;
  readonly sends: Rate;
}

/** The names of the eight cases. */
export type CaseName =
  | "true_positive"
  | "intent_false_positive"
  | "staleness_false_positive"
  | "lucky_positive"
  | "staleness_false_negative"
  | "rule_false_negative"
  | "averted"
  | "true_negative";

/** What the eight cases are read off. */
export interface CaseSources {
  readonly accuracy: Accuracy;
  readonly missed: MissedMeasure | NotEstimable;
  readonly recall: RecallMeasure | NotEstimable;
}

const NEVER_COUNTED = notEstimable(
  "who is rightly out is out at every instant: there is nothing to count",
);

/** The eight cases in the order of the definition, or why there are none. */
export function eightCasesOf({
  accuracy,
  missed,
  recall,
}: CaseSources): readonly EightCase[] | NotEstimable {
  if (accuracy.status === "not_estimable") return accuracy;
  if ("status" in missed) return missed;
  if (recall.status === "not_estimable") return recall;
  const { entries, sends } = accuracy;
  const said = (
    name: CaseName,
    marks: string,
    count: (slice: AccuracySlice) => number,
  ): EightCase => ({
    ...marked(name, marks),
    entries: rateOf(count(entries.total), entries.total.of, "entries"),
    sends: rateOf(count(sends.total), sends.total.of, "sends"),
  });
  const unsaid = (name: CaseName, marks: string, rate: Rate): EightCase => ({
    ...marked(name, marks),
    entries: rate,
    sends: rate,
  });
  const missedRate = (count: number): Rate =>
    rateOf(count, missed.perfectEntries, "entries on perfect data");
  const { ruleFalseNegatives, missions } = recall.total;
  return [
    said("true_positive", "EFT", (slice) => slice.truePositives),
    said("intent_false_positive", "EF", (slice) => slice.intentFalsePositives),
    said("staleness_false_positive", "E", (slice) => slice.stalenessFalsePositives),
    said("lucky_positive", "ET", (slice) => slice.luckyPositives),
    unsaid("staleness_false_negative", "FT", missedRate(missed.stalenessFalseNegatives)),
    unsaid("rule_false_negative", "T", rateOf(ruleFalseNegatives, missions, "target missions")),
    unsaid("averted", "F", missedRate(missed.averted)),
    unsaid("true_negative", "", NEVER_COUNTED),
  ];
}

function marked(name: CaseName, marks: string) {
  const [engine, perfect, wanted] = ["E", "F", "T"].map((mark) => marks.includes(mark));
  return { name, engine: engine === true, perfect: perfect === true, wanted: wanted === true };
}
