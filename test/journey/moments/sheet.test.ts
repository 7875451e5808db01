import { describe, expect, test } from "vitest";
import { RIGHT, TOLERANCE, holds, missOf } from "./moment.ts";
import { writePeople } from "./report.ts";
import { SHEET } from "./sheet.ts";

// Every row of the tables that people are made by: in the tests on few people, in `npm run prove` and in the report on
// many. A wrong generator must fail each: in the tests those that few people show, in `npm run prove` all.

const isThorough =
  process.env["REHEARSAL_CASES"] !== undefined || process.env["REHEARSAL_REPORTS"] !== undefined;
/** A busy machine may take minutes over twenty thousand people. */
const PATIENCE = isThorough ? 600_000 : 60_000;
const ROWS = SHEET.flatMap(({ rows }) => rows);

describe("the people", () => {
  test.each(ROWS)(
    "$name: as it should be ($source)",
    (row) => {
      const { value, error } = row.measure(isThorough ? row.thorough : row.quick, RIGHT);
      expect(missOf(row, value), `measured ${value} ± ${error}`).toBeLessThanOrEqual(
        TOLERANCE * error,
      );
    },
    PATIENCE,
  );
});

const wrong = ROWS.flatMap((row) => row.mutants.map((mutant) => ({ row, mutant, name: row.name })));
const tried = wrong.filter(({ row, mutant }) => isThorough || mutant.people <= row.quick / 5);

describe("a wrong generator is seen, where as many people of the right one pass", () => {
  test.each(tried)(
    "$mutant.name: $name",
    async ({ row, mutant }) => {
      const right = row.measure(mutant.people, RIGHT);
      expect(holds(row, right), `the right one: ${right.value} ± ${right.error}`).toBe(true);
      const found = row.measure(mutant.people, await mutant.make());
      expect(holds(row, found), `measured ${found.value} ± ${found.error}`).toBe(false);
    },
    PATIENCE,
  );
});

test(
  "reports/people.md holds the measured sheet",
  () => {
    if (isThorough) writePeople(SHEET);
  },
  PATIENCE,
);
