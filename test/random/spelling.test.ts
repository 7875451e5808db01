import fc from "fast-check";
import { expect, test } from "vitest";
import { spelt } from "../../src/random/spelling.ts";

test.each([
  [0, "0"],
  [35, "z"],
  [36, "10"],
  [1_679_615, "zzzz"],
  [1_679_616, "10000"],
  [2 ** 53 - 1, "2gosa7pa2gv"],
  [-1, "-1"],
])("%i is spelt %s", (id, text) => expect(spelt(id)).toBe(text));

test("every id is spelt as the language spells it in base 36", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (id) => spelt(id) === id.toString(36)));
});
