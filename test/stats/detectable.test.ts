import { expect, test } from "vitest";
import { smallestDetectable } from "../../src/stats/detectable.ts";
import { sampleSize } from "../../src/stats/plan/sample-size.ts";

// Values of R 4.2.2, power.prop.test(p1, p2, power = 0.8, sig.level = 0.05, tol = 1e-14).
test.each([
  [0.02, 0.024, 21108.3830703917],
  [0.1061672768, 0.1261672768, 4028.13905381381],
  [0.003, 0.0036, 143420.092296693],
])("%d against %d takes %d per arm", (control, treatment, perArm) => {
  expect(sampleSize({ control, treatment }) / perArm).toBeCloseTo(1, 6);
  expect(sampleSize({ control: treatment, treatment: control }) / perArm).toBeCloseTo(1, 6);
});

test.each([
  [0.1, 5000, 0.117439914809798],
  [0.005726, 21306, 0.00796394963072749],
])("from %d, %d per arm find %d", (control, perArm, treatment) => {
  expect(smallestDetectable(control, perArm)).toBeCloseTo(treatment, 7);
});

test("where nothing can be found there is no number", () => {
  for (const [control, perArm] of [
    [0, 1000],
    [0.5, 0],
    [1, 1000],
    [0.9, 3],
  ] as const)
    expect(smallestDetectable(control, perArm)).toMatchObject({ status: "not_estimable" });
});
