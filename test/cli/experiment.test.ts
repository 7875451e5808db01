import { beforeAll, expect, test } from "vitest";
import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { Workplace, linesOf } from "./program.ts";

// The command as people run it: what it prints, what it refuses and how it ends.

const place = new Workplace();
const rows = Array.from({ length: 1200 }, (_, index) => {
  const [pair, isMail] = [Math.floor(index / 2), index % 2 === 1];
  return {
    id: `p${index}`,
    arm: isMail ? "mail" : "control",
    zip: `0${pair % 5}123`,
    orders: pair % 6,
    ordered: (pair * 37) % 101 < (isMail ? 50 : 20) ? 1 : 0,
    spent: (pair % 7) * 1.5 + (isMail ? 0.25 : 0),
  };
});
const columns = ["id", "arm", "zip", "orders", "ordered", "spent"] as const;
const head = columns.join(",");
const csv = [head, ...rows.map((row) => columns.map((name) => row[name]).join(","))].join("\n");
const command = ["experiment", "rows.csv", "--arm", "arm", "--outcome", "ordered", "spent"].concat(
  "--target",
  "60%",
);

function parquet(): Uint8Array {
  const writer = new ByteWriter();
  const columnData = columns.map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type:
      name === "orders" || name === "ordered"
        ? ("INT32" as const)
        : name === "spent"
          ? ("DOUBLE" as const)
          : ("STRING" as const),
  }));
  void parquetWrite({ writer, columnData });
  return writer.getBytes();
}

beforeAll(() => {
  place.write({
    "rows.csv": `${csv}\n`,
    "rows.ndjson": linesOf(...rows),
    "rows.json": JSON.stringify(rows),
    "rows.parquet": parquet(),
    "buyers.segment": 'segment buyers\nwhen orders >= 3 and zip = "01123"\n',
    "views.segment": "segment viewers\nwhen cart_views >= 2 in last 48h\n",
    "evening.segment": "segment evening\nwhen local time 18:00..21:00\n",
    "outcome.segment": "segment ordered_ones\nwhen ordered = 1\n",
    "column.segment": "vocabulary\nattribute ordres number\n\nsegment typo\nwhen ordres >= 3\n",
    "type.segment": "vocabulary\nattribute zip number\n\nsegment typo\nwhen zip >= 3\n",
    "unknown.segment": "segment typo\nwhen ordrs >= 3\n",
    "one.csv": "arm,ordered\nmail,1\nmail,0\n",
    "empty.csv": "arm,ordered\n",
    "cells.csv": "arm,ordered\ncontrol,1\nmail,yes\n,0\nmail,\n",
    "ragged.csv": "arm,ordered\ncontrol,1\nmail,0,3\n",
    "twice.csv": "arm,arm,ordered\ncontrol,a,1\n",
    "broken.ndjson": '{"arm":"control","ordered":1}\n{"arm":\n',
    "broken.parquet": "PAR1 and no more",
    "repeated.csv": `${csv}\np1,control,01123,2,1,3\n`,
    "lost.csv": `${csv
      .split("\n")
      .filter((_, line) => line % 4 !== 2)
      .join("\n")}\n`,
  });
});

test("a CSV, NDJSON, JSON or Parquet file of the same rows gives the same verdicts", () => {
  const ask = (file: string) => place.run(["experiment", file, ...command.slice(2), "--by", "zip"]);
  const found = ask("rows.csv");
  expect(found).toMatchObject({ code: 0, err: "" });
  expect(found.out).toContain('✓ ordered, "mail": improves');
  for (const file of ["rows.ndjson", "rows.json", "rows.parquet"])
    expect(ask(file).out.replaceAll(file, "rows.csv")).toBe(found.out);
});

test("JSON says the same, with a reason where there is no number", () => {
  const { out, code } = place.run([...command, "--json"]);
  expect(code).toBe(0);
  const document = JSON.parse(out) as {
    readonly comparisons: readonly { readonly outcome: string; readonly verdict: string }[];
  };
  expect(document).toMatchObject({
    arms: [
      { name: "control", control: true, profiles: 600 },
      { name: "mail", profiles: 600 },
    ],
    settings: { alpha: 0.05, target_uplift: 0.6 },
  });
  expect(document.comparisons).toMatchObject([
    {
      outcome: "ordered",
      verdict: "improves",
      effect: { estimator: "Miettinen-Nurminen score, N/(N-1)" },
    },
    { outcome: "spent" },
  ]);
  expect(out).not.toMatch(/NaN|Infinity|null/);
});

test("a segment over the columns is judged too", () => {
  const { out, err, code } = place.run([...command, "--segment", "buyers.segment"]);
  expect({ err, code }).toEqual({ err: "", code: 0 });
  expect(out).toContain('ordered, "mail" in segment buyers');
});

test.each([
  ["views.segment", "error NOT_OF_A_ROW", "views.segment:2:6"],
  ["evening.segment", "error NOT_OF_A_ROW", "evening.segment:2:6"],
  ["outcome.segment", "error READS_OUTCOME", "outcome.segment:2:6"],
  ["column.segment", "error UNKNOWN_COLUMN", 'did you mean "orders"?'],
  ["type.segment", "error TYPE_MISMATCH", 'column "zip" is of type text'],
  ["unknown.segment", "error UNKNOWN_NAME", 'did you mean "orders"?'],
])("%s is no segment over rows", (file, code, more) => {
  const ended = place.run([...command, "--segment", file]);
  expect(ended).toMatchObject({ code: 2, out: "" });
  expect(ended.err).toContain(code);
  expect(ended.err).toContain(more);
});

test.each([
  [["missing.csv"], "error MISSING_FILE: there is no file missing.csv"],
  [["one.csv"], 'error ONE_ARM: column "arm" has one value only: "mail"'],
  [["empty.csv"], "error EMPTY_TABLE: empty.csv: there is no row in it"],
  [["cells.csv"], 'error NOT_A_NUMBER: cells.csv:3: column "ordered" holds "yes"'],
  [["cells.csv"], 'error MISSING_CELL: cells.csv:4: column "arm" is empty'],
  [["cells.csv"], 'error MISSING_CELL: cells.csv:5: column "ordered" is empty'],
  [["ragged.csv"], "error BROKEN_ROW: ragged.csv:3: 3 cells, but the first row names 2 columns"],
  [["twice.csv"], 'error COLUMN_TWICE: twice.csv:1: two columns are called "arm"'],
  [["broken.ndjson"], "error BROKEN_ROW: broken.ndjson:2: no JSON object"],
  [["broken.parquet"], "error UNREADABLE_PARQUET: broken.parquet: "],
  [
    ["rows.csv", "--by", "zipp"],
    'error UNKNOWN_COLUMN: there is no column "zipp"; did you mean "zip"?',
  ],
  [["rows.csv", "--by", "ordered"], 'error COLUMN_TWICE_USED: column "ordered" is given two parts'],
  [["rows.csv", "--by", "id"], 'error TOO_MANY_LEVELS: column "id" has 1200 values'],
  [
    ["rows.csv", "--arm", "id"],
    'error TOO_MANY_LEVELS: column "id" has 1200 values; is it the arm?',
  ],
  [["rows.csv", "--control", "maill"], 'no row has the arm "maill"; did you mean "mail"?'],
  [["rows.csv", "--weights", "mail=2"], '--weights says nothing of "control"'],
  [
    ["rows.csv", "--weights", "mail=2", "contrl=1"],
    'no row has the arm "contrl"; did you mean "control"?',
  ],
  [["rows.csv", "--alpha", "2"], "It must lie between 0 and 1"],
])("%j is refused with its place", (args, message) => {
  const ended = place.run(["experiment", "--arm", "arm", ...args, "--outcome", "ordered"]);
  expect(ended).toMatchObject({ code: 2, out: "" });
  expect(ended.err).toContain(message);
  expect(ended.err).not.toMatch(/^\s+at /m);
});

test("a profile that stands twice makes the experiment invalid, and ends with 1", () => {
  const ended = place.run(["experiment", "repeated.csv", ...command.slice(2), "--id", "id"]);
  expect(ended.code).toBe(1);
  expect(ended.out).toContain("p1 stands in 2 arms, first on line 3");
  expect(ended.out).not.toContain("difference");
});

test("arms that lost people make it invalid, unless that is what they were promised", () => {
  const ask = ["experiment", "lost.csv", ...command.slice(2)];
  const ended = place.run(ask);
  expect(ended.code).toBe(1);
  expect(ended.out).toContain("✗ sample ratio   the arms do not have the sizes");
  expect(ended.out).not.toContain("Exploring");
  expect(place.run([...ask, "--weights", "control=2", "mail=1"]).code).toBe(0);
});

test.each(["ONE_ARM", "MISSING_CELL", "READS_OUTCOME"])("help explains %s", (code) => {
  expect(place.run(["help", code])).toMatchObject({ code: 0, err: "" });
});
