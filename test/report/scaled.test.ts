import { expect, test } from "vitest";
import { json } from "../../src/report/json.ts";
import { markdown } from "../../src/report/markdown.ts";
import { plain } from "../../src/report/plain.ts";
import type { Report } from "../../src/report/report.ts";
import { formatScaled } from "../../src/report/scaled.ts";
import { NEVER } from "../../src/time/instant.ts";
import { DAY, at, log, measured } from "../measure/logs.ts";
import { people, reportWith } from "./reports.ts";

const UNMAILABLE = [{ from: at(0), to: NEVER }];

/** A hundred members, thirty of whom cannot be written to, among a thousand people. */
const logs = [
  ...people(90, 8, 2).map((each, index) =>
    index < 30 ? { ...each, unmailable: UNMAILABLE } : each,
  ),
  ...Array.from({ length: 900 }, (_, index) => log(1000 + index)),
];

function reportOn(listSize: number | undefined): Report {
  const report = reportWith("size: { at_peak: 1%..100% }", logs);
  return { ...report, measures: measured(logs, { ...DAY, listSize }) };
}

test("a scaled count is rounded, and its interval outwards", () => {
  expect(formatScaled({ count: 85_000.4, low: 70_219.9, high: 102_300.1 })).toBe(
    "85 000 [70 219, 102 301]",
  );
});

test("the mailable part stands beside each size, with a list and without", () => {
  for (const listSize of [undefined, 850_000]) {
    const report = reportOn(listSize);
    expect(plain(report, { columns: 100 })).toContain(
      " · mailable          70 of 100 at the peak, 70 of 100 reached\n",
    );
    const text = markdown(report);
    expect(text).toMatch(/\| all +\| +1 000 \| +100 \| +10 % \| +70 \| [^|]+ \| 12\.5 \| +8\.8 \|/);
    expect(text).toMatch(/\| profiles reached in the run +\| +100 \| +10 % \| +70 \|/);
    expect(JSON.parse(json(report))).toMatchObject({
      segments: [
        { size: { all: [{ mailable: { at_peak: 70 } }] }, reach: { mailable: { members: 70 } } },
      ],
    });
  }
});

test("on a list, every count is called scaled and has its interval", () => {
  const report = reportOn(850_000);
  const summary = plain(report, { columns: 200 });
  expect(summary).toMatch(
    / · your list         scaled to 850 000: 85 000 \[70 \d{3}, 102 \d{3}\] at the peak, 59 500 \[\d\d \d{3}, \d\d \d{3}\] of them mailable, 85 000 \[[\d ]+, [\d ]+\] reached, 0 \[0, 3 \d{3}\] sends\n/,
  );
  const [, section = ""] = /### Scaled to a list of 850 000\n([^#]+)/.exec(markdown(report)) ?? [];
  expect(section).toContain("the 1 000 simulated profiles, scaled to 850 000");
  expect(section).toContain("is assumed");
  const rows = section.match(/^\| [a-z].*$/gm)!.slice(1);
  expect(rows).toHaveLength(19);
  for (const row of rows) expect(row).toMatch(/\| +[\d ]+ \[[\d ]+, [\d ]+\] +\|/);
  const [segment] = (JSON.parse(json(report)) as { segments: { scaled: object }[] }).segments;
  expect(segment!.scaled).toMatchObject({
    list_size: 850_000,
    confidence: 0.95,
    sizes: [{ name: "all", peak: { count: 85_000 }, mailable: { count: 59_500 } }, {}, {}, {}, {}],
    reach: { members: { count: 85_000 }, mailable: { count: 59_500 } },
    candidates: { count: 85_000 },
    suppressed: { consent: { count: 0, low: 0 } },
  });
});

test("without a list, nothing is scaled", () => {
  const report = reportOn(undefined);
  expect(plain(report, { columns: 100 }) + markdown(report) + json(report)).not.toContain("scaled");
});
