import { expect, test } from "vitest";
import { numbersOf, textsOf } from "../../../src/feed/read/cells.ts";
import { readTable } from "../../../src/feed/read/read-table.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("cells are numbers, truth values or texts, and a column can be kept as text", async () => {
  const { table, faults } = await readTable(bytes("arm;on;spent\n1;true;1e-05\n2;false;+3.50\n"), [
    "arm",
  ]);
  expect(faults).toEqual([]);
  expect(textsOf(table, "arm").cells).toEqual(["1", "2"]);
  expect(numbersOf(table, "on").cells).toEqual([1, 0]);
  expect(numbersOf(table, "spent").cells).toEqual([0.00001, 3.5]);
});

test("what nests is reached by its path, and a row is found where it stands", async () => {
  const { table } = await readTable(
    bytes('{"user":{"arm":"a"},"n":1}\n\n{"user":{"arm":"b"},"n":null}\n'),
    [],
  );
  expect(textsOf(table, "user.arm").cells).toEqual(["a", "b"]);
  expect(numbersOf(table, "n").faults).toEqual([
    { code: "MISSING_CELL", line: 3, message: 'column "n" is empty' },
  ]);
});

test.each(["NaN", "Infinity", "1,5", "0x10", "12 apples", "--1"])(
  "%s is no number",
  async (cell) => {
    const { table } = await readTable(bytes(`a;n\nx;${cell}\n`), []);
    expect(numbersOf(table, "n").faults).toEqual([
      { code: "NOT_A_NUMBER", line: 2, message: `column "n" holds "${cell}"` },
    ]);
  },
);

test("a name that every object knows is no column", async () => {
  const { table } = await readTable(bytes("a\n1\n"), []);
  expect(numbersOf(table, "constructor").faults).toMatchObject([{ code: "MISSING_CELL" }]);
});

test("all faults are told at once", async () => {
  const { faults } = await readTable(bytes('[{"a":1}, 7, {"a":2}, "x"'), []);
  expect(faults.map(({ code }) => code)).toEqual(["BROKEN_ROW", "BROKEN_ROW"].concat("BROKEN_ROW"));
  expect((await readTable(bytes(""), [])).faults).toMatchObject([{ code: "EMPTY_TABLE" }]);
});
