import fc from "fast-check";
import { expect, test } from "vitest";
import { type RatioSums, ratioOf } from "../../src/stats/ratio.ts";

type Unit = readonly [part: number, whole: number];

function sumsOf(units: readonly Unit[]): RatioSums {
  const sum = (of: (unit: Unit) => number): bigint =>
    units.reduce((all, unit) => all + BigInt(of(unit)), 0n);
  return {
    units: units.length,
    part: sum(([part]) => part),
    whole: sum(([, whole]) => whole),
    partSquares: sum(([part]) => part * part),
    wholeSquares: sum(([, whole]) => whole * whole),
    products: sum(([part, whole]) => part * whole),
  };
}

test("three units, computed by hand", () => {
  // r = 6/12; residuals -1, 0, 1; (3/2) · 2 = 3; √3 / 12 = 0.144338
  const units = [
    [1, 4],
    [2, 4],
    [3, 4],
  ] as const;
  const ratio = ratioOf(sumsOf(units), 0.95, "profiles");
  expect(ratio).toMatchObject({ status: "estimated", ratio: 0.5, units: 3 });
  if (ratio.status !== "estimated") return;
  expect(ratio.low).toBeCloseTo(0.5 - 1.959964 * 0.1443376, 6);
  expect(ratio.high).toBeCloseTo(0.5 + 1.959964 * 0.1443376, 6);
});

test("parts that are all the same share of their whole leave no doubt", () => {
  const ratio = ratioOf(
    sumsOf([
      [1, 2],
      [50, 100],
      [7, 14],
    ]),
    0.95,
    "profiles",
  );
  expect(ratio).toMatchObject({ ratio: 0.5, low: 0.5, high: 0.5 });
});

test("without a whole, or with one unit, there is no ratio", () => {
  const nothing = { status: "not_estimable" };
  expect(ratioOf(sumsOf([]), 0.95, "profiles")).toMatchObject(nothing);
  expect(ratioOf(sumsOf([[1, 2]]), 0.95, "profiles")).toMatchObject(nothing);
  const idle = sumsOf([
    [0, 0],
    [3, 0],
  ]);
  expect(ratioOf(idle, 0.95, "profiles")).toMatchObject(nothing);
});

test("days in milliseconds are exact: the interval is that of the same days in hours", () => {
  const whole = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { minLength: 2, maxLength: 40 }), (units) => {
      const hours = ratioOf(sumsOf(units), 0.95, "profiles");
      const scaled = sumsOf(units);
      const factor = 3_600_000n;
      const ms = ratioOf(
        {
          units: units.length,
          part: scaled.part * factor,
          whole: scaled.whole * factor,
          partSquares: scaled.partSquares * factor * factor,
          wholeSquares: scaled.wholeSquares * factor * factor,
          products: scaled.products * factor * factor,
        },
        0.95,
        "profiles",
      );
      if (hours.status !== "estimated" || ms.status !== "estimated") throw new Error("no ratio");
      expect(ms.ratio).toBeCloseTo(hours.ratio, 12);
      expect(ms.high).toBeCloseTo(hours.high, 10);
      expect(ms.low).toBeGreaterThanOrEqual(0);
      expect(ms.high).toBeGreaterThanOrEqual(ms.ratio);
    }),
  );
});
