import type { Finding } from "../text/finding.ts";
import { didYouMean } from "../text/suggest.ts";
import { type ScenarioDocument, errorAt } from "./document.ts";
import { isMap } from "./fields.ts";
import { pairOf } from "./over-segmentation.ts";
import type { Rules } from "./rules.ts";

/** Overlaps that are asked of something else than two segments which the rules define. */
export function strangeOverlaps(
  document: ScenarioDocument,
  { segments }: Rules,
  expectations: unknown,
): readonly Finding[] {
  const all = isMap(expectations) ? expectations["over_segmentation"] : undefined;
  const overlaps = isMap(all) && isMap(all["overlap"]) ? Object.keys(all["overlap"]) : [];
  const names = segments.map(({ name }) => name);
  return overlaps.flatMap((key): readonly Finding[] => {
    const span = document.keySpanOf(["expectations", "over_segmentation", "overlap", key]);
    const pair = pairOf(key);
    const message = `"${key}" names no two segments: write ${names.slice(0, 2).join(" & ")}`;
    if (pair === undefined || pair[0] === pair[1])
      return [errorAt(document.source, span, { code: "WRONG_TYPE", message })];
    return pair
      .filter((name) => !names.includes(name))
      .map((name) => {
        const note = didYouMean(name, names) ?? `the rules define ${names.join(", ") || "none"}`;
        const strange = `no rule defines a segment "${name}"`;
        return errorAt(document.source, span, { code: "UNKNOWN_SEGMENT", message: strange, note });
      });
  });
}
