import { expect, test } from "vitest";
import { Choice } from "../../src/random/choice.ts";

const weighted = (weights: Readonly<Record<string, number>>) =>
  new Choice(
    "7",
    "test",
    Object.entries(weights).map(([name, weight]) => ({ name, weight, value: name })),
  );

test("names are chosen by their weights, whatever the order and the scale", () => {
  const choice = weighted({ a: 1, b: 3, never: 0 });
  const found = Array.from({ length: 20_000 }, (_, index) => choice.at(index));
  const share = found.filter((each) => each === "b").length / found.length;
  expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / found.length));
  expect(found).not.toContain("never");
  const turned = weighted({ b: 30, never: 0, a: 10 });
  expect(Array.from({ length: 500 }, (_, index) => turned.at(index))).toEqual(found.slice(0, 500));
});

test("one more name moves only those whom it wins", () => {
  const before = weighted({ a: 1, b: 3 });
  const after = weighted({ a: 1, b: 3, c: 1 });
  let moved = 0;
  for (let index = 0; index < 5000; index++) {
    const found = after.at(index);
    if (found === "c") moved += 1;
    else expect(found).toBe(before.at(index));
  }
  expect(Math.abs(moved / 5000 - 0.2)).toBeLessThan(0.03);
});
