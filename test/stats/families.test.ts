import { expect, test } from "vitest";
import fc from "fast-check";
import { fiellerRatio } from "../../src/stats/means/uplift.ts";
import { welch } from "../../src/stats/means/welch.ts";
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  hochberg,
  holm,
} from "../../src/stats/multiple.ts";
import { detectableRate, powerOf } from "../../src/stats/plan/power.ts";
import { holdoutCost, sampleSize, unequalSizes } from "../../src/stats/plan/sample-size.ts";
import type { Moments } from "../../src/stats/means/moments.ts";
import { cochran, shrunk } from "../../src/stats/strata/cochran.ts";
import {
  pooledDifference,
  pooledRatio,
  stratifiedTest,
} from "../../src/stats/strata/mantel-haenszel.ts";
import { studentReach } from "../../src/stats/tail/student.ts";

const moments: fc.Arbitrary<Moments> = fc.record({
  of: fc.integer({ min: 2, max: 5000 }),
  mean: fc.double({ min: 0.01, max: 100, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 5000, noNaN: true }),
});

test("means: 0 is inside exactly where p is alpha or more, and the ratio's interval agrees", () => {
  fc.assert(
    fc.property(moments, moments, (treatment, control) => {
      const found = welch({ treatment, control });
      if ("status" in found || found.difference.status !== "estimated") throw new Error("varies");
      const { low, high } = found.difference;
      const isAccepted = (found.p as number) >= 0.05;
      expect(low <= 0 && 0 <= high).toBe(isAccepted);
      const ratio = fiellerRatio({ treatment, control }, studentReach(0.95, found.df));
      if (ratio.status === "estimated") expect(ratio.low <= 1 && 1 <= ratio.high).toBe(isAccepted);
      const swapped = welch({ treatment: control, control: treatment });
      expect(swapped).toMatchObject({
        t: expect.closeTo(-found.t, 12) as number,
        p: found.p,
        df: expect.closeTo(found.df, 6) as number,
      });
    }),
    { numRuns: 1000 },
  );
});

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

test("adjusted p-values are monotone, between their p and 1, and Holm lies below Bonferroni", () => {
  fc.assert(
    fc.property(ps, (list) => {
      for (const adjust of [holm, bonferroni, hochberg, benjaminiHochberg, benjaminiYekutieli]) {
        const adjusted = adjust(list);
        for (const [index, p] of list.entries()) {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          expect(adjusted[index]).toBeLessThanOrEqual(1);
          for (const [other, q] of list.entries())
            if (p <= q) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[other]!);
        }
      }
      for (const [index, p] of holm(list).entries())
        expect(p).toBeLessThanOrEqual(bonferroni(list)[index]!);
    }),
  );
});

test("one more segment, null or not, never lowers a Holm p", () => {
  fc.assert(
    fc.property(ps, fc.double({ min: 0, max: 1, noNaN: true }), (list, more) => {
      const before = holm(list);
      const after = holm([...list, more]);
      for (const [index, p] of before.entries())
        expect(after[index]).toBeGreaterThanOrEqual(p - 1e-15);
    }),
  );
});

// A table of planned sizes: profiles per arm at 80 % power and alpha 0.05, whole and then to three digits.
test.each([
  [0.005, [1_280_000, 328_000, 85_900, 23_400]],
  [0.02, [315_000, 80_700, 21_100, 5_750]],
  [0.05, [122_000, 31_200, 8_160, 2_210]],
  [0.1, [57_800, 14_800, 3_840, 1_040]],
])("a base of %f needs %j for uplifts of 5, 10, 20 and 40 percent", (control, wanted) => {
  const sizes = [0.05, 0.1, 0.2, 0.4].map((uplift) =>
    Number(Math.ceil(sampleSize({ control, treatment: control * (1 + uplift) })).toPrecision(3)),
  );
  expect(sizes).toEqual(wanted);
});

test("holdouts of 20, 10 and 5 % cost 1.6, 2.9 and 5.4 times two equal arms", () => {
  const costs = [0.2, 0.1, 0.05].map((share) =>
    holdoutCost({ control: 0.02, treatment: 0.024 }, share).toFixed(1),
  );
  expect(costs).toEqual(["1.6", "2.9", "5.4"]);
});

test("the size that is planned has the power that was asked for, and detects what it was planned for", () => {
  const plan = fc.record({
    control: fc.double({ min: 0.001, max: 0.4, noNaN: true }),
    uplift: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
    split: fc.double({ min: 0.05, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(plan, ({ control, uplift, split }) => {
      const rates = { control, treatment: control * (1 + uplift) };
      const sizes = unequalSizes(rates, split);
      expect(powerOf(rates, sizes)).toBeCloseTo(0.8, 3);
      expect((detectableRate(control, sizes) as number) / rates.treatment).toBeCloseTo(1, 9);
    }),
  );
});

test("one stratum alone is the table itself; equal strata have no spread to shrink", () => {
  const table = { treatment: { count: 30, of: 200 }, control: { count: 20, of: 210 } };
  expect(pooledDifference([table])).toMatchObject({
    value: expect.closeTo(30 / 200 - 20 / 210, 14) as number,
  });
  expect(pooledRatio([table])).toMatchObject({
    value: expect.closeTo((30 / 200) * (210 / 20), 14) as number,
  });
  const empty = { treatment: { count: 0, of: 0 }, control: { count: 0, of: 0 } };
  expect(stratifiedTest([empty])).toMatchObject({ status: "not_estimable" });
  const effects = [1, 2, 3].map((error) => ({ value: 0.5, error }));
  expect(shrunk(effects)).toEqual([0.5, 0.5, 0.5]);
  expect(cochran([effects[0]!])).toMatchObject({ status: "not_estimable" });
});
