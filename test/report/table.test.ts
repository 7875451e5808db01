import { expect, test } from "vitest";
import { table } from "../../src/report/table.ts";

test("the first column stands at the left, numbers at the right, by display width", () => {
  expect(
    table(
      ["", "n", "what"],
      [
        ["all", "1 690", "x"],
        ["日本", "–", "y"],
      ],
    ),
  ).toBe(
    [
      "|      |     n | what |",
      "| ---- | ----: | ---- |",
      "| all  | 1 690 | x    |",
      "| 日本 |     – | y    |",
    ].join("\n"),
  );
});

test("a cell without a number does not move the others", () => {
  expect(
    table(
      ["", "n"],
      [
        ["a", "12"],
        ["b", ""],
      ],
    ),
  ).toBe(["|     |   n |", "| --- | --: |", "| a   |  12 |", "| b   |     |"].join("\n"));
});
