import { expect, test } from "vitest";
import { first, log, visits } from "./logs.ts";

test("entries are counted per profile and day on its own wall", () => {
  // Berlin is an hour ahead of UTC: 22.5 h is 23:30 of the 28th, 23.5 h is 00:30 of the 29th.
  const { flapping } = first([
    log(1, { transitions: visits([20, 20.1, 22.5, 22.6, 23.5, 23.6]) }),
    log(2, { transitions: visits([23.5, 23.6]) }),
  ]);
  expect(flapping).toEqual({
    max: 2,
    days: [
      { entries: 1, memberDays: 2 },
      { entries: 2, memberDays: 1 },
    ],
  });
});

test("without entries there is no day and the maximum is 0", () => {
  expect(first([log(1, { transitions: visits([-3, 4]) })]).flapping).toEqual({ max: 0, days: [] });
});
