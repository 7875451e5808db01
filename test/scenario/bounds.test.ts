import { expect, test } from "vitest";
import { READ, readBounds } from "../../src/scenario/bounds.ts";

test.each([
  [">= 90%", { min: 0.9 }],
  [">= 0.9", { min: 0.9 }],
  ["≤ 4%", { max: 0.04 }],
  ["0.5%..4%", { min: 0.005, max: 0.04 }],
  ["0.5..4 %", { min: 0.005, max: 0.04 }],
])("%s bounds a share", (text, bounds) => {
  expect(readBounds(text, READ.share)).toEqual({ value: bounds });
});

test("counts and lengths of time have bounds too", () => {
  expect(readBounds("100..200", READ.count)).toEqual({ value: { min: 100, max: 200 } });
  expect(readBounds("<= 2s", READ.ms)).toEqual({ value: { max: 2000 } });
});

test.each([
  ["4%", "EMPTY_BOUNDS"],
  [4, "EMPTY_BOUNDS"],
  ["4%..1%", "OUT_OF_RANGE"],
  [">= 120%", "OUT_OF_RANGE"],
  [">= much", "WRONG_TYPE"],
  ["..4%", "WRONG_TYPE"],
])("%s is none", (text, code) => {
  expect(readBounds(text, READ.share)).toMatchObject({ code });
});
