import { expect, test } from "vitest";
import { foundWith, read, SCENARIO, saidOf } from "./sources.ts";

test.each([
  ["run: 24h", "run: 0h", "OUT_OF_RANGE 5: 0h"],
  ["run: 24h", "run: -24h", "WRONG_TYPE 5: -24h"],
  ["run: 24h", "run: 36500d", "OUT_OF_RANGE 5: 36500d"],
  ["warm_up: 13d", "warm_up: 36000d", "OUT_OF_RANGE 5: 36000d"],
])("%s cannot be %s", (piece, other, finding) => {
  expect(foundWith(piece, other)).toEqual([finding]);
});

test("a run may end where the known clocks do, and no later", () => {
  const from = (start: string) => SCENARIO.replace("2026-03-28T00:00Z", start);
  expect(read(from("2079-12-31T00:00Z")).findings).toEqual([]);
  expect(read(from("2079-12-31T00:01Z")).findings).toMatchObject([
    { code: "OUT_OF_RANGE", message: "the run ends after 2079" },
  ]);
});

test("a warm-up of no time is short, but it runs", () => {
  expect(saidOf("13d", "0s")).toEqual([
    "a warm-up of 0s is shorter than the longest window plus the cool-off: write at least 6d",
  ]);
});

test("the longest cool-off is a rule's own, or the policy's where a rule has none", () => {
  const short = `${SCENARIO.replace("13d", "5d")}policy: { cool_off: 400h }\n`;
  expect(read(short).findings[0]?.message).toContain("write at least 6d");
});
