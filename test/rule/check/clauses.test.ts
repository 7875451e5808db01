import { expect, test } from "vitest";
import { check } from "./checking.ts";

const WHEN = "segment a when device = mobile and opens >= 1 in last 7d and orders >= 1 in last 7d";

test.each([
  ["until opens >= 1 in last 30d", ["error ENDS_AT_ONCE opens >= 1 in last 30d"]],
  ["until clicks < 1 since entry", ["error ENDS_AT_ONCE clicks < 1 since entry"]],
  [
    "until opens >= 1 in last 8d and not clicks >= 1 since entry",
    ["error ENDS_AT_ONCE opens >= 1 in last 8d and not clicks >= 1 since entry"],
  ],
  ["until device = desktop", ["warning NEVER_ENDS device = desktop"]],
  ["until no orders in last 7d", ["warning NEVER_ENDS no orders in last 7d"]],
  ["until clicks < 0 since entry", ["warning NEVER_ENDS clicks < 0 since entry"]],
  ["until opens >= 1 since entry or session ended", []],
  ["until opens >= 1 since entry or device = desktop", ["warning CONTRADICTION device = desktop"]],
  ["until opens >= 1 since entry and device = mobile", ["warning IMPLIED device = mobile"]],
  [
    "until opens >= 1 since entry or opens >= 2 since entry",
    ["warning SWALLOWED opens >= 2 since entry"],
  ],
  ["until orders >= 3 in last 7d", []],
])("%s", (clause, found) => {
  expect(check(`${WHEN}\n${clause}`)).toEqual(found);
});

test.each([
  [
    "when device = mobile and local time in evening",
    "relax when propensity > 0.85: time by 45min",
    [],
  ],
  [
    "when device = mobile and local time in evening",
    "relax when propensity > 0.85: device to (mobile)",
    ["warning WITHOUT_EFFECT relax when propensity > 0.85: device to (mobile)"],
  ],
  [
    "when device = mobile and opens >= 1 ever",
    "relax when vip = true: time by 45min",
    ["warning WITHOUT_EFFECT relax when vip = true: time by 45min"],
  ],
  [
    "when device = mobile and opens >= 1 ever",
    "relax when opens < 0 ever: device to (tablet)",
    ["warning NEVER_HOLDS opens < 0 ever"],
  ],
  [
    "when device = mobile and opens >= 1 ever",
    "relax when opens >= 0 ever: device to (tablet)",
    ["warning ALWAYS_HOLDS opens >= 0 ever"],
  ],
  ["when device = mobile and opens >= 1 ever", "relax when vip = true: priority +10", []],
])("%s %s", (when, relax, found) => {
  const all = check(`segment a\n${when}\n${relax}`).filter((each) => !each.includes("PURE"));
  expect(all.map((each) => each.replace("hint ", "warning "))).toEqual(found);
});

test("a follow-up that is always or never read again is told", () => {
  const rule = `${WHEN} then send email "One"`;
  expect(check(`${rule} after 24h unless clicks >= 0 since send send email "Two"`)).toEqual([
    "error NEVER_SENDS clicks >= 0 since send",
  ]);
  expect(check(`${rule} after 24h unless clicks < 0 since send send email "Two"`)).toEqual([
    "warning NEVER_HOLDS clicks < 0 since send",
  ]);
  expect(check(`${rule} after 24h unless converted send email "Two"`)).toEqual([]);
});

test("what a segment refines counts as said", () => {
  const parent =
    "segment b when device = mobile and local time in evening and cart_views >= 1 ever";
  const child = "segment a refines b when evidence >= 5 events in last 30d when ";
  expect(check(`${child} device = desktop and vip = true\n${parent}`)).toEqual([
    "error CONTRADICTION device = desktop",
  ]);
  expect(check(`${child} cart_views >= 1 ever and vip = true\n${parent}`)).toEqual([
    "warning IMPLIED cart_views >= 1 ever",
  ]);
  expect(check(`${child} no cart_views in last 1h and vip = true\n${parent}`)).toEqual([]);
  expect(check(`${child} no events in last 30d and vip = true\n${parent}`)).toEqual([
    "error CONTRADICTION no events in last 30d",
  ]);
});

test("what a segment asks and its parent asks as well is said once too often", () => {
  const rule = "segment a refines b when device = mobile and vip = true segment b when device";
  expect(check(`${rule} = mobile`)).toEqual(["warning IMPLIED device = mobile"]);
  expect(check(`${rule} in (mobile, tablet)`)).toEqual(["warning IMPLIED refines b"]);
  expect(check(`${rule} in (mobile, tablet) until clicks >= 1 since entry`)).toEqual([]);
});
