import { expect, test } from "vitest";
import fc from "fast-check";
import type { ProfileLog, Transition, TruthLog } from "../../src/model/log.ts";
import { emptyTotals, merge } from "../../src/measure/totals.ts";
import { summarize } from "../../src/measure/measures.ts";
import { type AccuracySlice, OUTCOMES } from "../../src/measure/accuracy.ts";
import type { Sliced } from "../../src/measure/setup.ts";
import { DAY, at, log, measured, sent, totalsOf, truly, visits, wants } from "./logs.ts";

const hour = fc.integer({ min: -300, max: 2700 }).map((centi) => centi / 100);
const ascending = fc
  .uniqueArray(hour, { maxLength: 8 })
  .map((all) => all.toSorted((a, b) => a - b));
const span = fc
  .tuple(hour, hour, fc.integer({ min: 1, max: 3 }))
  .map(([from, length, mission]) => wants(from, from + Math.abs(length) + 0.01, mission));

/** Logs of people who come and go and want this and that. */
const logs = fc
  .array(
    fc.record({
      zone: fc.constantFrom("Europe/Berlin", "Asia/Kolkata", "Pacific/Apia"),
      device: fc.constantFrom("mobile", "desktop", "fridge"),
      hours: ascending,
      perfect: ascending,
      wanted: fc.array(span, { maxLength: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((people) =>
    people.map(({ zone, device, hours, perfect, wanted }, index): ProfileLog => {
      const transitions = visits(hours, 0, device);
      const sends = transitions
        .filter((each) => each.kind === "entered")
        .map((each) => ({ ...sent(0), at: each.at }));
      const truth = hindsightOf(truly(perfect, ...wanted), transitions, index);
      return log(index, { zone, device, transitions, sends, truth });
    }),
  );

/** A truth with all that a look back adds to it. */
function hindsightOf(truth: TruthLog, transitions: readonly Transition[], index: number): TruthLog {
  const entries = transitions.filter(({ kind }) => kind === "entered").map((each) => each.at);
  const repairs = [[], [{ fault: "machines", feed: "email" } as const], [{ fault: "latency" }]];
  return {
    ...truth,
    missions: truth.intents,
    blames: entries.map((when, number) => ({
      at: when,
      segment: 0,
      kind: number % 2 === 0 ? "staleness_false_positive" : "stale_send",
      repairs: repairs[(index + number) % 3]!,
    })),
    races: entries.map((when) => ({ segment: 0, at: when, orderedAt: when, deliveredAt: when })),
    synced: index % 2 === 0 ? [{ feed: "email", sync: "8h", transitions }] : undefined,
  };
}

test("the run's own numbers are sums", () => {
  const found = measured([
    log(1, { truth: truly([]), zoneAssumed: true }),
    log(2, { truth: truly([]), consentUnknown: true }),
  ]);
  expect(found).toMatchObject({
    start: at(0),
    profiles: 2,
    events: 20,
    zoneAssumed: 1,
    consentUnknown: 1,
    orders: { count: 2, twin: 0 },
  });
});

test("without a twin world its orders are not estimable", () => {
  const truth = { ...truly([]), twinOrders: undefined };
  expect(measured([log(1, { truth })]).orders).toMatchObject({
    count: 1,
    twin: { status: "not_estimable" },
  });
});

test("any shards in any order, sent through structuredClone, add up to the same measures", () => {
  fc.assert(
    fc.property(
      logs,
      fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
      (all, cut) => {
        const shards = [3, 1, 0, 2].map((shard) =>
          structuredClone(totalsOf(all.filter((_, index) => cut[index] === shard).toReversed())),
        );
        const together = emptyTotals(DAY);
        for (const shard of shards) merge(together, shard);
        expect(summarize(together, DAY)).toEqual(measured(all));
        expect(together.freshness).toEqual(totalsOf(all).freshness);
      },
    ),
  );
});

function points(slice: AccuracySlice): readonly number[] {
  return [
    slice.stalenessFalsePositives,
    slice.luckyPositives,
    slice.intentFalsePositives,
    slice.truePositives,
  ];
}

function sum(rows: readonly (readonly number[])[]): readonly number[] {
  return OUTCOMES.map((_, index) => rows.reduce((total, row) => total + row[index]!, 0));
}

test("precision, intent and staleness false positives are all of it, and slices add up", () => {
  fc.assert(
    fc.property(logs, (all) => {
      const { accuracy, flow, size } = measured(all).segments[0]!;
      if (accuracy.status !== "estimated") {
        expect(all).toEqual([]);
        return;
      }
      const tables: readonly Sliced<AccuracySlice>[] = [accuracy.entries, accuracy.sends];
      for (const { total, zones, devices } of tables) {
        const [staleness = 0, lucky = 0, intent = 0, right = 0] = points(total);
        expect(right + lucky + intent + staleness).toBe(total.of);
        expect(total.of).toBe(flow.entries.total.entries);
        expect(sum(zones.map(points))).toEqual(points(total));
        expect(sum(devices.map(points))).toEqual(points(total));
      }
      for (const slices of [size.zones, size.devices]) {
        const added = size.total.curve.map((_, step) =>
          slices.reduce((members, slice) => members + slice.curve[step]!, 0),
        );
        expect(added).toEqual(size.total.curve);
      }
    }),
  );
});
