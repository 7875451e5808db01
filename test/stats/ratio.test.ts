import fc from "fast-check";
import { expect, test } from "vitest";
import { type RatioSums, judgeRatio, ratioOf } from "../../src/stats/ratio.ts";

type Unit = readonly [part: number, whole: number];

function sumsOf(units: readonly Unit[]): RatioSums {
  const sum = (of: (unit: Unit) => number): bigint =>
    units.reduce((all, unit) => all + BigInt(of(unit)), 0n);
  return {
    units: units.length,
    counted: BigInt(units.filter(([part, whole]) => part > 0 || whole > 0).length),
    part: sum(([part]) => part),
    whole: sum(([, whole]) => whole),
    partSquares: sum(([part]) => part * part),
    wholeSquares: sum(([, whole]) => whole * whole),
    products: sum(([part, whole]) => part * whole),
  };
}

const times = (number: number, units: readonly Unit[]): readonly Unit[] =>
  Array.from({ length: number }, () => units).flat();

test("thirty units, computed by hand", () => {
  // r = 60/120; residuals -1, 0, 1 ten times each; variance 30/29 · 20, over 120²
  const units = times(10, [
    [1, 4],
    [2, 4],
    [3, 4],
  ]);
  const ratio = ratioOf(sumsOf(units), "profiles");
  expect(ratio).toMatchObject({ status: "estimated", ratio: 0.5, units: 30 });
  if (ratio.status !== "estimated") return;
  expect(ratio.low).toBeCloseTo(0.5 - 1.959964 * (Math.sqrt((30 / 29) * 20) / 120), 6);
  expect(ratio.high).toBeCloseTo(0.5 + 1.959964 * (Math.sqrt((30 / 29) * 20) / 120), 6);
});

test("parts that are all the same share of their whole leave no doubt", () => {
  const units = times(15, [
    [1, 2],
    [50, 100],
  ]);
  expect(ratioOf(sumsOf(units), "profiles")).toMatchObject({ ratio: 0.5, low: 0.5, high: 0.5 });
});

test("of fewer than thirty units that are not zero, or without a whole, there is no ratio", () => {
  const nothing = { status: "not_estimable", reason: "fewer than 30 profiles" };
  expect(ratioOf(sumsOf([]), "profiles")).toEqual(nothing);
  const idle = times(1000, [[0, 0]]);
  expect(ratioOf(sumsOf([...idle, ...times(29, [[1, 2]])]), "profiles")).toEqual(nothing);
  expect(ratioOf(sumsOf(times(40, [[3, 0]])), "profiles")).toEqual(nothing);
  expect(ratioOf(sumsOf([...idle, ...times(30, [[1, 2]])]), "profiles").status).toBe("estimated");
});

test("a ratio is judged by its interval, and says how many units would decide", () => {
  const ratio = { status: "estimated", ratio: 0.2, low: 0.1, high: 0.3, units: 100 } as const;
  expect(judgeRatio(ratio, { max: 0.3 }, 0.95).verdict).toBe("pass");
  expect(judgeRatio(ratio, { max: 0.09 }, 0.95).verdict).toBe("fail");
  expect(judgeRatio(ratio, { min: 0.31 }, 0.95).verdict).toBe("fail");
  // (0.1 / 0.05)² · 100
  const open = judgeRatio(ratio, { max: 0.25 }, 0.95);
  expect(open).toMatchObject({ verdict: "inconclusive", decidingN: 400 });
  expect(judgeRatio(ratio, { max: 0.25 }, 0.5).verdict).toBe("pass");
  expect(judgeRatio(ratio, { max: 0.2 }, 0.95)).toMatchObject({ decidingN: undefined });
});

test("days in milliseconds are exact: the interval is that of the same days in hours", () => {
  const whole = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { minLength: 30, maxLength: 60 }), (units) => {
      const hours = ratioOf(sumsOf(units), "profiles");
      const scaled = sumsOf(units);
      const factor = 3_600_000n;
      const ms = ratioOf(
        {
          ...scaled,
          part: scaled.part * factor,
          whole: scaled.whole * factor,
          partSquares: scaled.partSquares * factor * factor,
          wholeSquares: scaled.wholeSquares * factor * factor,
          products: scaled.products * factor * factor,
        },
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
