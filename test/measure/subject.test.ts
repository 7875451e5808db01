import fc from "fast-check";
import { expect, test } from "vitest";
import { covers, joined, overlapMs } from "../../src/measure/subject.ts";
import type { Instant } from "../../src/time/instant.ts";

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from: from as Instant, to: (from + length) as Instant }));

test("what several missions want at once is wanted once", () => {
  const a = { from: 10 as Instant, to: 20 as Instant };
  const b = { from: 15 as Instant, to: 30 as Instant };
  const c = { from: 30 as Instant, to: 31 as Instant };
  expect(joined([c, b, a])).toEqual([{ from: 10, to: 31 }]);
  expect(joined([])).toEqual([]);
});

test("joined spans cover the same instants and never overlap, so that no time is counted twice", () => {
  const all = { from: 0 as Instant, to: 100 as Instant };
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
      const whole = joined(spans);
      const instants = Array.from({ length: 100 }, (_, at) => at as Instant);
      const covered = instants.filter((at) => covers(spans, at));
      expect(instants.filter((at) => covers(whole, at))).toEqual(covered);
      const total = whole.reduce((sum, each) => sum + overlapMs(each, each, all), 0);
      expect(total).toBe(covered.length);
    }),
  );
});
