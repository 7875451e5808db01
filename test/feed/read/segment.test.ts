import { describe, expect, test } from "vitest";
import { PROFILE_UPDATED } from "../../../src/model/event.ts";
import { AT, eventsOf, readLines, readText, rejectionsOf, track } from "./reading.ts";

const ms = Date.parse(AT);

describe("calls", () => {
  test("a track is its event, with the feed that the vocabulary names", () => {
    const recording = readLines(
      track({ properties: { price: 30, cart: { id: "c" } } }),
      track({ event: "Email Opened" }),
    );
    const [viewed, opened] = eventsOf(recording, "ada");
    expect(viewed).toMatchObject({ name: "Cart Viewed", at: ms, arrivedAt: ms });
    expect(viewed?.feed).toBe("session-log");
    expect(viewed?.properties).toEqual({ price: 30, cart: { id: "c" }, "cart.id": "c" });
    expect(opened?.feed).toBe("email");
  });

  test("an identify sets attributes, its zone and, out of an address, its place", () => {
    const recording = readLines({
      type: "identify",
      userId: "ada",
      timestamp: AT,
      traits: {
        plan: "pro",
        timezone: "asia/kolkata",
        address: { country: "India", city: "Pune" },
      },
    });
    expect(eventsOf(recording, "ada")[0]).toMatchObject({
      name: PROFILE_UPDATED,
      feed: "crm",
      zone: "Asia/Kolkata",
      properties: { plan: "pro", country: "India", city: "Pune", "address.city": "Pune" },
    });
  });

  test("pages and screens are views, with their name", () => {
    const recording = readLines(
      { type: "page", name: "Home", userId: "ada", timestamp: AT, properties: { url: "/" } },
      { type: "screen", name: "Cart", userId: "ada", timestamp: AT },
    );
    expect(eventsOf(recording, "ada").map((each) => [each.name, each.properties])).toEqual([
      ["Page Viewed", { name: "Home", url: "/" }],
      ["Screen Viewed", { name: "Cart" }],
    ]);
  });

  test("a group only names its profile", () => {
    const recording = readLines({ type: "group", userId: "ada", groupId: "g", timestamp: AT });
    expect(recording.profiles).toEqual(["ada"]);
    expect(recording.counts).toMatchObject({ naming: 1, events: 0 });
  });
});

describe("when", () => {
  const timesOf = (fields: Record<string, unknown>): readonly number[] => {
    const recording = readLines({ type: "track", event: "e", userId: "ada", ...fields });
    const { at, arrivedAt } = eventsOf(recording, "ada")[0]!;
    return [at - ms, arrivedAt - ms];
  };

  test("timestamp is when it happened, receivedAt when we learned of it, never before", () => {
    expect(timesOf({ timestamp: AT, receivedAt: "2026-03-10T17:00:05Z" })).toEqual([0, 5000]);
    expect(timesOf({ timestamp: AT, receivedAt: "2026-03-10T16:59:00Z" })).toEqual([0, 0]);
  });

  test("without a timestamp the skew of the client's clock is taken out of the original one", () => {
    const fields = {
      originalTimestamp: "2026-03-10T20:00:00Z",
      sentAt: "2026-03-10T20:00:10Z",
      receivedAt: "2026-03-10T17:00:10Z",
    };
    expect(timesOf(fields)).toEqual([0, 10_000]);
    expect(timesOf({ originalTimestamp: AT })).toEqual([0, 0]);
    expect(timesOf({ receivedAt: AT })).toEqual([0, 0]);
  });

  test("fields called at and arrivedAt win, and numbers are milliseconds or seconds", () => {
    expect(timesOf({ at: ms, arrivedAt: ms + 7, timestamp: "2025-01-01T00:00Z" })).toEqual([0, 7]);
    expect(timesOf({ timestamp: ms / 1000 })).toEqual([0, 0]);
  });
});

test("the device is what the context says, else the event, else the user agent", () => {
  const device = (fields: Record<string, unknown>): string | undefined =>
    eventsOf(readLines(track(fields)), "ada")[0]?.device;
  const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148";
  expect(device({ context: { device: { type: "android" }, userAgent: "Windows" } })).toBe("mobile");
  expect(device({ context: { device: { type: "ios", model: "iPad13,4" } } })).toBe("tablet");
  expect(device({ properties: { device: "Desktop" }, context: { userAgent: iPhone } })).toBe(
    "desktop",
  );
  expect(device({ context: { userAgent: iPhone } })).toBe("mobile");
  expect(device({})).toBeUndefined();
});

test("the place is what the context says", () => {
  const location = { country: "US", city: "Phoenix", area: "urban", latitude: 33 };
  const [event] = eventsOf(readLines(track({ context: { location } })), "ada");
  expect(event?.place).toEqual({ country: "US", city: "Phoenix", area: "urban" });
});

test("what cannot be used is rejected with its reason", () => {
  const recording = readLines(
    track({ userId: "" }),
    track({ event: null }),
    track({ event: 5 }),
    track({ userId: { id: 1 } }),
    track({ properties: [1] }),
    track({ timestamp: undefined }),
    track({ timestamp: "yesterday" }),
    track({ timestamp: "2026-03-10T17:00:00" }),
    track({ timestamp: "1970-01-01T00:00:00Z" }),
    track({ timestamp: "2099-01-01T00:00:00Z" }),
    track({ timestamp: true }),
    track({ context: { timezone: "Mars/Olympus" } }),
    track({ type: "trak" }),
    { userId: "ada" },
  );
  expect(rejectionsOf(recording).map((each) => each.replace("events.ndjson:", ""))).toEqual([
    "1 MISSING_PROFILE",
    "2 MISSING_EVENT",
    "3 WRONG_TYPE",
    "4 WRONG_TYPE",
    "5 WRONG_TYPE",
    "6 MISSING_INSTANT",
    "7 NOT_AN_INSTANT",
    "8 INSTANT_WITHOUT_ZONE",
    "9 INSTANT_OUT_OF_RANGE",
    "10 INSTANT_OUT_OF_RANGE",
    "11 WRONG_TYPE",
    "12 UNKNOWN_ZONE",
    "13 UNKNOWN_CALL",
    "14 UNKNOWN_CALL",
  ]);
  expect(recording.profiles).toEqual([]);
});

test("an instant without a zone is read on the clock of the input zone, when there is one", () => {
  const line = JSON.stringify(track({ timestamp: "2026-03-10 18:00:00" }));
  const recording = readText(line, "e.ndjson", { inputZone: "Europe/Berlin" });
  expect(eventsOf(recording, "ada")[0]?.at).toBe(ms);
});
