import { expect, test } from "vitest";
import fc from "fast-check";
import { Sizes } from "../../src/simulation/sizes.ts";
import { instant } from "../../src/time/instant.ts";

const stretch = { from: instant(0), to: instant(100) };

test("the peak is the first instant of the greatest size, read once an instant is over", () => {
  const sizes = new Sizes();
  for (const [at, entered] of [
    [10, true],
    [20, true],
    [20, false],
    [50, true],
    [60, false],
    [70, true],
  ] as const)
    sizes.change(instant(at), entered);
  expect(sizes.read(stretch, 4)).toEqual({ peak: { size: 2, at: 50 }, curve: [1, 1, 2, 2] });
});

test("nobody ever", () => {
  expect(new Sizes().read(stretch, 2)).toEqual({ peak: { size: 0, at: 0 }, curve: [0, 0] });
});

test("the greatest of the curve is the peak", () => {
  const visit = fc.tuple(fc.nat(99), fc.nat(99));
  fc.assert(
    fc.property(fc.array(visit), (visits) => {
      const sizes = new Sizes();
      for (const [a, b] of visits.filter((each) => each[0] !== each[1])) {
        sizes.change(instant(Math.min(a, b)), true);
        sizes.change(instant(Math.max(a, b)), false);
      }
      const { peak, curve } = sizes.read(stretch, 7);
      expect(Math.max(...curve)).toBe(peak.size);
      expect(curve).toHaveLength(7);
    }),
  );
});
