import { expect, test } from "vitest";
import fc from "fast-check";
import type { PartTurn, ProfileLog } from "../../../src/model/log.ts";
import { complaintsOf } from "../../../src/measure/cutting/complaints.ts";
import type { CuttingMeasure } from "../../../src/measure/cutting/cutting.ts";
import { THRESHOLDS, riskOf } from "../../../src/measure/cutting/risk.ts";
import { testOf } from "../../../src/measure/cutting/testable.ts";
import { summarize } from "../../../src/measure/measures.ts";
import type { MeasureSetup } from "../../../src/measure/setup.ts";
import { emptyTotals, merge } from "../../../src/measure/totals.ts";
import { DAY, at, log, measured, sent, totalsOf, truly, visits, wants } from "../logs.ts";

const text = (...parts: string[]) => ({ parts, conditions: 3, signals: 2, variables: 2 });
const SETUP: MeasureSetup = {
  ...DAY,
  segments: ["offer", "nudge", "idle"],
  intents: ["buy", "buy", "buy"],
  rules: [text("a", "b", "c"), text("d"), text("e", "f")],
};

function cuttingOf(logs: readonly ProfileLog[]): CuttingMeasure {
  return measured(logs, SETUP).cutting;
}

const both = log(1, {
  transitions: [...visits([18, 19.5]), ...visits([19, 20], 1, "desktop")].toSorted(
    (a, b) => a.at - b.at,
  ),
  sends: [sent(18), sent(19, { segment: 1 }), sent(18.5, { ghost: true })],
});
const oneAfterTheOther = log(2, {
  zone: "Asia/Kolkata",
  transitions: [...visits([3, 4]), ...visits([4, 5], 1)],
});
const alone = log(3, { transitions: visits([-2, 1]), sends: [sent(-1), sent(0.5)] });

test("whom segments share: in the run, at one instant, and who is one segment's alone", () => {
  const { company } = cuttingOf([both, oneAfterTheOther, alone, log(4)]);
  expect(company.pairs[0]).toEqual({
    a: "offer",
    b: "nudge",
    both: 2,
    together: 1, // what ends as the other begins shares no instant
    overlap: 2 / 3,
    ofA: 2 / 3,
    ofB: 1,
  });
  expect(company.pairs.map(({ a, b }) => `${a} ${b}`)).toHaveLength(3);
  expect(company).toMatchObject({ reached: 3, byOneAlone: 1 });
  expect(company.alone[0]).toEqual({ segment: "offer", reach: 3, alone: 1 });
  expect(company.perProfile.counts).toEqual([
    { value: 1, times: 1 },
    { value: 2, times: 2 },
  ]);
  expect(company.atOnce).toMatchObject({ of: 3, p50: 1, max: 2 });
  const [three, two] = [3 / 5, 2 / 5];
  const entropy = -(three * Math.log(three) + two * Math.log(two));
  expect(company.effectiveSegments).toBeCloseTo(Math.exp(entropy), 12);
});

test("hours hold distinct members and messages, and may be empty", () => {
  const { segments, sends, weekly } = cuttingOf([both, oneAfterTheOther, alone]);
  const { hours } = segments[0]!;
  expect(hours.hours).toBe(24);
  expect(hours.members).toEqual({ mean: 4 / 24, max: 1, empty: 20 / 24 }); // 0, 3, 18 and 19
  expect(hours.sends.max).toBe(1);
  expect(hours.days).toEqual([2]); // neither a ghost nor what came before the stretch
  expect(sends.days).toEqual([3]);
  expect(weekly).toMatchObject({ of: 2, mean: 1.5, max: 2 });
});

test("the smallest segment, and the smallest part that has anybody", () => {
  const { smallest, smallestCell, segments } = cuttingOf([both, oneAfterTheOther, alone]);
  expect(smallest).toEqual({ segment: "idle", slice: "all", profiles: 0 });
  expect(smallestCell).toEqual({ segment: "offer", slice: "Asia/Kolkata", profiles: 1 });
  expect(segments[1]!.audience.devices).toEqual([
    { name: "mobile", profiles: 1 },
    { name: "desktop", profiles: 1 },
  ]);
});

function turn(hour: number, part: number, holds: boolean): PartTurn {
  return { at: at(hour), segment: 0, part, holds };
}

test("a ladder tells of each variant whom it reaches, who enters, and who of them wanted to", () => {
  const truth = truly([], wants(9, 11));
  const parts = [
    turn(-3, 0, true), // the first part alone holds when the stretch begins
    turn(8, 2, true),
    turn(10, 1, true), // all three, while it is wanted
    turn(12, 0, false),
    turn(13, 0, true), // what turns back at the same instant never held
    turn(13, 0, false),
  ];
  const { ladder } = cuttingOf([log(1, { parts, truth }), log(2, { truth })]).segments[0]!;
  const counts = [ladder!.whole, ...ladder!.without, ...ladder!.upTo].map(
    ({ part, reach, entered, right }) => [part, reach, entered, right],
  );
  expect(counts).toEqual([
    ["", 1, 1, 1],
    ["a", 1, 1, 1],
    ["b", 1, 1, 0],
    ["c", 1, 1, 1],
    ["a", 1, 0, 0], // it entered before the stretch
    ["b", 1, 1, 1],
    ["c", 1, 1, 1],
  ]);
});

test("to leave out a condition never loses anybody, and every further one does or nothing", () => {
  const turns = fc.array(
    fc.record({
      hour: fc.integer({ min: -5, max: 30 }),
      part: fc.nat({ max: 2 }),
      holds: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(fc.array(turns, { maxLength: 5 }), (people) => {
      const logs = people.map((all, index) => {
        const parts = all
          .toSorted((a, b) => a.hour - b.hour)
          .map(({ hour, part, holds }) => turn(hour, part, holds));
        return log(index, { parts, truth: truly([]) });
      });
      const { whole, without, upTo } = cuttingOf(logs).segments[0]!.ladder!;
      for (const rung of without) expect(rung.reach).toBeGreaterThanOrEqual(whole.reach);
      for (const [index, rung] of upTo.slice(1).entries())
        expect(rung.reach).toBeLessThanOrEqual(upTo[index]!.reach);
      expect({ ...upTo.at(-1), part: "" }).toEqual(whole);
      const shards = emptyTotals(SETUP);
      for (const each of logs) merge(shards, structuredClone(totalsOf([each], SETUP)));
      expect(summarize(shards, SETUP).cutting).toEqual(cuttingOf(logs));
    }),
  );
});

test("one complaint is more than 0.3 % of fewer than 334 messages, and more than 0.1 % of fewer than 1 000", () => {
  expect(complaintsOf([333, 334, 999, 1000, 0], 1)).toEqual({
    days: 4,
    messagesPerDay: 666.5,
    one: 1 / 666.5,
    overAsked: 3,
    overNever: 1,
  });
  expect(complaintsOf([333], 4)).toMatchObject({ overAsked: 0, overNever: 0 });
  expect(complaintsOf([0], 1)).toMatchObject({ days: 0, one: 0 });
});

const DAYS = 4 * 86_400_000;
const response = (orders: number, sends: number) => ({
  sureThings: orders,
  persuadables: 0,
  lostCauses: sends - orders,
  sleepingDogs: 0,
  unfinished: 0,
});

test("what a test could tell: 5 % and +20 % take 8 158 per arm", () => {
  const own = response(5, 100);
  const of = { addressed: 400, scale: 1, stretchMs: DAYS, response: own, all: [own] };
  const found = testOf(of, { uplift: 0.2, days: 56 });
  expect(found).toMatchObject({ perDay: 100, baseRate: 0.05, perArm: 8158, isTestable: false });
  expect(found.days).toBe(7 * Math.ceil((2 * 8158) / 700) + 7);
  expect(found.noConversion).toBeCloseTo(0.95 ** 400, 12);
  expect(testOf({ ...of, scale: 10 }, { uplift: 0.2, days: 56 })).toMatchObject({
    perDay: 1000,
    days: 28,
    isTestable: true,
  });
});

test("a base rate of nobody is that of all segments, and if they have none there is no number", () => {
  const [none, some] = [response(0, 10), response(10, 90)];
  const of = { addressed: 10, scale: 1, stretchMs: DAYS, response: none };
  expect(testOf({ ...of, all: [none, some] }, { uplift: 0.2, days: 56 }).baseRate).toBe(0.1);
  expect(testOf({ ...of, all: [none] }, { uplift: 0.2, days: 56 })).toMatchObject({
    baseRate: { status: "not_estimable" },
    days: { status: "not_estimable" },
    isTestable: false,
  });
});

test("the grade is that of the worst reason, which stands first", () => {
  expect(riskOf([{ reason: "signals", of: "a", value: 5 }])).toEqual({ grade: "low", reasons: [] });
  const found = riskOf([
    { reason: "signals", of: "a", value: 6 },
    { reason: "audience", of: "b", value: 333 },
    { reason: "audience", of: "c", value: 20 },
    { reason: "audience", of: "d", value: 334 },
    { reason: "audience", of: "e", value: 500 },
  ]);
  expect(found.grade).toBe("high");
  expect(found.reasons.map(({ grade, of }) => `${grade} ${of}`)).toEqual([
    "high c",
    "high b",
    "raised d",
    "raised a",
  ]);
});

test("the article's lines are those of the table: more than 5 signals, 10 variables and more", () => {
  expect(THRESHOLDS.signals.raised).toBe(6);
  expect(riskOf([{ reason: "variables", value: 9 }]).grade).toBe("low");
  expect(riskOf([{ reason: "variables", value: 10 }]).grade).toBe("high");
});
