import fc from "fast-check";
import { expect, test } from "vitest";
import { drawTable } from "../../src/cli/table.ts";
import { columnsOf } from "../../src/text/columns.ts";

const columns = [
  { heading: "segment", align: "left" },
  { heading: "size", align: "right" },
] as const;

test("columns stand three apart, closer where there is too little room, and then words are wrapped", () => {
  const rows = [["evening_offer", "1 200"]];
  expect(drawTable(columns, rows)).toBe(" segment          size\n evening_offer   1 200\n");
  expect(drawTable(columns, rows, 21)).toBe(" segment         size\n evening_offer  1 200\n");
  expect(drawTable(columns, rows, 17)).toBe(" segment     size\n evening_o  1 200\n ffer\n");
});

test("a table fits the terminal, whatever its cells say", () => {
  const row = fc.tuple(fc.stringMatching(/^[a-z_ ]{0,60}$/), fc.stringMatching(/^[0-9]{1,6}$/));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.integer({ min: 20, max: 90 }), (rows, room) => {
      for (const line of drawTable(columns, rows, room).split("\n"))
        expect(columnsOf(line)).toBeLessThanOrEqual(room);
    }),
  );
});
