import { expect, test } from "vitest";
import { propertiesFor, valuesBeside, valuesFor } from "../../src/coverage/probe/values.ts";
import type { Comparator, Predicate } from "../../src/model/predicate.ts";
import { passes } from "../../src/reference/value.ts";

function compare(comparator: Comparator, value: string | number | boolean) {
  return { kind: "compare", comparator, value } as const;
}

test("beside a bound lie the values one step to each side of it", () => {
  const beside = (value: string | number | boolean) =>
    valuesBeside(compare(">=", value)).map((each) => each.value);
  expect(beside(3)).toEqual([2, 3, 4]);
  expect(beside(0.85)).toEqual([0.8499, 0.85, 0.8501]);
  expect(beside("2026-01-01")).toEqual([
    "2025-12-31T23:59:59.999Z",
    "2026-01-01",
    "2026-01-01T00:00:00.001Z",
  ]);
  expect(beside("gold")).toEqual(["gold", "another", null]);
  expect(beside(true)).toEqual([true, false, null]);
});

test("values pass a test or do not, as asked", () => {
  const tests = [
    ...(["=", "!=", "<", "<=", ">", ">="] as const).map((each) => compare(each, 0.5)),
    compare("!=", "another"),
    { kind: "one_of", values: ["a", "another"] },
    { kind: "contains", value: "google" },
    { kind: "missing" },
    { kind: "present" },
  ] as const;
  for (const each of tests)
    for (const wanted of [true, false]) {
      expect(valuesFor(each, wanted).length).toBeGreaterThan(0);
      for (const value of valuesFor(each, wanted)) expect(passes(each, value)).toBe(wanted);
    }
});

test("properties satisfy a predicate however it is put together", () => {
  const is = (property: string, value: number): Predicate => ({
    kind: "property",
    property,
    test: compare(">", value),
  });
  const both: Predicate = { kind: "and", predicates: [is("price", 3), is("quantity", 1)] };
  expect(propertiesFor(both, true)[0]).toEqual({ price: 4, quantity: 2 });
  expect(propertiesFor(both, false)[0]).toEqual({ price: 2 });
  expect(propertiesFor({ kind: "not", predicate: both }, true)[0]).toEqual({ price: 2 });
  expect(propertiesFor(both, true, { price: 2 })).toEqual([]);
  expect(propertiesFor(undefined, true, { price: 2 })).toEqual([{ price: 2 }]);
});
