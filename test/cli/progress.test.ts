import fc from "fast-check";
import { expect, test } from "vitest";
import { drawProgress } from "../../src/cli/progress.ts";
import { columnsOf } from "../../src/text/columns.ts";

test("a wide terminal shows all, a narrow one leaves out the speed, then the number of people", () => {
  const stage = { done: 12_400, total: 20_000, rate: 7000 };
  const bar = " simulating ━━━━━━━━━━━━━╸────────  62 %";
  expect(drawProgress(stage, 119)).toBe(
    `${bar}  12 400 of 20 000 profiles  7 000 profiles/s  1.1 s left`,
  );
  expect(drawProgress(stage, 79)).toBe(`${bar}  12 400 of 20 000 profiles  1.1 s left`);
  expect(drawProgress(stage, 70)).toBe(
    " simulating ━━━━━━╸───  62 %  12 400 of 20 000 profiles  1.1 s left",
  );
  expect(drawProgress(stage, 40)).toBe(" simulating ━━━━━━╸───  62 %");
  expect(drawProgress({ ...stage, done: 20_000 }, 40)).toBe(" simulating ━━━━━━━━━━ 100 %");
});

test("the line never wraps", () => {
  const total = 100_000_000;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: total }),
      fc.integer({ min: 0, max: 140 }),
      (done, columns) => {
        expect(columnsOf(drawProgress({ done, total, rate: 1234 }, columns))).toBeLessThanOrEqual(
          columns,
        );
      },
    ),
  );
});
