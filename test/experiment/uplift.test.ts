import { expect, test } from "vitest";
import { paritiesOf } from "../../src/experiment/comparison.ts";
import { formatDifference } from "../../src/report/experiment/figures.ts";
import { effectOf, roughEffect } from "../../src/experiment/uplift.ts";

const rates = {
  treatment: { kind: "rate" as const, count: 300, of: 1000 },
  control: { kind: "rate" as const, count: 200, of: 1000 },
};
const means = {
  treatment: { kind: "mean" as const, of: 100, mean: 12, variance: 25 },
  control: { kind: "mean" as const, of: 100, mean: 10, variance: 25 },
};

test("a difference is in points, an uplift relative to the control", () => {
  const { family, difference, uplift } = effectOf(rates, 0.05);
  expect(family).toBe("score");
  expect(difference).toMatchObject({ value: expect.closeTo(0.1, 12) as number });
  expect(uplift).toMatchObject({ value: expect.closeTo(0.5, 12) as number });
  if (uplift.status === "estimated") expect(uplift.low).toBeGreaterThan(0);
});

// Welch: t = 2 / sqrt(0.5) with 198 degrees of freedom, R: pt(-2.828427, 198) * 2 = 0.005158
test("of means both are of the t family", () => {
  const { family, p, difference, uplift } = effectOf(means, 0.05);
  expect(family).toBe("welch");
  expect(p).toBeCloseTo(0.005158, 4);
  expect(difference).toMatchObject({ value: 2 });
  expect(uplift).toMatchObject({ value: expect.closeTo(0.2, 12) as number });
});

test("Katz is shown only where every cell holds 5, Fisher only where fewer are expected", () => {
  const names = (pair: typeof rates) =>
    paritiesOf(pair, { alpha: 0.05, winsorised: pair }).map(({ name }) => name);
  expect(names(rates)).toEqual(["pooled z", "Newcombe", "Wald", "Katz"]);
  const few = {
    treatment: { ...rates.treatment, count: 4 },
    control: { ...rates.control, count: 3 },
  };
  expect(names(few)).toEqual(["pooled z", "Newcombe", "Wald", "Fisher, conservative"]);
});

test("an effect without an error says why", () => {
  const same = {
    ...means,
    treatment: { ...means.treatment, variance: 0 },
    control: { ...means.control, variance: 0 },
  };
  expect(roughEffect(same)).toMatchObject({ status: "not_estimable" });
  const { p, difference, uplift } = effectOf(same, 0.05);
  const reason = { status: "not_estimable", reason: "no variance in either arm" };
  expect([p, uplift]).toEqual([reason, reason]);
  expect(difference).toEqual({ ...reason, value: 2 });
  expect(formatDifference(difference, { name: "pages", kind: "mean" })).toBe(
    "+2 without an interval (no variance in either arm)",
  );
});

test("over a control whose mean is 0 there is a difference, and no uplift", () => {
  const none = { ...means, control: { ...means.control, mean: 0 } };
  const { p, difference, uplift } = effectOf(none, 0.05);
  expect(p).toBeLessThan(1e-10);
  expect(difference).toMatchObject({ status: "estimated", value: 12 });
  expect(uplift).toEqual({ status: "not_estimable", reason: "the control's mean is 0" });
});
