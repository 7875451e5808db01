import type { CuttingMeasure } from "../measure/cutting/cutting.ts";
import { type Judgement, judgeFact, judgeNothing } from "../measure/verdict.ts";
import type { Ask, Quantity } from "./asked.ts";
import { type CuttingName, pairOf } from "./over-segmentation.ts";

/** One number of one segment, or of two, held against its bounds. */
interface CuttingCheck extends Judgement {
  readonly quantity: Quantity;
  readonly unit: "share" | "count";
  readonly slice?: string | undefined;
}

const NOBODY = { status: "not_estimable", reason: "neither reaches anybody" } as const;

/** Judges what is expected of all segments together. Each segment is looked at by itself, and none for all. */
export function cuttingChecks(
  { measure, of }: { readonly measure: CuttingName; readonly of?: string | undefined },
  { quantity, bounds }: Ask,
  { segments, company }: CuttingMeasure,
): readonly CuttingCheck[] {
  const count = (actual: number, slice?: string): CuttingCheck => ({
    quantity,
    unit: "count",
    ...judgeFact(actual, bounds),
    slice,
  });
  switch (measure) {
    case "smallest_segment":
      return segments.map(({ name, audience }) => count(audience.total.profiles, name));
    case "conditions_per_rule":
      return segments.flatMap(({ name, rule }) =>
        rule === undefined ? [] : [count(rule.conditions, name)],
      );
    case "segments_per_profile":
      return [count(quantity === "p95" ? company.perProfile.p95 : company.perProfile.max)];
    case "overlap": {
      const names: readonly string[] = pairOf(of ?? "") ?? [];
      const pair = company.pairs.find(({ a, b }) => names.includes(a) && names.includes(b));
      const isAnybody = company.alone.some(
        ({ segment, reach }) => names.includes(segment) && reach > 0,
      );
      const judged =
        pair !== undefined && isAnybody
          ? judgeFact(pair.overlap, bounds)
          : judgeNothing(NOBODY, bounds);
      return [{ quantity, unit: "share", ...judged, slice: of }];
    }
  }
}
