import { expect, test } from "vitest";
import fc from "fast-check";
import { judgeRate, keepsTo } from "../../src/stats/bound.ts";
import { type EstimatedRate, rateOf } from "../../src/stats/proportion.ts";

function estimated(count: number, of: number): EstimatedRate {
  const rate = rateOf(count, of, "entries");
  if (rate.status !== "estimated") throw new Error("of nothing");
  return rate;
}

test("a rate passes when its whole interval lies on the right side", () => {
  expect(judgeRate(estimated(950, 1000), { min: 0.9 })).toEqual({ verdict: "pass" });
  expect(judgeRate(estimated(50, 1000), { max: 0.1 })).toEqual({ verdict: "pass" });
});

test("it fails when the whole interval lies on the wrong side", () => {
  expect(judgeRate(estimated(253, 312), { min: 0.9 })).toEqual({ verdict: "fail" });
  expect(judgeRate(estimated(500, 1000), { min: 0.6, max: 0.8 })).toEqual({ verdict: "fail" });
});

// 67 of 78 is 0.859; z² · 0.9 · 0.1 / (0.9 - 0.85897)² = 205.4
test("between, the sample that would decide is named", () => {
  expect(judgeRate(estimated(67, 78), { min: 0.9 })).toEqual({
    verdict: "inconclusive",
    decidingN: 206,
  });
});

test("on the bound itself no sample decides", () => {
  expect(judgeRate(estimated(90, 100), { min: 0.9 })).toEqual({
    verdict: "inconclusive",
    decidingN: undefined,
  });
});

test("20 of 20 does not prove that all are right", () => {
  expect(judgeRate(estimated(20, 20), { min: 1 }).verdict).toBe("inconclusive");
});

test("what is known exactly has no interval", () => {
  expect(keepsTo(2, { max: 2 })).toBe(true);
  expect(keepsTo(2.001, { max: 2 })).toBe(false);
  expect(keepsTo(1, { min: 2 })).toBe(false);
});

test("the size that it names does decide, and a tenth of it does not", () => {
  const shape = fc.record({
    count: fc.integer({ min: 0, max: 200 }),
    rest: fc.integer({ min: 1, max: 200 }),
    min: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  });
  fc.assert(
    fc.property(shape, ({ count, rest, min }) => {
      const first = judgeRate(estimated(count, count + rest), { min });
      if (first.verdict !== "inconclusive" || first.decidingN === undefined) return;
      const factor = Math.ceil(first.decidingN / (count + rest));
      const more = judgeRate(estimated(count * factor, (count + rest) * factor), { min });
      expect(more.verdict).not.toBe("inconclusive");
    }),
  );
});
