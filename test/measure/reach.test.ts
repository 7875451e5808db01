import { expect, test } from "vitest";
import { at, DAY, first, log, visits } from "./logs.ts";

const twoDays = { ...DAY, end: at(48) };

test("a profile is reached once a day, however often it enters", () => {
  const { reach } = first([log(1, { transitions: visits([1, 2, 3, 4, 26, 27]) })], twoDays);
  expect(reach.members).toBe(1);
  expect(reach.days.map((day) => day.members)).toEqual([1, 1]);
});

test("a stay that ends at midnight is not in the next day", () => {
  const { reach } = first([log(1, { transitions: visits([20, 24]) })], twoDays);
  expect(reach.days.map((day) => day.members)).toEqual([1, 0]);
  expect(reach.perDay).toBe(0.5);
});

test("a stay of days reaches each of them", () => {
  const { reach } = first([log(1, { transitions: visits([-30]) })], twoDays);
  expect(reach).toMatchObject({ members: 1, perDay: 1 });
});

test("the mean leaves out days that are not whole", () => {
  const setup = { ...DAY, start: at(12), end: at(48) };
  const { reach } = first([log(1, { transitions: visits([13, 14]) })], setup);
  expect(reach.days.map((day) => day.members)).toEqual([1, 0]);
  expect(reach.perDay).toBe(0);
});
