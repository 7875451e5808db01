import { describe, expect, test } from "vitest";
import { peopleOfPreset } from "../../../src/journey/settings.ts";
import type { PeopleSettings } from "../../../src/journey/settings.ts";
import { instant } from "../../../src/time/instant.ts";
import { forEachLife } from "../living.ts";
import { countsOf } from "./counts.ts";
import { liveLong, repeatRows } from "./repeat.ts";
import { writePeople } from "./report.ts";
import { MAIL, type Moment, ON_SITE, TIME, holds, missOf } from "./sheet.ts";
import type { Counts } from "./tally.ts";

// Every row of the tables that people are made by: in the tests on few people, in `npm run prove` and in the report on
// 20 000 for 60 days. A wrong generator must fail each.

const PEOPLE = peopleOfPreset("us-general-retail");
const SPAN = {
  seed: "7",
  from: instant(Date.UTC(2026, 1, 1)),
  to: instant(Date.UTC(2026, 3, 2)),
};
const isThorough =
  process.env["REHEARSAL_CASES"] !== undefined || process.env["REHEARSAL_REPORTS"] !== undefined;
const NUMBER = isThorough ? 20_000 : 3000;

function countAll(number: number, settings: PeopleSettings): readonly Counts[] {
  const all: Counts[] = [];
  forEachLife(number, { settings, span: SPAN }, (lived) => all.push(countsOf(lived)));
  return all;
}

const ALL = countAll(NUMBER, PEOPLE);
const MOMENTS: readonly Moment[] = [...TIME, ...ON_SITE, ...MAIL];

describe("the people", () => {
  test.each(MOMENTS)("$name: as it should be ($source)", (moment) => {
    const { value, error } = moment.measure(ALL);
    expect(missOf(moment, value), `measured ${value} ± ${error}`).toBeLessThanOrEqual(
      moment.slack + 4 * error,
    );
  });
});

const wrong = MOMENTS.flatMap((moment) =>
  moment.mutant === undefined ? [] : [{ ...moment, mutant: moment.mutant }],
);

describe("a wrong generator is seen", () => {
  test.each(wrong)("$mutant.name: $name", (moment) => {
    const { people, change } = moment.mutant;
    const found = moment.measure(countAll(people, change(PEOPLE)));
    expect(holds(moment, found), `measured ${found.value} ± ${found.error}`).toBe(false);
  });
});

test("reports/people.md holds the measured sheet", () => {
  if (!isThorough) return;
  const parts = [
    { title: "Time and devices", moments: TIME },
    { title: "On the site", moments: ON_SITE },
    { title: "Mail", moments: MAIL },
  ].map(({ title, moments }) => ({
    title,
    rows: moments.map((moment) => ({ moment, found: moment.measure(ALL) })),
  }));
  const title = "Repeat purchase: 6 000 people for 78 weeks, without mail";
  writePeople([...parts, { title, rows: repeatRows(liveLong(6000, PEOPLE)) }]);
});
