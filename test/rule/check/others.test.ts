import { expect, test } from "vitest";
import { check, findingsOf } from "./checking.ts";

const NEXT = "\nsegment mobile_evening when device = mobile and vip = true";

test("a segment that is nowhere is told with the nearest name, wherever it is asked for", () => {
  for (const rule of [
    "segment a when in segment mobile_evning and vip = true",
    "segment a when vip = true and not entered segment mobile_evning in last 2h",
    "segment a refines mobile_evning when vip = true",
    "segment a when vip = true until in segment mobile_evning",
    'segment a when vip = true then send email "x" after 1h unless in segment mobile_evning send email "y"',
    "segment a when vip = true relax when in segment mobile_evning: priority +1",
  ]) {
    const found = findingsOf(rule + NEXT).filter(({ severity }) => severity === "error");
    expect(found).toMatchObject([
      { code: "UNKNOWN_SEGMENT", note: 'did you mean "mobile_evening"?' },
    ]);
  }
});

test("a circle is named once, at its first segment, and a segment that asks for itself is one", () => {
  const circle = findingsOf(
    "segment a when in segment b segment b when vip = true until left segment c in last 1h segment c refines a when vip = true",
  ).filter(({ severity }) => severity === "error");
  expect(circle.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'SEGMENT_CIRCLE these segments ask for each other, so none can be decided first: "a" → "b" → "c" → "a"',
  ]);
  expect(check("segment a refines a when vip = true")).toEqual(["error SEGMENT_CIRCLE refines a"]);
  expect(check("segment a when vip = true and not in segment a")).toEqual([
    "error SEGMENT_CIRCLE in segment a",
  ]);
  expect(
    check("segment a when in segment b segment c when in segment b segment b when vip = true"),
  ).toEqual(["warning SAME_SEGMENT segment", "warning SAME_SEGMENT segment"]);
});

test("a local time without a source of zones", () => {
  const zoneless = (rule: string): readonly string[] =>
    check(rule, { zoneSource: "none" }).filter((each) => each.includes("ZONE"));
  for (const [rule, marked] of [
    ["when vip = true and local time in evening", "local time in evening"],
    ['when vip = true and time > "18:00"', 'time > "18:00"'],
    ["when vip = true and local day = monday", "local day = monday"],
    ["when opens >= 1 today", "opens >= 1 today"],
    [
      "when sum of total over orders >= 1 in last 2 calendar weeks",
      "sum of total over orders >= 1 in last 2 calendar weeks",
    ],
    ["when opens where local day = monday >= 1 ever", "opens where local day = monday >= 1 ever"],
    ['when vip = true then send email "x" send within evening cool off 72h', "send within evening"],
    ['when vip = true then send email "x" quiet hours 22:00..08:00', "quiet hours 22:00..08:00"],
  ]) {
    expect(zoneless(`segment a ${rule}`)).toEqual([`warning NO_ZONE_SOURCE ${marked}`]);
    expect(check(`segment a ${rule}`).join()).not.toContain("ZONE");
  }
  expect(zoneless("segment a when opens >= 1 in last 3 calendar days utc")).toEqual([]);
  expect(zoneless('segment a when opens >= 1 ever and location.zone = "UTC"')).toEqual([]);
});

test("counts that nobody reaches, scores beyond 1, negations that undo each other", () => {
  const rule = "segment a when vip = true and ";
  expect(check(`${rule} clicks >= 1000 in last 10min`)).toEqual([
    "hint OUT_OF_REACH clicks >= 1000 in last 10min",
  ]);
  expect(check(`${rule} clicks >= 600 in last 10min`)).toEqual([]);
  expect(check(`${rule} not clicks <= 1000 in last 10min`)).toEqual([]);
  expect(check(`${rule} propensity > 85`)).toEqual(["warning SCORE_RANGE propensity > 85"]);
  expect(check(`${rule} propensity > 1`)).toEqual([]);
  expect(check(`${rule} age > 85`)).toEqual([]);
  expect(check(`${rule} not not clicks >= 1 ever`)).toEqual([
    "hint DOUBLE_NEGATION not not clicks >= 1 ever",
  ]);
  expect(check(`${rule} not (not (clicks >= 1 ever or age > 3))`)).toHaveLength(1);
  expect(check(`${rule} not (not clicks >= 1 ever or age > 3)`)).toEqual([]);
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
  ["sum of total over orders <= 5 ever", true],
  ["average of total over orders <= 5 ever", false],
  ["not last orders within 7d", true],
  ["last orders more than 7d ago", false],
  ["consent unknown", true],
  ["consent given", false],
  ["session ended", true],
  ["session depth < 3", false],
  ["not adds then orders within 1h ever", true],
  ["adds then no orders within 1h ever", false],
  ["not created_at within last 7d", true],
  ["not in segment b", true],
  ["in segment b", false],
  ["in segment c", true],
  ["left segment c in last 7d", true],
  ["device is missing for 7d", true],
])("%s: is everyone a member? %s", (condition, isPure) => {
  const found = check(
    `segment a when ${condition} segment b when vip = true segment c when no clicks ever`,
  );
  expect(found.includes(`warning PURE_NEGATION ${condition}`)).toBe(isPure);
});

test("what refines a segment of members is no pure negation", () => {
  const found = check("segment a refines b when no opens ever segment b when vip = true");
  expect(found).toEqual([]);
});
