import { expect, test } from "vitest";
import fc from "fast-check";
import { checkRules } from "../../src/rule/check.ts";
import { signalsOf } from "../../src/rule/check/signal.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { segment } from "./arbitraries.ts";

/** The findings of a check, as `severity CODE marked text`. */
function check(text: string): readonly string[] {
  const source = { path: "a.segment", text };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  expect(findings).toEqual([]);
  return checkRules(segments, { sourceOf: () => source }).map(
    ({ severity, code, span }) => `${severity} ${code} ${text.slice(span.start, span.end)}`,
  );
}

const SOUND = "segment a when device = mobile and opens >= 1 in last 7d and orders >= 1 in last 7d";

test("a sound rule earns no remark", () => {
  expect(check(SOUND)).toEqual([]);
});

test.each([
  ["and local time 18:00..18:00", ["error NEVER_HOLDS local time 18:00..18:00"]],
  ["and local time 00:00..24:00", ["warning ALWAYS_HOLDS local time 00:00..24:00"]],
  ["and clicks >= 0 ever", ["warning ALWAYS_HOLDS clicks >= 0 ever"]],
  ["and clicks < 0 ever", ["error NEVER_HOLDS clicks < 0 ever"]],
  ["and device = desktop", ["error CONTRADICTION device = desktop"]],
  ["and device = mobile", ["warning IMPLIED device = mobile"]],
  ["and device in (desktop, tablet)", ["error CONTRADICTION device in (desktop, tablet)"]],
  ["and device != mobile", ["error CONTRADICTION device != mobile"]],
  ["and device is missing", ["error CONTRADICTION device is missing"]],
  ["and (device = desktop or vip = true)", ["warning CONTRADICTION device = desktop"]],
  ["and orders < 1 in last 7d", ["error CONTRADICTION orders < 1 in last 7d"]],
  ["and no orders in last 8d", ["error CONTRADICTION no orders in last 8d"]],
  ["and no orders ever", ["error CONTRADICTION no orders ever"]],
  ["and no orders in last 6d", []],
  ["and orders <= 1 in last 7d", []],
  ['and no orders where coupon = "X" in last 7d', []],
  ["and age > 30 and age <= 30", ["error CONTRADICTION age <= 30"]],
  ["and age >= 30 and age <= 30", []],
  ['and plan = "a" and plan = "b"', ['error CONTRADICTION plan = "b"']],
  ['and plan = "a" and tier = "b"', []],
  ['and time >= "22:00" and time < "02:00"', ['error CONTRADICTION time < "02:00"']],
  ['and time >= "18:00" and time < "21:00"', []],
  ['and time >= "18:00" and time <= "21:00"', ['hint LITERAL_TIME_BOUND time <= "21:00"']],
])("%s", (more, remarks) => {
  expect(check(`${SOUND} ${more}`)).toEqual(remarks);
});

test.each([
  ["no opens in last 72h", true],
  ["no opens in last 72h and local time in evening", true],
  ["not (opens >= 1 ever and vip = true)", true],
  ["plan is missing and no opens ever", true],
  ["opens <= 2 ever or vip = true", true],
  ["no opens in last 72h and vip = true", false],
  ["not device = mobile", true],
  ["device != mobile", false],
  ['location.zone = "Europe/Berlin" and no opens ever', false],
  ["not adds >= 1 of the same product ever", true],
  ["opens = 1 ever", false],
])("%s: is everyone a member? %s", (condition, isPure) => {
  const codes = check(`segment a when ${condition}`).map((each) => each.split(" ")[1]);
  expect(codes.includes("PURE_NEGATION")).toBe(isPure);
});

test("signals are the distinct things looked at", () => {
  const text =
    'segment a when time >= "18:00" and time < "21:00" and location.country = "US" and location.area = urban ' +
    "and cart_views between 2 and 5 ever and not device = tablet";
  const { segments } = parseRules({ path: "a", text }, defaultVocabulary);
  expect(signalsOf(segments[0]!.when)).toEqual(["local time", "location", "cart_views", "device"]);
});

test("fewer than three signals or more than five are a hint", () => {
  expect(check("segment a when vip = true and orders >= 1 ever")[0]).toMatch(/^hint FEW_SIGNALS/);
  expect(check(`${SOUND} and vip = true and consent = true`)).toEqual([]);
  const six = `${SOUND} and vip = true and consent = true and age > 3`;
  expect(check(six)[0]).toMatch(/^hint MANY_SIGNALS/);
});

test("two of one name, and two of one meaning, are told at the second", () => {
  expect(check(`${SOUND}\n${SOUND}`)).toEqual(["error DUPLICATE_SEGMENT segment"]);
  expect(check(`${SOUND}\n${SOUND.replace(" a ", " b ")}`)).toEqual([
    "warning SAME_SEGMENT segment",
  ]);
});

test("every rule that parses can be checked", () => {
  fc.assert(
    fc.property(segment, (given) => {
      const source = { path: "a.segment", text: "" };
      expect(Array.isArray(checkRules([given], { sourceOf: () => source }))).toBe(true);
    }),
  );
});
