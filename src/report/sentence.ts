import type { AccuracySlice } from "../measure/accuracy.ts";
import type { Example } from "../measure/example.ts";
import type { SegmentMeasures } from "../measure/measures.ts";
import type { Check, Verdict } from "../scenario/judge.ts";
import { formatInstant } from "../time/instant.ts";
import { blameSentence } from "./blame.ts";
import { formatBounds, formatCount, formatNumber, rateWriter } from "./format.ts";
import type { Report } from "./report.ts";

/** The sign of a verdict: passed, failed, open, a warning. */
export function markOf({ verdict, severity }: Pick<Verdict, "verdict" | "severity">): string {
  if (verdict === "pass") return "✓";
  if (verdict === "inconclusive") return "?";
  return severity === "warning" ? "!" : "✗";
}

/** What a verdict says in one line: the number, its interval, and what was wanted. The worst check decides; where all
 *  passed, all of different numbers are said. */
export function sentenceOf({ verdict, checks, measure }: Verdict): string {
  const [worst] = checks;
  if (worst === undefined) return "there was nothing to judge";
  if (verdict !== "pass") return checkSentence(worst, measure);
  const different = checks.filter(
    (check, index) => checks.findIndex(({ quantity }) => quantity === check.quantity) === index,
  );
  return different.map((check) => checkSentence(check, measure)).join("; ");
}

/** Of what there are so many, where it is not profiles that entered. */
const POPULATIONS: Partial<Record<Verdict["measure"], string>> = {
  recall: " missions",
  send_recall: " missions",
  race_false_positives: " sends",
  staleness_false_negatives: " entries on perfect data",
  freshness_error: " profiles",
};

/** What a check says. */
export function checkSentence(check: Check, measure: Verdict["measure"]): string {
  const { actual, wanted, interval } = check;
  const place = check.slice === undefined ? "" : ` in ${check.slice}`;
  if (typeof actual !== "number") return `not estimable${place}: ${actual.reason}`;
  if (interval === undefined) {
    const bounds = formatBounds(wanted, (value) => formatNumber(value, check.unit));
    return `${factOf(check, actual)}${place}, ${bounds}`;
  }
  const { low, high } = interval;
  const bounds = [wanted.min, wanted.max].filter((bound) => bound !== undefined);
  const write = rateWriter([actual, low, high], bounds);
  const what = POPULATIONS[measure] ?? "";
  const found = `${write(actual)} [${write(low)}, ${write(high)}] of ${formatCount(check.n ?? 0)}${what}${place}`;
  return `${found}, ${formatBounds(wanted, write)}${decidingOf(check)}`;
}

function decidingOf({ verdict, decidingN }: Check): string {
  if (verdict !== "inconclusive") return "";
  if (decidingN === undefined) return ": it lies on the bound";
  return `: about ${formatCount(decidingN)} would decide it`;
}

function factOf({ quantity, unit, wanted }: Check, actual: number): string {
  const number = formatNumber(actual, unit, wanted);
  switch (quantity) {
    case "at_peak":
      return `${number} at its peak`;
    case "mean":
      return `${number} on average`;
    case "day":
      return `${number} a day`;
    case "run":
      return `${number} in the whole run`;
    case "max":
      return unit === "ms" ? `max ${number}` : `${number} on one day`;
    case "p50":
    case "p95":
      return `${quantity} ${number}`;
    case "most":
      return `${number} at most`;
    case "value":
      return number;
  }
}

const ABOUT_FIRST_ENTRIES: readonly Verdict["measure"][] = [
  "precision",
  "intent_false_positives",
  "staleness_false_positives",
];

const ABOUT_STALENESS: readonly Verdict["measure"][] = [
  "staleness_false_negatives",
  "freshness_error",
];

/** Why an expectation about accuracy did not pass, and one profile that shows it. */
export function reasonsOf(report: Report, verdict: Verdict): readonly string[] {
  const segment = report.measures.segments.find(({ name }) => name === verdict.segment);
  const worst = verdict.checks[0];
  if (segment === undefined || worst === undefined || verdict.verdict === "pass") return [];
  const isAccuracy = ABOUT_FIRST_ENTRIES.includes(verdict.measure);
  return [
    ...(isAccuracy ? wrongReasons(report, segment, { verdict, worst }) : []),
    ...(verdict.measure === "recall" ? missReasons(segment) : []),
    ...(ABOUT_STALENESS.includes(verdict.measure) ? staleReasons(segment) : []),
    ...otherSlices(verdict),
  ];
}

function wrongReasons(
  report: Report,
  segment: SegmentMeasures,
  { verdict, worst }: { readonly verdict: Verdict; readonly worst: Check },
): readonly string[] {
  const slice = sliceOf(segment, worst.slice);
  if (slice === undefined) return [];
  const { stalenessFalsePositives: late, intentFalsePositives: unwanted } = slice;
  const counts = [
    ...(late > 0 ? [`${formatCount(late)} by late or doubled data (staleness)`] : []),
    ...(unwanted > 0 ? [`${formatCount(unwanted)} by intent`] : []),
  ];
  if (counts.length === 0) return [];
  const isLate = verdict.measure === "staleness_false_positives" || late > unwanted;
  const example = exampleOf(segment, worst.slice, isLate);
  return [
    `${formatCount(late + unwanted)} wrongly in: ${counts.join(", ")}`,
    ...(example === undefined ? [] : [exampleSentence(report, segment, example)]),
  ];
}

function sliceOf(
  { accuracy }: SegmentMeasures,
  name: string | undefined,
): AccuracySlice | undefined {
  if (accuracy.status === "not_estimable") return undefined;
  const { total, zones, devices } = accuracy.firstEntries;
  return name === undefined ? total : [...zones, ...devices].find((slice) => slice.name === name);
}

function exampleOf(
  { examples }: SegmentMeasures,
  slice: string | undefined,
  isLate: boolean,
): Example | undefined {
  const { staleness_false_positive: late, intent_false_positive: unwanted } = examples;
  const all = isLate ? [...late, ...unwanted] : [...unwanted, ...late];
  return all.find(({ zone, device }) => slice === undefined || zone === slice || device === slice);
}

/** Names the profile, and the command that shows why. */
function exampleSentence(
  { scenario }: Report,
  { name }: SegmentMeasures,
  { id, at }: Example,
): string {
  return `${id} is one: rehearsal explain ${id} --scenario ${scenario.source.path} --segment ${name} --at ${formatInstant(at)}`;
}

function missReasons({ recall }: SegmentMeasures): readonly string[] {
  if (recall.status === "not_estimable") return [];
  const { missions, matched, ruleFalseNegatives, stalenessFalseNegatives } = recall.total;
  if (missions === matched) return [];
  return [
    `${formatCount(missions - matched)} missed: ${formatCount(ruleFalseNegatives)} that the rule does not mean, ${formatCount(stalenessFalseNegatives)} by late data (staleness)`,
  ];
}

function staleReasons({ blame }: SegmentMeasures): readonly string[] {
  const sentence = blame.status === "estimated" ? blameSentence(blame) : undefined;
  return sentence === undefined ? [] : [sentence];
}

function otherSlices({ checks, measure }: Verdict): readonly string[] {
  const [worst, ...others] = checks.filter(({ slice }) => slice !== undefined);
  if (worst === undefined || others.length === 0) return [];
  const bad = others.filter(({ verdict }) => verdict !== "pass");
  const good = others.flatMap(({ verdict, slice }) => (verdict === "pass" ? [slice] : []));
  return [
    ...bad.map((check) => {
      const mark = markOf({ verdict: check.verdict, severity: "error" });
      return `${mark} ${checkSentence(check, measure)}`;
    }),
    ...(good.length > 0 ? [`✓ ${good.join(", ")}`] : []),
  ];
}
