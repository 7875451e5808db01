import { expect, test } from "vitest";
import fc from "fast-check";
import { chancesOfBest, expectedLoss } from "../../src/stats/bayes/beta.ts";
import { meanSampleSize } from "../../src/stats/plan/mean-size.ts";
import { fisherP } from "../../src/stats/rates/fisher.ts";
import { mcNemar } from "../../src/stats/rates/mcnemar.ts";
import { oddsInteraction } from "../../src/stats/strata/interaction.ts";
import { betaAbove, betaTails, posterior } from "../../src/stats/tail/beta.ts";
import { chiSquareAbove } from "../../src/stats/tail/chi-square.ts";
import { noncentralAbove } from "../../src/stats/tail/noncentral-student.ts";
import { normalBelow, normalTails } from "../../src/stats/tail/normal.ts";
import { studentReach, studentTails } from "../../src/stats/tail/student.ts";

// Values of others: mpmath 1.3 with 40 digits (t, erfc), SciPy 1.17 (the rest).

function expectNear(found: number, wanted: number, tolerance = 1e-10): void {
  expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(tolerance);
}

test.each([
  [22, 36703, 1.409736488165089e-106],
  [37, 36703, 2.99753578083627e-294],
  [30, 1e8, 9.833364285883265e-198],
  [2, 1e9, 0.0455002641663132],
  [1e6, 3, 2.205315581679229e-18],
  [0.01, 1, 0.993634014470186],
  [1.21, 9.66, 0.2550552456657029],
])("both tails of t %f with %f degrees of freedom are %f", (t, df, p) => {
  expectNear(studentTails(t, df), p, 1e-11);
});

test.each([
  [0.95, 9.66, 2.2388148762918862],
  [0.99, 1e6, 2.5758342201053344],
  [0.95, 1e9, 1.9599639869123253],
  [0.95, 1, 12.706204736174705],
])("the reach of %f with %f degrees of freedom is %f", (confidence, df, reach) => {
  expectNear(studentReach(confidence, df), reach);
});

test("the normal and the chi-square keep their digits in the far tail", () => {
  expectNear(normalTails(15 * Math.SQRT2), 7.212994172451207e-100);
  expectNear(normalBelow(-26.5 * Math.SQRT2), 2.2109076642637343e-307 / 2);
  expectNear(chiSquareAbove(1400, 1), 2.1010145162644003e-306, 1e-12 * 1400);
  expectNear(chiSquareAbove(900, 30), 6.105822512851014e-170);
});

test.each([
  [0.4, { a: 1e8, b: 1.5e8 }, 0.5000034335484652],
  [0.00991, { a: 1e6 + 1, b: 1e8 }, 0.8195358475179857],
  [0.0057, { a: 123, b: 21185 }, 0.456042301228552],
])("the beta distribution below %f, of %j, is %f", (x, beta, share) => {
  expectNear(betaTails(beta).below(x), share);
  expectNear(betaAbove(x, beta), 1 - share);
});

test("a tail of a million is as precise as one of a hundred", () => {
  expectNear(betaAbove(0.01, { a: 1e6 + 1, b: 1e8 }), 6.4665915793318124e-24, 1e-8);
  expectNear(betaAbove(0.0125, { a: 123, b: 21185 }), 1.9370563875268384e-23, 1e-8);
});

test("the noncentral t, and the sizes that rest on it", () => {
  expectNear(noncentralAbove(2, { df: 10, shift: 1.5 }), 0.340845927557809);
  expectNear(noncentralAbove(1.97, { df: 300, shift: 2.8 }), 0.7964386525931557);
  expectNear(noncentralAbove(12.7, { df: 1, shift: 3 }), 0.18619678199239592, 1e-6);
  expectNear(meanSampleSize({ difference: 0.5, deviation: 1 }), 63.765763724850615);
  const aim = { alpha: 0.05, power: 0.9 };
  expectNear(meanSampleSize({ difference: 2, deviation: 1 }, aim), 6.386756380490442);
  const tiny = meanSampleSize({ difference: 0.001, deviation: 1 });
  expectNear(tiny, 2 * (1.959963984540054 + 0.8416212335729143) ** 2 * 1e6, 1e-6);
});

test("Fisher's, McNemar's and the likelihood-ratio test", () => {
  const pair = (x1: number, n1: number, x2: number, n2: number) => ({
    treatment: { count: x1, of: n1 },
    control: { count: x2, of: n2 },
  });
  expectNear(fisherP(pair(2, 9, 7, 8)) as number, 0.015220074043603458);
  expectNear(fisherP(pair(30, 4000, 61, 4100)) as number, 0.0020628178233624145);
  expectNear(fisherP(pair(0, 12, 5, 9)) as number, 0.006191950464396284);
  expect(mcNemar(1, 14)).toMatchObject({ exactP: expect.closeTo(0.0009765625, 12) as number });
  expect(
    oddsInteraction([pair(12, 100, 9, 110), pair(30, 200, 20, 210), pair(3, 40, 8, 35)]),
  ).toEqual({
    statistic: expect.closeTo(6.074202769589874, 7) as number,
    df: 2,
    p: expect.closeTo(0.04797374558017778, 8) as number,
  });
  expect(oddsInteraction([pair(0, 50, 4, 60), pair(30, 200, 20, 210)])).toMatchObject({
    statistic: expect.closeTo(6.649877663289317, 7) as number,
  });
});

test("chances add up to 1, losses differ by the difference of the means, and both turn with the arms", () => {
  const counted = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
  fc.assert(
    fc.property(counted, counted, (first, second) => {
      const [a, b] = [posterior(first, { a: 1, b: 1 }), posterior(second, { a: 1, b: 1 })];
      const [one = 0, other = 0] = chancesOfBest([a, b]);
      expect(one + other).toBeCloseTo(1, 9);
      const means = a.a / (a.a + a.b) - b.a / (b.a + b.b);
      expect(expectedLoss(b, a) - expectedLoss(a, b)).toBeCloseTo(means, 9);
    }),
    { numRuns: 40 },
  );
});
