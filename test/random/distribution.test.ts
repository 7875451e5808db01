import { expect, test } from "vitest";
import {
  choose,
  cumulate,
  exponential,
  gamma,
  logNormal,
  normal,
  poisson,
  weibull,
} from "../../src/random/distribution.ts";
import { streamKey, uniform } from "../../src/random/stream.ts";

const key = streamKey("20261123", "distribution");
const draws = 100_000;

/** Mean and variance over many draws. */
function momentsOf(draw: (index: number) => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < draws; index++) {
    const value = draw(index);
    sum += value;
    squares += value * value;
  }
  return { mean: sum / draws, variance: squares / draws - (sum / draws) ** 2 };
}

test("the normal quantile meets the table", () => {
  // Quantiles to nine digits: R 4.2.2, qnorm().
  const table = [
    [0.5, 0],
    [0.975, 1.959963985],
    [0.01, -2.326347874],
    [0.999999, 4.753424309],
    [1e-12, -7.034483825],
  ] as const;
  for (const [u, quantile] of table) expect(normal(u)).toBeCloseTo(quantile, 7);
});

test("medians and means are where they are asked to be", () => {
  expect(logNormal({ median: 20, sigma: 1.3 }, 0.5)).toBeCloseTo(20, 10);
  expect(logNormal({ median: 1, sigma: 1 }, 0.975)).toBeCloseTo(Math.exp(1.959963985), 6);
  expect(weibull(0.8, 7, 1 - Math.exp(-1))).toBeCloseTo(7, 9);
  expect(momentsOf((index) => exponential(3, uniform(key, index))).mean).toBeCloseTo(3, 1);
});

test("a Gamma has its mean and variance, below and above shape 1", () => {
  for (const [ordinal, shape, mean] of [
    [1, 0.6, 0.35],
    [2, 4, 2],
  ] as const) {
    const { mean: found, variance } = momentsOf(
      (index) => (gamma(shape, key, index * 10 + ordinal) * mean) / shape,
    );
    const error = Math.sqrt(mean ** 2 / shape / draws);
    expect(Math.abs(found - mean)).toBeLessThan(4 * error);
    expect(variance / (mean ** 2 / shape)).toBeGreaterThan(0.93);
    expect(variance / (mean ** 2 / shape)).toBeLessThan(1.07);
  }
});

test("a Poisson has its mean as its variance, and ends", () => {
  const { mean, variance } = momentsOf((index) => poisson(2.5, uniform(key, index, 5)));
  expect(Math.abs(mean - 2.5)).toBeLessThan(4 * Math.sqrt(2.5 / draws));
  expect(variance / 2.5).toBeCloseTo(1, 1);
  expect(poisson(3, 1 - 2 ** -53)).toBeLessThan(10_000);
});

test("choices follow their weights", () => {
  const cumulative = cumulate([40, 35, 20, 5]);
  expect([...cumulative].map((each) => Number(each.toFixed(10)))).toEqual([0.4, 0.75, 0.95, 1]);
  expect([0.1, 0.4, 0.7499, 0.95, 0.9999999].map((u) => choose(cumulative, u))).toEqual([
    0, 1, 1, 3, 3,
  ]);
  expect(choose(cumulate([0, 1]), 0.5)).toBe(1);
});
