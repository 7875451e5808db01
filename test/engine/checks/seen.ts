import fc from "fast-check";
import { expect } from "./expect.ts";
import type * as seenModule from "../../../src/engine/seen.ts";

/** What is asked of the memory of ids. */
export const seenChecks: readonly (readonly [string, (engine: typeof seenModule) => void])[] = [
  [
    "an id is new once, whatever it is, and again after the next profile begins",
    ({ Seen }) => {
      const id = fc.oneof(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 5 }).map((high) => high * 2 ** 32 + 7),
        fc.maxSafeInteger(),
        fc.constantFrom("7", "a", "b"),
      );
      fc.assert(
        fc.property(
          fc.array(fc.array(id, { maxLength: 600, size: "max" }), { maxLength: 4 }),
          (profiles) => {
            const seen = new Seen();
            for (const ids of profiles) {
              seen.clear();
              const known = new Set<string | number>();
              for (const each of ids) {
                expect(seen.add(each)).toBe(!known.has(each));
                known.add(each);
              }
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  ],
];
