import { expect, test } from "vitest";
import fc from "fast-check";
import {
  formatBounds,
  formatCount,
  formatEstimate,
  formatLatency,
  formatMoment,
  formatNumber,
  formatPercent,
  rateWriter,
} from "../../src/report/format.ts";
import { instant } from "../../src/time/instant.ts";

test("thousands stand apart", () => {
  expect([0, 999, 1690, 20_000, 1_234_567].map(formatCount)).toEqual([
    "0",
    "999",
    "1 690",
    "20 000",
    "1 234 567",
  ]);
});

test("shares have the digits that it takes to tell them from their bounds", () => {
  expect(formatPercent(0.0123)).toBe("1.2 %");
  expect(formatPercent(0.5)).toBe("50 %");
  expect(formatPercent(0.02001, [0.02])).toBe("2.001 %");
  expect(formatPercent(0.02, [0.02])).toBe("2 %");
  expect(rateWriter([0.8996], [0.9])(0.8996)).toBe("0.8996");
  expect(rateWriter([0.81], [0.9])(0.9)).toBe("0.90");
});

test("latencies are exact below a minute", () => {
  expect([0, 250, 900, 1000, 8100, 59_999, 90_400].map(formatLatency)).toEqual([
    "0ms",
    "250ms",
    "900ms",
    "1s",
    "8.1s",
    "59.999s",
    "1min30s",
  ]);
});

test("bounds read as English", () => {
  const share = (value: number) => formatNumber(value, "share");
  expect(formatBounds({ min: 0.005, max: 0.04 }, share)).toBe("within 0.5 % to 4 %");
  expect(formatBounds({ min: 0.02 }, share)).toBe("at least 2 %");
  expect(formatBounds({ max: 10_000 }, (value) => formatNumber(value, "ms"))).toBe("at most 10s");
});

test("a rate that is not there is a dash", () => {
  expect(formatEstimate({ status: "not_estimable", reason: "no entries" })).toBe("–");
});

test("moments have seconds only where there are any", () => {
  expect(formatMoment(instant(Date.UTC(2026, 2, 28, 18)))).toBe("2026-03-28 18:00 UTC");
  expect(formatMoment(instant(Date.UTC(2026, 2, 28, 18, 0, 30)))).toBe("2026-03-28 18:00:30 UTC");
});

test("a rate beside a bound that it misses is never written as the bound, to a millionth", () => {
  const millionth = fc.integer({ min: 0, max: 1_000_000 }).map((count) => count / 1_000_000);
  fc.assert(
    fc.property(millionth, millionth, (rate, bound) => {
      const write = rateWriter([rate], [bound]);
      if (rate !== bound) expect(write(rate)).not.toBe(write(bound));
    }),
  );
});
