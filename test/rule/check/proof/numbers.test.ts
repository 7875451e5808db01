import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ALL_NUMBERS,
  NO_NUMBERS,
  type Numbers,
  above,
  below,
  both,
  from,
  fromLeastOf,
  numbersOf,
  only,
  others,
  range,
  same,
  unionOf,
  upTo,
  upToGreatestOf,
  whole,
} from "../../../../src/rule/check/proof/numbers.ts";

function has(set: Numbers, number: number): boolean {
  return both(set, only(number)).length > 0;
}

test("sets of numbers, said and read", () => {
  expect(has(from(3), 3)).toBe(true);
  expect(has(above(3), 3)).toBe(false);
  expect(has(range(3, 5), 5)).toBe(false);
  expect(range(5, 5)).toBe(NO_NUMBERS);
  expect(others(NO_NUMBERS)).toEqual(ALL_NUMBERS);
  expect(others(ALL_NUMBERS)).toEqual(NO_NUMBERS);
  expect(whole(both(above(3), below(4)))).toEqual(NO_NUMBERS);
  expect(same(whole(above(3)), from(4))).toBe(true);
  expect(same(whole(range(1.5, 4.5)), both(from(2), upTo(4)))).toBe(true);
  expect(both(from(3), upTo(2))).toEqual(NO_NUMBERS);
  expect(same(only(3, 1, 3), unionOf(only(1), only(3)))).toBe(true);
  expect(fromLeastOf(NO_NUMBERS)).toEqual(NO_NUMBERS);
});

const halves = fc.integer({ min: -6, max: 6 }).map((each) => each / 2);
const set: fc.Arbitrary<Numbers> = fc
  .array(fc.tuple(fc.constantFrom("=", "!=", "<", "<=", ">", ">="), halves, fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  })
  .map((bounds) =>
    bounds.reduce<Numbers>((given, [comparator, number, isBoth]) => {
      const more = numbersOf(comparator as "=", number);
      return isBoth ? both(given, more) : unionOf(given, more);
    }, NO_NUMBERS),
  );

test("sets behave as what they hold", () => {
  const samples = Array.from({ length: 33 }, (_, index) => (index - 16) / 4);
  fc.assert(
    fc.property(set, set, (a, b) => {
      for (const each of samples) {
        expect(has(both(a, b), each)).toBe(has(a, each) && has(b, each));
        expect(has(unionOf(a, b), each)).toBe(has(a, each) || has(b, each));
        expect(has(others(a), each)).toBe(!has(a, each));
        if (Number.isInteger(each)) expect(has(whole(a), each)).toBe(has(a, each));
        if (!has(a, each)) continue;
        expect(has(fromLeastOf(a), each + 1)).toBe(true);
        expect(has(upToGreatestOf(a), each - 1)).toBe(true);
      }
      expect(same(a, b)).toBe(both(a, others(b)).length + both(b, others(a)).length === 0);
    }),
  );
});
