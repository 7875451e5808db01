import { expect, test } from "vitest";
import { Draws, hashId, ordinalOf, streamKey, uniform } from "../../src/random/stream.ts";

const key = streamKey("20261123", "test");

/** Pearson's statistic of `draws` over 64 equal cells; 63 degrees of freedom. */
function chiSquare(draw: (index: number) => number, draws: number): number {
  const cells = new Float64Array(64);
  for (let index = 0; index < draws; index++) cells[Math.floor(draw(index) * 64)]! += 1;
  return cells.reduce((sum, cell) => sum + (cell - draws / 64) ** 2 / (draws / 64), 0);
}

const ORDERS: readonly (readonly [string, (index: number) => number])[] = [
  ["the first ordinal", (index) => uniform(key, index)],
  ["the second", (index) => uniform(key, 0, index)],
  ["the third", (index) => uniform(key, 0, 0, index)],
  ["two at once", (index) => uniform(key, index % 1000, Math.floor(index / 1000))],
  ["a day's milliseconds", (index) => uniform(key, 1_774_746_000_000 + index * 86_400_000)],
];

test.each(ORDERS)("draws are uniform along %s, and neighbours are unrelated", (_, draw) => {
  const draws = 200_000;
  // 63 + 4 standard deviations of a chi-square with 63 degrees of freedom.
  expect(chiSquare(draw, draws)).toBeLessThan(63 + 4 * Math.sqrt(126));
  let product = 0;
  for (let index = 1; index < draws; index++)
    product += (draw(index) - 0.5) * (draw(index - 1) - 0.5);
  expect(Math.abs((12 * product) / draws)).toBeLessThan(4 / Math.sqrt(draws));
});

test("other keys, seeds and names give unrelated draws", () => {
  const keys = [streamKey("20261123", "other"), streamKey("20261124", "test")];
  for (const other of keys) {
    let product = 0;
    for (let index = 0; index < 100_000; index++)
      product += (uniform(key, index) - 0.5) * (uniform(other, index) - 0.5);
    expect(Math.abs((12 * product) / 100_000)).toBeLessThan(4 / Math.sqrt(100_000));
  }
});

test("a draw lies strictly between 0 and 1, and does not depend on what was drawn before", () => {
  const before = uniform(key, 7, 8, 9);
  for (let index = 0; index < 1000; index++) {
    const draw = uniform(key, index, index * 3);
    expect(draw).toBeGreaterThan(0);
    expect(draw).toBeLessThan(1);
  }
  expect(uniform(key, 7, 8, 9)).toBe(before);
});

test("the draws of one thing are those of its key and ordinals", () => {
  const at = 1_774_746_000_000;
  for (let index = 0; index < 100; index++)
    expect(new Draws(key, index, at).at(3)).toBe(uniform(key, index, at, 3));
});

test("ordinals beyond 32 bits count in full: instants 2^32 ms apart have draws of their own", () => {
  const at = 1_774_746_000_000;
  expect(uniform(key, at)).not.toBe(uniform(key, at + 2 ** 32));
  expect(uniform(key, 0)).not.toBe(uniform(key, 2 ** 32));
  expect(uniform(key, 7, at)).not.toBe(uniform(key, 7, at - 2 ** 32));
  expect(hashId(key, at)).not.toBe(hashId(key, at + 2 ** 32));
});

test("ids use all of their 53 bits: a million of them differ, and are safe integers", () => {
  const ids = new Set<number>();
  for (let index = 0; index < 1_000_000; index++)
    ids.add(hashId(key, index % 100, Math.floor(index / 100) % 100, Math.floor(index / 10_000)));
  expect(ids.size).toBe(1_000_000);
  for (const id of [...ids].slice(0, 100)) expect(Number.isSafeInteger(id)).toBe(true);
});

test("the same seed gives the same draws in every release", () => {
  expect([uniform(key, 0), uniform(key, 1), uniform(key, 1, 2, 3)]).toMatchInlineSnapshot(`
    [
      0.667360421619378,
      0.8633737320778891,
      0.49981332931201905,
    ]
  `);
  expect(hashId(key, 1, 2, 3)).toMatchInlineSnapshot(`819155489244207`);
});

test("the ordinal of a text is always the same, and no other text's", () => {
  const ids = Array.from({ length: 200_000 }, (_, index) => `p-${String(index).padStart(5, "0")}`);
  const ordinals = new Set(ids.map(ordinalOf));
  expect(ordinals.size).toBe(ids.length);
  for (const ordinal of [...ordinals].slice(0, 100))
    expect(Number.isSafeInteger(ordinal)).toBe(true);
  expect(ordinalOf("ab")).not.toBe(ordinalOf("ba"));
  expect(chiSquare((index) => uniform(key, ordinalOf(ids[index]!)), ids.length)).toBeLessThan(
    63 + 4 * Math.sqrt(126),
  );
  expect(ordinalOf("p-00042")).toMatchInlineSnapshot(`6973387818123778`);
});
