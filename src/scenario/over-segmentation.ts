import * as v from "valibot";
import { type Asked, COMMON, ask, asked, limits, number, shortOr, something } from "./asked.ts";
import { READ, bounds } from "./bounds.ts";
import { fields, named } from "./fields.ts";
import { share, whole } from "./value.ts";

/** `{ p95: 3 }`: by how many segments a profile is reached at most, in 95 of 100 and in all. */
const perProfile = v.pipe(
  fields({ p95: v.optional(whole(1)), max: v.optional(whole(1)), ...COMMON }),
  v.transform((of) => asked([ask("p95", { max: of.p95 }), ask("most", { max: of.max })], of)),
  something,
);

/** `{ max: 20% }`: profiles that both of two segments reach, of those that either does. */
const overlap = shortOr(
  v.pipe(
    bounds(READ.share),
    v.transform((of) => asked([ask("value", of)])),
  ),
  v.pipe(
    fields({ ...limits(share), ...COMMON }),
    v.transform((of) => asked([ask("value", of)], of)),
  ),
);

/** What a scenario may expect of how finely its rules cut their people, all segments together. */
export const overSegmentation = fields({
  smallest_segment: v.optional(number),
  conditions_per_rule: v.optional(number),
  segments_per_profile: v.optional(perProfile),
  overlap: v.optional(named(overlap)),
});

/** What such expectations are about. */
export const CUTTING_NAMES = [
  "smallest_segment",
  "conditions_per_rule",
  "segments_per_profile",
  "overlap",
] as const;

/** A measure of all segments together that an expectation is about. */
export type CuttingName = (typeof CUTTING_NAMES)[number];

/** Whether a measure is one of all segments together. */
export function isOfAll(measure: string): measure is CuttingName {
  return CUTTING_NAMES.some((name) => name === measure);
}

/** One of them, with the keys that lead to it; `of` is the pair of segments whose overlap is meant. */
export interface AskedOfAll extends Asked {
  readonly measure: CuttingName;
  readonly path: readonly string[];
  readonly of?: string | undefined;
}

/** What is asked, each overlap by itself. */
export function askedOfAll(
  said: v.InferOutput<typeof overSegmentation> | undefined,
): readonly AskedOfAll[] {
  return CUTTING_NAMES.flatMap((measure): readonly AskedOfAll[] => {
    if (measure === "overlap")
      return Object.entries(said?.overlap ?? {}).map(([of, each]) => ({
        ...each,
        measure,
        path: [measure, of],
        of,
      }));
    const found = said?.[measure];
    return found === undefined ? [] : [{ ...found, measure, path: [measure] }];
  });
}

/** The two names of `evening_offer & cart_reminder`; `undefined` if that is not what is written. */
export function pairOf(text: string): readonly [string, string] | undefined {
  const [a, b, ...more] = text.split("&").map((name) => name.trim());
  if (a === undefined || b === undefined || a === "" || b === "" || more.length > 0)
    return undefined;
  return [a, b];
}
