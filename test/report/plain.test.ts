import { expect, test } from "vitest";
import fc from "fast-check";
import { plain } from "../../src/report/plain.ts";
import { columnsOf } from "../../src/text/columns.ts";
import { CASES, HOSTILE_CASES, people, reportWith } from "./reports.ts";

const EXPECTATIONS =
  "size: { at_peak: 90%..100% }, precision: { min: 0.95 }, recall: { min: 0.9 }, staleness_false_positives: { max: 3% }";

test("the summary: what failed with its reason and place, the important line last", () => {
  const report = reportWith(EXPECTATIONS, people(90, 8, 2), CASES);
  expect(plain(report, { columns: 112, took: "3.1 s" })).toBe(
    ` small   100 profiles · 24h after 13d of warm-up, simulated in 3.1 s · seed 7 · tz 2026c · rehearsal 1.2.3
 ✗ cases                      1 passed, 1 failed, 1 todo
     a wrong guess                                                                                 small.yaml:12
       out of evening_offer, wanted in
 ✓ size                       100 % at its peak, within 90 % to 100 %                   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁███▁▁▁
 ✗ precision                  0.90 [0.83, 0.94] of 100, at least 0.95                               small.yaml:9
     10 wrongly in: 2 by late or doubled data (staleness), 8 by intent
     p-90 is one: rehearsal explain p-90 --scenario small.yaml --segment evening_offer --at
       2026-03-28T18:00:00.000Z
 ✓ recall                     1.00 [0.96, 1.00] of 90 missions, at least 0.90
 ? staleness_false_positives  0.02 [0.01, 0.07] of 100, at most 0.03: about 1 118 would decide it   small.yaml:9
     10 wrongly in: 2 by late or doubled data (staleness), 8 by intent
     p-98 is one: rehearsal explain p-98 --scenario small.yaml --segment evening_offer --at
       2026-03-28T18:00:00.000Z
 · candidates                 100 of 100 fired
 · mailable                   100 of 100 at the peak, 100 of 100 reached
 · stale data                 2 % of member time wrong
 · over-segmentation          high risk: evening_offer reaches 100 profiles
 2 failed, 1 inconclusive, 1 todo, 3 passed    again: rehearsal run small.yaml
`,
  );
});

test("without a time of the run none is told, and without paint no colour code", () => {
  const text = plain(reportWith(EXPECTATIONS), { columns: 80 });
  expect(text).not.toContain("simulated in");
  expect(text).not.toContain("\u001b");
});

test("paint gets the tone of each sign", () => {
  const text = plain(reportWith(EXPECTATIONS), {
    columns: 100,
    paint: (part, tone) => `<${tone}>${part}</${tone}>`,
  });
  expect(text).toContain("<good>✓</good> size");
  expect(text).toContain("<bad>✗</bad> precision");
  expect(text).toContain("<warn>?</warn> staleness");
});

test("at 80 columns lines go on below, and the important line is last", () => {
  const lines = plain(reportWith("precision: { min: 0.95 }"), { columns: 80 }).split("\n");
  expect(lines).toEqual([
    " small   100 profiles · 24h after 13d of warm-up · seed 7 · tz 2026c",
    "         rehearsal 1.2.3",
    " ✗ precision         0.90 [0.83, 0.94] of 100, at least 0.95        small.yaml:9",
    "     10 wrongly in: 2 by late or doubled data (staleness), 8 by intent",
    "     p-90 is one: rehearsal explain p-90 --scenario small.yaml --segment",
    "       evening_offer --at 2026-03-28T18:00:00.000Z",
    " · candidates        100 of 100 fired",
    " · mailable          100 of 100 at the peak, 100 of 100 reached",
    " · stale data        2 % of member time wrong",
    " · over-segmentation high risk: evening_offer reaches 100 profiles",
    " 1 failed, 0 passed    again: rehearsal run small.yaml",
    "",
  ]);
});

test("each verdict has its sign, and needs no colour", () => {
  const text = plain(
    reportWith(
      "size: { at_peak: 1%..100% }, precision: { min: 0.95 }, recall: { min: 0.97 }, sends: { min: 1, severity: warning }",
    ),
    { columns: 120 },
  );
  expect(text.match(/^ [✓✗?!] \w+/gm)).toEqual([
    " ✓ size",
    " ✗ precision",
    " ? recall",
    " ! sends",
  ]);
});

test("a case that is right for another reason says so", () => {
  const text = plain(
    reportWith(
      "sends: { max: 0 }",
      undefined,
      "cases: [{ name: a, at: 2026-03-28T08:00 local, expectations: { evening_offer: { is: out, because: zone } } }]\n",
    ),
    { columns: 120 },
  );
  expect(text).toContain("out of evening_offer, but not because of zone");
});

test("no line is wider than the terminal, with or without colour", () => {
  const report = reportWith(
    "size: { at_peak: 90%..100% }, precision: { min: 0.95, by: [zone, device] }, recall: { min: 0.9 }, staleness_false_positives: { max: 3% }",
    people(90, 8, 2),
    HOSTILE_CASES,
  );
  const long = { ...report, again: `rehearsal run ${"deep/".repeat(40)}a.yaml` };
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 160 }), fc.boolean(), (columns, isPainted) => {
      const paint = isPainted ? (part: string) => `\u001b[1m${part}\u001b[0m` : undefined;
      const text = plain(long, { columns, paint, took: "3.1 s" });
      expect(text).toMatch(/[^\n]\n$/);
      for (const line of text.split("\n"))
        expect(
          columnsOf(line.replaceAll("\u001b[1m", "").replaceAll("\u001b[0m", "")),
        ).toBeLessThanOrEqual(columns);
    }),
  );
});
