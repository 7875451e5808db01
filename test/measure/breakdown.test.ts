import { expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import type { AccuracySlice } from "../../src/measure/accuracy.ts";
import { DAY, at, first, log, sent, truly, visits, wants } from "./logs.ts";

const twoDays = { ...DAY, end: at(48) };

function breakdownOf(logs: readonly ProfileLog[]) {
  const { breakdown } = first(logs, twoDays);
  if (breakdown.status !== "estimated") throw new Error(breakdown.reason);
  return breakdown;
}

/** Berlin is an hour ahead of UTC before the night to the 29th, and two after it. */
const entries = visits([18, 21, 42, 45]);

test("the hour is that on the wall at home, also when clocks change; sends have their own", () => {
  const found = breakdownOf([
    log(1, { transitions: entries, sends: [sent(20.5)], truth: truly([18, 21]) }),
  ]);
  expect(found.entries.hours.map(({ name, of }) => [name, of])).toEqual([
    ["19", 1],
    ["20", 1],
  ]);
  expect(found.sends.hours.map(({ name }) => name)).toEqual(["21"]);
});

test("precision over time: each day of the run for itself", () => {
  const found = breakdownOf([
    log(1, { transitions: entries, truth: truly([18, 21, 42, 45], wants(17, 19)) }),
  ]);
  expect(found.entries.days).toMatchObject([
    { name: "2026-03-28T00:00:00.000Z", of: 1, truePositives: 1, intentFalsePositives: 0 },
    { name: "2026-03-29T00:00:00.000Z", of: 1, truePositives: 0, intentFalsePositives: 1 },
  ]);
});

test("the mission is the one that wants it, else the latest that is open, else none", () => {
  const missions = [
    { kind: "researcher", from: at(10), to: at(20) },
    { kind: "browser", from: at(17), to: at(20) },
  ];
  const transitions = visits([18, 21]);
  const found = breakdownOf([
    log(1, { transitions, truth: { ...truly([], wants(12, 20)), missions } }),
    log(2, { transitions, truth: { ...truly([]), missions } }),
    log(3, { transitions, truth: truly([]) }),
  ]);
  expect(found.entries.missions.map(({ name, luckyPositives }) => [name, luckyPositives])).toEqual([
    ["browser", 0],
    ["none", 0],
    ["researcher", 1],
  ]);
});

test("every table adds up to all entries and all sends, and each row to one", () => {
  const logs = Array.from({ length: 60 }, (_, index) => {
    const from = (index * 5) % 40;
    const truth = truly([(index * 3) % 30, 31 + (index % 9)], wants(index % 20, 20 + (index % 20)));
    return log(index, { transitions: visits([from, from + 3]), sends: [sent(from + 1)], truth });
  });
  const { accuracy } = first(logs, twoDays);
  if (accuracy.status !== "estimated") throw new Error(accuracy.reason);
  const found = breakdownOf(logs);
  for (const points of ["entries", "sends"] as const) {
    for (const slices of Object.values<readonly AccuracySlice[]>({ ...found[points] })) {
      const sum = slices.reduce((all, { of }) => all + of, 0);
      expect(sum).toBe(accuracy[points].total.of);
      for (const slice of slices) {
        if (slice.precision.status !== "estimated") throw new Error("an empty slice");
        const { precision, intentFalsePositives, stalenessFalsePositives, of } = slice;
        expect(precision.count + intentFalsePositives + stalenessFalsePositives).toBe(of);
      }
    }
  }
});
