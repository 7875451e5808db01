import fc from "fast-check";
import { expect, test } from "vitest";
import { arrivalOf } from "../../src/feed/arrival.ts";
import { createDelivery } from "../../src/feed/deliver.ts";
import { between } from "../../src/feed/latency.ts";
import { articleFeeds, degradedFeeds, fieldFeeds, perfectFeeds } from "../../src/feed/presets.ts";
import type { FeedTable } from "../../src/feed/settings.ts";
import type { Event, Feed } from "../../src/model/event.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { type Instant, formatInstant, instant } from "../../src/time/instant.ts";
import { getZone, timeOfDayAt } from "../../src/time/zone.ts";

const noon = instant(Date.UTC(2026, 2, 27, 12));

function happened(id: number, feed: Feed, at: Instant = noon): TrueEvent {
  return {
    id,
    name: "Cart Viewed",
    at,
    sequence: 0,
    feed,
    properties: { price: 5 },
    device: "mobile",
    cause: "human",
    mission: 3,
  };
}

function delivered(feeds: FeedTable, event: TrueEvent): Event[] {
  const events: Event[] = [];
  createDelivery(feeds, "1").deliver(event, (each) => events.push(each));
  return events;
}

function delays(feeds: FeedTable, feed: Feed): number[] {
  return Array.from(
    { length: 4000 },
    (_, id) => delivered(feeds, happened(id, feed))[0]!.arrivedAt - noon,
  );
}

test("the article's table: sessions and email within a second, CRM in two to five", () => {
  for (const [feed, min, max] of [
    ["session-log", 50, 950],
    ["email", 50, 950],
    ["crm", 2000, 5000],
  ] as const) {
    const found = delays(articleFeeds, feed).toSorted((a, b) => a - b);
    expect(found[0]).toBeGreaterThanOrEqual(min);
    expect(found[0]).toBeLessThan(min + (max - min) / 200);
    expect(found.at(-1)).toBeLessThanOrEqual(max);
    expect(found.at(-1)).toBeGreaterThan(max - (max - min) / 200);
    expect(Math.abs(found[2000]! - (min + max) / 2)).toBeLessThan((max - min) / 20);
  }
});

test("a nightly batch starts at its hour on the account's wall, also on the nights when clocks change", () => {
  const batch = {
    mode: "batch",
    at: 2 * 3_600_000,
    zone: "America/New_York",
    latency: between(0, 0),
    duplicates: 0,
  } as const;
  const at = (text: string): string =>
    formatInstant(arrivalOf(batch, instant(Date.parse(text)), { length: 0 }));
  expect(at("2026-03-07T06:59:59.999Z")).toBe("2026-03-07T07:00:00.000Z");
  expect(at("2026-03-07T07:00:00.000Z")).toBe("2026-03-08T07:00:00.000Z"); // 02:00 is skipped: 03:00 summer time
  expect(at("2026-03-08T07:00:00.000Z")).toBe("2026-03-09T06:00:00.000Z");
  expect(at("2026-11-01T05:30:00.000Z")).toBe("2026-11-01T07:00:00.000Z");
  const kolkata = { ...batch, zone: "Asia/Kolkata" };
  expect(timeOfDayAt(getZone("Asia/Kolkata"), arrivalOf(kolkata, noon, { length: 0 }))).toBe(
    2 * 3_600_000,
  );
});

test("an incremental feed delivers at the next multiple, never at once", () => {
  const every = 15 * 60_000;
  const feed = { mode: "incremental", every, latency: between(0, 0), duplicates: 0 } as const;
  expect(arrivalOf(feed, noon, { length: 0 })).toBe(noon + every);
  expect(arrivalOf(feed, instant(noon + 1), { length: 7 })).toBe(noon + every + 7);
  expect(arrivalOf(feed, instant(noon + every - 1), { length: 0 })).toBe(noon + every);
});

test("what the engine sees holds no truth, arrives no earlier than it happened, and is else the same", () => {
  const feed = fc.constantFrom<Feed>("session-log", "crm", "email", "history");
  const table = fc.constantFrom(articleFeeds, fieldFeeds, degradedFeeds);
  fc.assert(
    fc.property(table, feed, fc.nat(), fc.nat(1e9), (feeds, carrier, id, offset) => {
      const event = happened(id, carrier, instant(noon + offset));
      for (const seen of delivered(feeds, event)) {
        const { arrivedAt, ...rest } = seen;
        const { cause: _, mission: __, at: truly, ...shown } = { ...event, id };
        const { at, id: seenId, properties, ...others } = rest;
        expect(arrivedAt).toBeGreaterThanOrEqual(truly);
        expect(arrivedAt).toBeGreaterThanOrEqual(at);
        expect(at - truly).toBeLessThanOrEqual(feeds[carrier].faults?.clock ? 200 : 0);
        expect(at - truly).toBeGreaterThanOrEqual(0);
        expect([shown.id, -1 - shown.id]).toContain(seenId);
        expect(properties).toMatchObject(shown.properties);
        expect(Number.isSafeInteger(arrivedAt)).toBe(true);
        const { id: ___, properties: ____, ...same } = shown;
        expect(others).toEqual({ place: undefined, zone: undefined, ...same });
        expect(seen).not.toHaveProperty("cause");
      }
    }),
  );
});

test("duplicates come at their rate, under the same id, and move no first delivery", () => {
  const often = {
    ...articleFeeds,
    "session-log": { ...articleFeeds["session-log"], duplicates: 0.2 },
  };
  let twice = 0;
  for (let id = 0; id < 5000; id++) {
    const events = delivered(often, happened(id, "session-log"));
    if (events.length === 2) twice += 1;
    expect(new Set(events.map((each) => each.id))).toEqual(new Set([id]));
    expect(events[0]).toEqual(delivered(articleFeeds, happened(id, "session-log"))[0]);
  }
  expect(Math.abs(twice / 5000 - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / 5000));
});

test("the field's session log is late now and then: about one in a hundred by many minutes", () => {
  const found = delays(fieldFeeds, "session-log");
  const late = found.filter((each) => each > 10 * 60_000).length / found.length;
  expect(late).toBeGreaterThan(0.004);
  expect(late).toBeLessThan(0.018);
});

test("with every fault switched off, arrival equals truth", () => {
  for (const feed of ["session-log", "crm", "email", "history"] as const) {
    const events = delivered(perfectFeeds, happened(7, feed));
    expect(events.map(({ arrivedAt }) => arrivedAt)).toEqual([noon]);
  }
});

test("what is sent again arrives after what was sent first", () => {
  const twice = { ...fieldFeeds, email: { ...fieldFeeds.email, duplicates: 1 } };
  for (let id = 0; id < 500; id++) {
    const [first, second] = delivered(twice, happened(id, "email"));
    expect(second!.arrivedAt).toBeGreaterThanOrEqual(first!.arrivedAt);
  }
});
