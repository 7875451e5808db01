import fc from "fast-check";
import { expect, test } from "vitest";
import { checkRules } from "../../src/rule/check.ts";
import { fixRules } from "../../src/rule/fix.ts";
import { isSameSegment } from "../../src/rule/fix/same.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { segment } from "./arbitraries.ts";

const CONTEXT = { vocabulary: defaultVocabulary, others: [] };

function fix(text: string): string {
  return fixRules({ path: "a.segment", text }, CONTEXT).text;
}

test("the author's text and comments stay as they are around what is put right", () => {
  const text = `# Who buys.
segment a
when device  = mobile   # phones
  and orders >= 2 in last 7d  # of late
  and orders >= 1 in last 30d # also
  and not not vip = true
  and (opens >= 1 in last 7d or opens >= 2 in last 7d
    or clicks >= 1 in last 7d)
  and  device = mobile
  and cart_vews >= 1 in last 7d
`;
  const { text: fixed, done } = fixRules({ path: "a.segment", text }, CONTEXT);
  expect(fixed).toBe(`# Who buys.
segment a
when device  = mobile   # phones
  and orders >= 2 in last 7d  # of late
  # also
  and vip = true
  and (opens >= 1 in last 7d
    or clicks >= 1 in last 7d)
  and cart_views >= 1 in last 7d
`);
  expect(done.map(({ code }) => code)).toEqual([
    "UNKNOWN_METRIC",
    "IMPLIED",
    "DOUBLE_NEGATION",
    "SWALLOWED",
    "IMPLIED",
  ]);
});

test.each([
  ["vip = true and vip = true", "vip = true"],
  ["orders >= 1 in last 30d and orders >= 2 in last 7d", "orders >= 2 in last 7d"],
  ["(orders >= 1 ever) and (orders >= 2 in last 7d)", "(orders >= 2 in last 7d)"],
  ["vip = true or (vip = true and age > 3)", "vip = true"],
  ["clicks < 0 ever or vip = true", "vip = true"],
  ["vip = true and clicks >= 0 ever", "vip = true"],
  ["not (not vip = true)", "(vip = true)"],
  ["not not not vip = true", "not vip = true"],
  ["not (vip = true or vip = true)", "not (vip = true)"],
  [
    "vip = true and (device = mobile or device = mobile and age > 3)",
    "vip = true and (device = mobile)",
  ],
  ["device = mobile and (device = desktop or vip = true)", "device = mobile and (vip = true)"],
  ["vip = true # one\n and # two\n vip = true # three", "vip = true # one\n # two\n # three"],
  ["vip = true # one\n and age > 3 and age > 2", "vip = true # one\n and age > 3"],
  ["vip = true and brithday is present", "vip = true and brithday is present"],
  ["local time in evnig and vip = true", "local time in evnig and vip = true"],
  ["local time in evning and vip = true", "local time in evening and vip = true"],
  ["device = mobil and vip = true", "device = mobile and vip = true"],
  ['profile.plam = "x" and vip = true', 'profile.plan = "x" and vip = true'],
  ['event "Cart View" >= 1 ever and vip = true', 'event "Cart View" >= 1 ever and vip = true'],
  ["event “Carts Viewed” >= 1 ever", "event “Cart Viewed” >= 1 ever"],
])("%s", (when, fixed) => {
  expect(fix(`segment a when ${when}`)).toBe(`segment a when ${fixed}`);
});

test.each([
  'time >= "18:00" and time <= "21:00" and vip = true',
  "device = mobile and device = desktop",
  "orders >= 1 in last 48m and vip = true",
  "clicks < 0 ever",
  "adds between 2 and 5 ever and vip = true",
  "adds >= 1 of the same product ever and adds >= 2 of that product ever",
])("%s is left to its author", (when) => {
  expect(fix(`segment a when ${when}`)).toBe(`segment a when ${when}`);
});

test("a name that differs in a digit, or could be one of two, is left to its author", () => {
  const words = "vocabulary attribute level_1 number attribute cat number attribute car number ";
  for (const when of ["level_2 > 3", "cas > 3"])
    expect(fix(`${words}segment a when ${when}`)).toContain(when);
});

test("clauses beside the conditions are fixed too, and never changed", () => {
  const text = `segment a when vip = true and orders >= 1 ever
relax when age > 3 and age > 2: time by 45min
until opens >= 1 since entry or opens >= 2 since entry
then send email "One"
after 24h unless converted or orders >= 2 since send send email "Two"
cool off 72h`;
  expect(fix(text)).toBe(`segment a when vip = true and orders >= 1 ever
relax when age > 3: time by 45min
until opens >= 1 since entry
then send email "One"
after 24h unless converted send email "Two"
cool off 72h`);
});

test("what a fix uncovers is told: a relaxation that lets nobody in", () => {
  const text = `segment a when no page_views in session
relax when location.zone is missing or email in (""): time by 1ms, device to (mobile)`;
  const source = { path: "a.segment", text: fix(text) };
  const { segments } = parseRules(source, defaultVocabulary);
  const codes = checkRules(segments, { sourceOf: () => source }).map(({ code }) => code);
  expect(codes).not.toContain("NEVER_HOLDS");
  expect(codes).toContain("WITHOUT_EFFECT");
});

test("fixing changes no member and no send, is done at once, and leaves nothing to fix", () => {
  fc.assert(
    fc.property(segment, (given) => {
      const source = { path: "a.segment", text: printSegment(given) };
      const before = parseRules(source, defaultVocabulary);
      const text = fix(source.text);
      expect(fix(text)).toBe(text);
      const after = parseRules({ ...source, text }, defaultVocabulary);
      expect(after.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      if (text === source.text) return;
      expect(isSameSegment(before.segments[0]!, after.segments[0]!, [])).toBe(true);
      // What was left out may have hidden another finding, but nothing that can be fixed is left.
      const found = checkRules(after.segments, { sourceOf: () => ({ ...source, text }) });
      expect(found.filter((each) => each.fix !== undefined)).toEqual([]);
    }),
    { numRuns: Number(process.env["REHEARSAL_CASES"] ?? 100) },
  );
});
