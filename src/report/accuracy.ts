import type { AccuracyMeasure, AccuracySlice } from "../measure/accuracy.ts";
import type { SegmentMeasures } from "../measure/measures.ts";
import type { Sliced } from "../measure/setup.ts";
import { isAbsent } from "./absent.ts";
import { blameSection } from "./blame.ts";
import { breakdownTable, casesTable } from "./breakdown.ts";
import { formatCount, formatEstimate } from "./format.ts";
import { freshnessSection } from "./freshness.ts";
import { code } from "./inert.ts";
import { table } from "./table.ts";

/** How right a segment was, what staleness is to blame on, and how fresh the data must be. */
export function accuracySections(segment: SegmentMeasures): readonly string[] {
  return [accuracy(segment), ...staleness(segment)];
}

function staleness({ blame, race, freshness }: SegmentMeasures): readonly string[] {
  return [
    ...(isAbsent(blame) ? [] : [blameSection(blame, race)]),
    ...(isAbsent(freshness) ? [] : [freshnessSection(freshness)]),
  ];
}

function accuracy(segment: SegmentMeasures): string {
  const { accuracy: found, missed, intent, breakdown, eightCases } = segment;
  if (isAbsent(found)) return `### Accuracy\n\nNot estimable: ${found.reason}.`;
  const misses = isAbsent(missed)
    ? `Not estimable: ${missed.reason}.`
    : `Of ${formatCount(missed.perfectEntries)} entries on perfect data the engine missed ${formatCount(missed.averted + missed.stalenessFalseNegatives)}: ${formatCount(missed.stalenessFalseNegatives)} that were wanted (staleness false negatives), ${formatCount(missed.averted)} that were not (averted by a fault).`;
  return [
    "### Accuracy",
    `Right is who truly wanted ${code(intent)} at that instant. Intervals are Wilson's, 95 %.`,
    accuracyTable("first entry of each profile", found.firstEntries),
    accuracyTable("every entry", found.entries),
    accuracyTable("every send", found.sends),
    identityOf(found),
    ...(isAbsent(eightCases) ? [] : [casesTable(eightCases)]),
    ...(isAbsent(breakdown) ? [] : [breakdownTable(breakdown)]),
    misses,
  ].join("\n\n");
}

function accuracyTable(what: string, slices: Sliced<AccuracySlice>): string {
  const rows = [slices.total, ...slices.zones, ...slices.devices].map((slice) => [
    slice.name,
    formatCount(slice.of),
    formatEstimate(slice.precision),
    formatEstimate(slice.intentFalsePositiveShare),
    formatEstimate(slice.stalenessFalsePositiveShare),
    formatCount(slice.luckyPositives),
  ]);
  return table([what, "n", "precision", "intent FP", "staleness FP", "lucky"], rows);
}

/** The identity in whole numbers, as it must be. */
function identityOf({ entries: { total } }: AccuracyMeasure): string {
  const { truePositives, luckyPositives, intentFalsePositives, stalenessFalsePositives, of } =
    total;
  const parts = [truePositives + luckyPositives, intentFalsePositives, stalenessFalsePositives];
  return `Entries add up: ${parts.map(formatCount).join(" + ")} = ${formatCount(of)} (right, intent and staleness false positives).`;
}
