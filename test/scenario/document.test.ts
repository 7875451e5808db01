import { expect, test } from "vitest";
import { type Path, readDocument } from "../../src/scenario/document.ts";

const text = `a: 1
list: [x, { b: 2 }]
"quoted": ''
nothing:
7: seven
`;
const source = { path: "a.yaml", text };
const document = readDocument(source);

function marked(path: Path): readonly [string, string] {
  const { start, end } = document.keySpanOf(path);
  const value = document.spanOf(path);
  return [text.slice(start, end), text.slice(value.start, value.end)];
}

test.each([
  [["a"], "a", "1"],
  [["list", 1, "b"], "b", "2"],
  [["list", 0], "x", "x"],
  [["quoted"], '"quoted"', "''"],
  [["7"], "7", "seven"],
])("%j has a place for its key and its value", (path, key, value) => {
  expect(marked(path)).toEqual([key, value]);
});

test("a value that is not there stands at its key", () => {
  expect(marked(["nothing"])).toEqual(["nothing", "nothing"]);
});

test("what does not exist stands where the nearest around it does", () => {
  expect(marked(["list", 1, "c"])).toEqual(["{ b: 2 }", "{ b: 2 }"]);
  expect(marked(["list", 5])[1]).toBe("[x, { b: 2 }]");
});
