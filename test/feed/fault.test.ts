import { describe, expect, test } from "vitest";
import { afterOutages, reversed } from "../../src/feed/arrival.ts";
import { correctedTime, deviceTime } from "../../src/feed/clock.ts";
import { createDelivery } from "../../src/feed/deliver.ts";
import type { ClockSkew, Outage } from "../../src/feed/fault.ts";
import { articleFeeds } from "../../src/feed/presets.ts";
import { FAULTS, type Fault, repaired } from "../../src/feed/repair.ts";
import type { FeedTable } from "../../src/feed/settings.ts";
import { defaultPeople } from "../../src/journey/settings.ts";
import { byTime } from "../../src/model/event.ts";
import type { Event } from "../../src/model/event.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { streamKey } from "../../src/random/stream.ts";
import { formatInstant, instant } from "../../src/time/instant.ts";
import { live } from "../journey/living.ts";
import { ALL_WRONG, WRONG, outage, skewed, withFaults } from "./wrong.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => instant(Date.parse(text));
const key = streamKey("1", "test");

const busy = {
  ...defaultPeople,
  numbers: {
    ...defaultPeople.numbers,
    sharedDevice: 1,
    tripsPerYear: 40,
    scansLetter: 1,
    scannedMailbox: 0.5,
    knownDevice: 0.2,
  },
};
const LIVES = Array.from({ length: 60 }, (_, index) => live(index, busy).events);

/** What arrives of the lives, in the order in which it was handed over, profile by profile. */
function arrivals(
  feeds: FeedTable,
  lives: readonly (readonly TrueEvent[])[] = LIVES,
): readonly Event[] {
  const delivery = createDelivery(feeds, "1");
  const found: Event[] = [];
  for (const [profile, events] of lives.entries()) {
    delivery.begin(profile);
    for (const event of events) delivery.deliver(event, (each) => found.push(each));
  }
  return found;
}

/** The article's feeds, as they are where that fault is not in them. */
function baseOf(fault: Fault): FeedTable {
  return repaired(articleFeeds, fault);
}

describe("each fault, alone", () => {
  test.each(FAULTS)("%s shows in what arrives, and its repair takes it out again", (fault) => {
    const wrong = arrivals(WRONG[fault]);
    const right = arrivals(repaired(WRONG[fault], fault));
    expect(JSON.stringify(wrong)).not.toBe(JSON.stringify(right));
    expect(JSON.stringify(right)).toBe(JSON.stringify(arrivals(baseOf(fault))));
  });

  test.each(FAULTS)(
    "%s lets nothing arrive before it happened, or be dated after it arrived",
    (fault) => {
      const truly = new Map(LIVES.flat().map((event) => [event.id, event.at]));
      for (const { id, at: dated, arrivedAt } of arrivals(WRONG[fault])) {
        const happened = truly.get(id) ?? truly.get(typeof id === "number" ? -1 - id : id)!;
        expect(arrivedAt).toBeGreaterThanOrEqual(happened);
        expect(arrivedAt).toBeGreaterThanOrEqual(dated);
      }
    },
  );

  test.each(FAULTS.filter((fault) => fault !== "clock"))(
    "%s never changes when things are said to have happened",
    (fault) => {
      const truly = new Map(LIVES.flat().map((event) => [event.id, event.at]));
      for (const { id, at: dated } of arrivals(WRONG[fault]))
        expect(dated).toBe(truly.get(id) ?? truly.get(typeof id === "number" ? -1 - id : id));
    },
  );
});

test("repairs can be undone one after the other, in any order, and end at the truth", () => {
  const orders: readonly (readonly Fault[])[] = [FAULTS, FAULTS.toReversed()];
  const ends = orders.map((order) => arrivals(order.reduce<FeedTable>(repaired, ALL_WRONG)));
  expect(JSON.stringify(ends[0])).toBe(JSON.stringify(ends[1]));
  const own = LIVES.flat().filter(({ cause }) => cause === "human" || cause === "system");
  expect(ends[0]!.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
  expect(ends[0]!.every((event) => event.arrivedAt === event.at)).toBe(true);
});

describe("an outage", () => {
  const hole: Outage = { ...outage, policy: "replayed", drain: 600_000, coverage: 1 };
  const draws = { key, profile: 3, id: 7 };
  const due = (share: number) => instant(hole.from + share * (hole.to - hole.from));

  test("that is replayed keeps the order of what was due, within the drain", () => {
    const found = [0, 0.25, 0.5, 0.99].map(
      (share) => afterOutages([hole], due(share), draws)! - hole.to,
    );
    expect(found).toEqual([0, 150_000, 300_000, 594_000]);
    expect(afterOutages([hole], hole.to, draws)).toBe(hole.to);
    expect(afterOutages([hole], instant(hole.from - 1), draws)).toBe(hole.from - 1);
  });

  test("that loses things loses all that were due, of those whom it meets", () => {
    expect(afterOutages([{ ...hole, policy: "lost" }], due(0.5), draws)).toBeUndefined();
    const met = Array.from({ length: 4000 }, (_, profile) =>
      afterOutages([{ ...hole, policy: "lost", coverage: 0.3 }], due(0.5), { ...draws, profile }),
    ).filter((each) => each === undefined);
    expect(Math.abs(met.length / 4000 - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / 4000));
  });

  test("that shuffles does not keep the order", () => {
    const shuffled = Array.from({ length: 50 }, (_, id) =>
      afterOutages([{ ...hole, policy: "shuffled" }], due(id / 50), { ...draws, id }),
    );
    expect(shuffled).not.toEqual(shuffled.toSorted((a, b) => a! - b!));
    expect(shuffled.every((each) => each! >= hole.to && each! < hole.to + hole.drain)).toBe(true);
  });
});

test("a batch that is turned round comes after its ten seconds, last first", () => {
  const found = [1000, 4000, 9999].map((ms) => reversed(1, instant(ms), { key, profile: 1 }));
  expect(found).toEqual([19_000, 16_000, 10_001]);
  expect(reversed(0, instant(1000), { key, profile: 1 })).toBe(1000);
});

describe("clocks", () => {
  const late = (at: number): number => at + 90 * 60_000;
  const stamps = {
    at: at("2026-03-10T21:00:00Z"),
    sentAt: at("2026-03-11T23:10:00Z"),
    receivedAt: at("2026-03-11T23:10:00Z"),
  };

  test("Segment's rule takes a constant skew out, however late the upload", () => {
    const found = correctedTime({ ...skewed, correction: "segment" }, late, stamps);
    expect(formatInstant(found)).toBe("2026-03-10T21:00:00.000Z");
  });

  test("stamped at the first attempt, an offline batch moves to its upload", () => {
    const found = correctedTime({ ...skewed, correction: "first_attempt" }, late, stamps);
    expect(formatInstant(found)).toBe("2026-03-11T23:09:55.000Z");
  });

  test("without correction an event is dated by the device, but never after it was received", () => {
    expect(correctedTime(skewed, late, stamps)).toBe(late(stamps.at));
    expect(correctedTime(skewed, (each) => each + 10 * DAY, stamps)).toBe(stamps.receivedAt);
  });

  test("most are nearly right, some wrong by whole hours, and few say 1970", () => {
    const skew: ClockSkew = { sigma: 2000, wholeHours: 0.02, gross: 0.01, correction: "none" };
    const offsets = Array.from(
      { length: 20_000 },
      (_, profile) => deviceTime(skew, key, { profile, device: 0 })(stamps.at) - stamps.at,
    );
    const share = (test: (offset: number) => boolean): number =>
      offsets.filter(test).length / offsets.length;
    const near = (found: number, asked: number): boolean =>
      Math.abs(found - asked) < 4 * Math.sqrt((asked * (1 - asked)) / offsets.length);
    expect(
      near(
        share((offset) => offset < -40 * 365 * DAY),
        0.01,
      ),
    ).toBe(true);
    expect(
      near(
        share((offset) => Math.abs(offset) < DAY && offset !== 0 && offset % HOUR === 0),
        0.02,
      ),
    ).toBe(true);
    expect(
      near(
        share((offset) => Math.abs(offset) <= 2000),
        0.97 * 0.6827,
      ),
    ).toBe(true);
  });
});

test("what was done on a nameless device waits until somebody says whose it is", () => {
  const events = LIVES.flat();
  const found = arrivals(withFaults({ identity: "waits" }));
  const seen = new Map(found.map((each) => [each.id, each.arrivedAt]));
  const usual = new Map(arrivals(articleFeeds).map((each) => [each.id, each.arrivedAt]));
  let [waited, never] = [0, 0];
  for (const life of LIVES)
    for (const { id, anonymous, at: happened } of life) {
      if (anonymous === undefined) continue;
      const reveal = life.find((each) => each.reveals === anonymous && each.at >= happened);
      if (reveal === undefined) never += 1;
      else waited += 1;
      const expected =
        reveal === undefined ? undefined : Math.max(usual.get(id)!, usual.get(reveal.id)!);
      expect(seen.get(id)).toBe(expected);
    }
  expect(waited).toBeGreaterThan(30);
  expect(never).toBeGreaterThan(30);
  expect(found.length).toBe(events.filter((each) => each.isUnseen !== true).length - never);
});

test("with machines left out, opens by hand show that the mailbox hid", () => {
  const without = arrivals(repaired(articleFeeds, "machines"));
  const unseen = LIVES.flat().filter(({ isUnseen }) => isUnseen === true);
  expect(unseen.length).toBeGreaterThan(5);
  const ids = new Set(without.map(({ id }) => id));
  expect(unseen.every(({ id }) => ids.has(id))).toBe(true);
  expect(without.some(({ properties }) => properties["machine_open"] === true)).toBe(false);
});

test("observing a life changes nothing in it", () => {
  const before = JSON.stringify(LIVES);
  for (const fault of FAULTS) arrivals(WRONG[fault]);
  expect(JSON.stringify(LIVES)).toBe(before);
  expect(
    LIVES.every((life) =>
      life.every(
        (event, index) =>
          index === 0 ||
          byTime({ ...life[index - 1]!, arrivedAt: event.at }, { ...event, arrivedAt: event.at }) <
            0,
      ),
    ),
  ).toBe(true);
});
