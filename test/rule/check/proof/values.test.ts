import fc from "fast-check";
import { expect, test } from "vitest";
import type { Value } from "../../../../src/model/event.ts";
import type { ValueTest } from "../../../../src/model/predicate.ts";
import { passes } from "../../../../src/reference/value.ts";
import {
  MISSING,
  NO_VALUES,
  type Values,
  bothValues,
  isEmpty,
  valuesOf,
} from "../../../../src/rule/check/proof/values.ts";

const texts = fc.constantFrom("", "a", "ab", "b", "2026-03-01", "2026-03-01T00:00Z", "2026-04-01");
const scalar = fc.oneof(texts, fc.integer({ min: 0, max: 3 }), fc.constant(0.5), fc.boolean());
const value: fc.Arbitrary<Value | undefined> = fc.oneof(
  scalar,
  fc.constantFrom(null, undefined),
  fc.array(scalar, { maxLength: 3 }),
  fc.constant({ a: 1 }),
);

const valueTest: fc.Arbitrary<ValueTest> = fc.oneof(
  fc.record({
    kind: fc.constant("compare" as const),
    comparator: fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
    value: scalar,
  }),
  fc.record({ kind: fc.constant("one_of" as const), values: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant("contains" as const),
    value: fc.oneof(texts, fc.integer({ min: 0, max: 3 })),
  }),
  fc.constantFrom<ValueTest>({ kind: "missing" }, { kind: "present" }),
);

/** The set of one value alone. */
function only(given: Value | undefined): Values {
  if (given === undefined || given === null) return MISSING;
  if (typeof given !== "object")
    return valuesOf({ kind: "compare", comparator: "=", value: given }).pass;
  const parts = Array.isArray(given) ? given.filter((each) => typeof each !== "boolean") : [];
  const all = ["", "a", "ab", "b", "2026-03-01", "2026-03-01T00:00Z", "2026-04-01", 0, 1, 2, 3];
  const noParts = all.filter((each) => !parts.includes(each));
  return { ...NO_VALUES, lists: { none: false, parts: parts as string[], noParts } };
}

test("every value passes a test or fails it, as the reference says", () => {
  fc.assert(
    fc.property(valueTest, value, (asked, given) => {
      const { pass, fail } = valuesOf(asked);
      const does = passes(asked, given);
      expect(isEmpty(bothValues(pass, only(given)))).toBe(!does);
      expect(isEmpty(bothValues(fail, only(given)))).toBe(does);
    }),
    { numRuns: 3000 },
  );
});

test("what no value can be is empty, and what is called empty no value is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(valueTest, fc.boolean()), { minLength: 1, maxLength: 4 }),
      value,
      (asked, given) => {
        const sets = asked.map(([each, does]) =>
          does ? valuesOf(each).pass : valuesOf(each).fail,
        );
        const all = sets.reduce(bothValues);
        expect(
          isEmpty(bothValues(all, valuesOf(asked[0]![0]).pass)) &&
            isEmpty(bothValues(all, valuesOf(asked[0]![0]).fail)),
        ).toBe(isEmpty(all));
        const isIn = asked.every(([each, does]) => passes(each, given) === does);
        if (isIn) expect(isEmpty(all)).toBe(false);
      },
    ),
    { numRuns: 3000 },
  );
});
