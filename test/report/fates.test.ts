import { expect, test } from "vitest";
import { fateRows, fatesSentence } from "../../src/report/fates.ts";
import { markdown } from "../../src/report/markdown.ts";
import { DAY, decided, first, log, sent } from "../measure/logs.ts";
import { reportWith } from "./reports.ts";

const setup = {
  ...DAY,
  segments: ["evening_offer", "win_back", "nag"],
  intents: ["buy", "buy", "buy"],
};

const { flow } = first(
  [
    log(1, {
      decisions: [
        decided(1, "fired"),
        decided(2, "cool_off", { cause: "re_entered" }),
        decided(3, "priority", { cause: "gate_opened", by: 1 }),
        decided(4, "priority", { cause: "gate_opened", by: 2 }),
        decided(5, "priority", { cause: "gate_opened", by: 2 }),
        decided(6, "holdout", { cause: "followed_up", followUp: 0 }),
      ],
      sends: [sent(1), sent(6, { ghost: true })],
    }),
  ],
  setup,
);

test("a sentence says how many fired, and the others by reason and by who fired instead", () => {
  expect(fatesSentence(flow)).toBe(
    "1 of 6 fired; held back: 1 by cool-off, 3 by priority (win_back 1, nag 2), 1 by holdout",
  );
});

test("without a reason none is told", () => {
  const plain = first([log(1, { decisions: [decided(1, "fired")] })]).flow;
  expect(fatesSentence(plain)).toBe("1 of 1 fired");
  expect(fateRows(plain).columns).toEqual(["candidates", "n", "fired"]);
});

test("a table tells causes apart, with a column for each reason that there was", () => {
  const { columns, rows } = fateRows(flow);
  expect(columns).toEqual(["candidates", "n", "fired", "cool-off", "priority", "holdout"]);
  expect(rows).toEqual([
    ["all", "6", "1", "1", "3", "1"],
    ["entered", "1", "1", "0", "0", "0"],
    ["entered again", "1", "0", "1", "0", "0"],
    ["the gate opened", "3", "0", "0", "3", "0"],
    ["a follow-up was due", "1", "0", "0", "0", "1"],
  ]);
});

test("the report in Markdown shows the table, ghosts and to whom others yielded", () => {
  const report = reportWith("precision: { min: 0.5 }");
  const [segment] = report.measures.segments;
  const measures = { ...report.measures, segments: [{ ...segment!, flow }] };
  const text = markdown({ ...report, measures });
  expect(text).toContain("| the gate opened     |   3 |     0 |        0 |        3 |       0 |");
  expect(text).toMatch(/\| ghost sends \(held out\) +\| +1 \|/);
  expect(text).toContain("Yielded to win_back 1, nag 2.");
});
