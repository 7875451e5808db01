import { expect, test } from "vitest";
import { emptyTotals, fold, merge } from "../../src/measure/totals.ts";
import { summarize } from "../../src/measure/measures.ts";
import type { ProfileLog } from "../../src/model/log.ts";
import { wilson } from "../../src/stats/proportion.ts";
import { NEVER } from "../../src/time/instant.ts";
import { at, DAY, decided, first, log, measured, sent, truly, visits, wants } from "./logs.ts";

const LIST = { ...DAY, listSize: 850_000 };

/** Ten in the evening: two of them often, one of them who cannot be written to; and ninety who do nothing. */
const logs: readonly ProfileLog[] = Array.from({ length: 100 }, (_, index) => {
  if (index >= 10) return log(index);
  const transitions = visits(index < 2 ? [1, 2, 3, 4, 18, 21] : [18, 21]);
  const entries = transitions.length / 2;
  return log(index, {
    transitions,
    decisions: Array.from({ length: entries }, (_unused, entry) =>
      decided(entry, index === 9 ? "consent" : entry === 0 ? "fired" : "cool_off"),
    ),
    sends: index === 9 ? [] : [sent(18)],
    unmailable: index === 9 ? [{ from: at(-5), to: NEVER }] : [],
  });
});

test("distinct people are scaled with Wilson's interval, and the mailable part stands beside", () => {
  const { scaled, size, reach } = first(logs, LIST);
  expect(size.total.peak.members).toBe(10);
  expect(size.total.mailable.atPeak).toBe(9);
  expect(reach.mailable).toEqual({ members: 9, perDay: 9 });
  const { low, high } = wilson(10, 100);
  const ten = { count: 85_000, low: 850_000 * low, high: 850_000 * high };
  expect(scaled?.sizes[0]).toMatchObject({ name: "all", peak: ten, mailable: { count: 76_500 } });
  expect(scaled?.reach).toEqual(ten);
  expect(scaled?.mailableReach.count).toBe(76_500);
  expect(scaled?.sizes.map(({ name, peak }) => [name, peak.count])).toEqual([
    ["all", 85_000],
    ["Europe/Berlin", 85_000],
    ["Asia/Kolkata", 0],
    ["mobile", 85_000],
    ["desktop", 0],
  ]);
});

test("what one person does often is wider than if many did it", () => {
  const { scaled, flow } = first(logs, LIST);
  expect(flow.entries.total.entries).toBe(14);
  expect(scaled?.entries.count).toBeCloseTo(119_000, 6);
  const { low, high } = wilson(14, 100);
  expect(scaled!.entries.high - scaled!.entries.low).toBeGreaterThan(850_000 * (high - low));
  expect(scaled?.sends.count).toBeCloseTo(76_500, 6);
  expect(scaled?.candidates.count).toBeCloseTo(119_000, 6);
  expect(scaled?.suppressed.consent.count).toBeCloseTo(8500, 6);
  expect(scaled?.suppressed.cool_off.count).toBeCloseTo(34_000, 6);
  expect(scaled?.suppressed.cap).toMatchObject({ count: 0, low: 0 });
  expect(scaled!.suppressed.cap.high).toBeGreaterThan(0);
});

test("sends are told by what they truly did, where that is known", () => {
  const outcome = { at: at(18), segment: 0, isFinished: true };
  const outcomes = [
    { ...outcome, ordersWith: true, ordersWithout: false },
    { ...outcome, ordersWith: false, ordersWithout: false },
    { ...outcome, at: at(30), ordersWith: true, ordersWithout: false }, // after the stretch
  ];
  const told = logs.map((each, index) =>
    index < 4 ? { ...each, truth: { ...truly([]), outcomes } } : each,
  );
  const { scaled } = first(told, LIST);
  expect(scaled?.persuadables.count).toBeCloseTo(34_000, 6);
  expect(scaled?.lostCauses.count).toBeCloseTo(34_000, 6);
  expect(scaled?.sureThings).toMatchObject({ count: 0, low: 0 });
});

test("every scaled count is the count of the run times list over people, and lies in its interval", () => {
  const { scaled, flow, reach, size } = first(logs, LIST);
  const pairs = [
    [scaled!.mean, size.total.mean],
    [scaled!.mailableMean, size.total.mailable.mean],
    [scaled!.reachPerDay, reach.perDay],
    [scaled!.mailableReachPerDay, reach.mailable.perDay],
    [scaled!.entries, flow.entries.total.entries],
    [scaled!.exits, flow.exits],
    [scaled!.fires, flow.fires],
    [scaled!.ghosts, flow.ghosts],
  ] as const;
  for (const [{ count, low, high }, number] of pairs) {
    expect(count).toBeCloseTo(8500 * number, 6);
    expect(low).toBeLessThanOrEqual(count);
    expect(high).toBeGreaterThanOrEqual(count);
  }
});

test("entries by their worth, missions and orders are scaled where the truth is known", () => {
  // Wanted and rightly in; wanted by somebody who was never in; in though nobody wanted it, on perfect data too.
  const known = logs.map((each, index) => {
    if (index === 0) return { ...each, truth: truly([18, 21], wants(17, 22)) };
    if (index === 50) return { ...each, truth: truly([], wants(10, 12)) };
    return { ...each, truth: truly(index === 2 ? [18, 21] : []) };
  });
  const { segments, orders } = measured(known, LIST);
  const { scaled, accuracy, recall } = segments[0]!;
  if (accuracy.status !== "estimated" || recall.status !== "estimated") throw new Error("truth");
  const ordered = "count" in orders ? orders.scaled : undefined;
  const { total } = accuracy.entries;
  const { entries, missions, matchedMissions } = scaled!.truth!;
  const counts = [
    [entries.true_positive, total.truePositives],
    [entries.lucky_positive, total.luckyPositives],
    [entries.intent_false_positive, total.intentFalsePositives],
    [entries.staleness_false_positive, total.stalenessFalsePositives],
    [missions, recall.total.missions],
    [matchedMissions, recall.total.matched],
    [ordered?.count, 100],
    [ordered?.twin, 0],
  ] as const;
  for (const [count, number] of counts) expect(count?.count).toBeCloseTo(8500 * number, 6);
  expect(recall.total).toMatchObject({ missions: 2, matched: 1 });
  expect(total).toMatchObject({ truePositives: 1, intentFalsePositives: 1 });
  expect(first(logs, LIST).scaled?.truth).toBeUndefined();
});

test("without a list nothing is scaled, and of nobody nothing", () => {
  expect(first(logs).scaled).toBeUndefined();
  expect(summarize(emptyTotals(LIST), LIST).segments[0]!.scaled).toBeUndefined();
});

test("shards add up to the same", () => {
  const [one, other] = [emptyTotals(LIST), emptyTotals(LIST)];
  for (const [index, each] of logs.entries()) fold(index % 3 === 0 ? one : other, LIST, each);
  merge(one, other);
  expect(summarize(one, LIST).segments[0]).toEqual(first(logs, LIST));
});

test("a member who is lost to the mail in the middle of a stay is mailable until then, and again once won back", () => {
  const lost = log(1, {
    transitions: visits([10, 20]),
    unmailable: [
      { from: at(8), to: at(11) },
      { from: at(13), to: at(14) },
      { from: at(19), to: NEVER },
    ],
  });
  const { size } = first([lost, log(2, { transitions: visits([12, 13]) })]);
  expect(size.total.mean * 24).toBeCloseTo(11, 9);
  expect(size.total.mailable.mean * 24).toBeCloseTo(8, 9); // 11..13, 14..19 and 12..13
  expect(size.total.mailable.atPeak).toBe(2);
});
