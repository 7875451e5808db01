import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { readEvents } from "../../../src/feed/read/read.ts";
import {
  AT,
  bytesOf,
  eventsOf,
  readLines,
  readText,
  rejectionsOf,
  track,
  vocabulary,
} from "./reading.ts";

describe("lines", () => {
  test("a mark, Windows line ends and blank lines are fine, and the last line needs no end", () => {
    const lines = [JSON.stringify(track({})), "", JSON.stringify(track({ userId: "bob" }))];
    const recording = readText(`\ufeff${lines.join("\r\n")}`);
    expect(recording.profiles).toEqual(["ada", "bob"]);
    expect(recording.counts).toMatchObject({ records: 2, events: 2, rejected: 0 });
  });

  test("an empty file, an empty array and a head of CSV without rows hold nothing", () => {
    const inputs = [
      { path: "a.ndjson", bytes: bytesOf(" \n") },
      { path: "b.json", bytes: bytesOf("[]") },
    ];
    const { problems } = readEvents(inputs, { vocabulary, listed: 5 });
    expect(problems.map((each) => [each.path, each.code])).toEqual([
      ["a.ndjson", "EMPTY_FILE"],
      ["b.json", "EMPTY_FILE"],
    ]);
  });

  test("a last line that was cut, a line that is no JSON and bytes that are no UTF-8 are rejected where they stand", () => {
    const good = JSON.stringify(track({}));
    const bytes = Buffer.concat([
      Buffer.from(`${good}\nnot json\n`),
      Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
      Buffer.from(`[1]\n${good.slice(0, -9)}`),
    ]);
    const recording = readEvents([{ path: "e.ndjson", bytes }], { vocabulary, listed: 9 });
    expect(rejectionsOf(recording)).toEqual([
      "e.ndjson:2 NOT_JSON",
      "e.ndjson:3 NOT_UTF8",
      "e.ndjson:4 NOT_A_RECORD",
      "e.ndjson:5 CUT_LINE",
    ]);
    expect(recording.counts).toMatchObject({ records: 5, events: 1, rejected: 4 });
    expect(recording.counts.byCode).toEqual({
      CUT_LINE: 1,
      NOT_A_RECORD: 1,
      NOT_JSON: 1,
      NOT_UTF8: 1,
    });
  });

  test("only so many rejections are listed, all are counted", () => {
    const recording = readText("x\ny\nz\n", "e.ndjson", { listed: 1 });
    expect(recording.rejections).toHaveLength(1);
    expect(recording.counts.rejected).toBe(3);
  });
});

describe("shapes", () => {
  test("one JSON array is read element by element, each at its own line", () => {
    const text = `[\n ${JSON.stringify(track({ event: 'a]},\\"' }))},\n 7,\n ${JSON.stringify(track({ userId: 5 }))}\n]\n`;
    const recording = readText(text, "e.json");
    expect(rejectionsOf(recording)).toEqual(["e.json:3 NOT_A_RECORD"]);
    expect(recording.profiles).toEqual(["5", "ada"]);
    expect(eventsOf(recording, "ada")[0]?.name).toBe('a]},\\"');
    expect(recording.sourceOf(eventsOf(recording, "5")[0]!)).toEqual({ path: "e.json", line: 4 });
  });

  test("a batch lends its own fields to its calls", () => {
    const batch = [track({}), track({ userId: "bob", context: { timezone: "Asia/Kolkata" } }), 3];
    const recording = readLines({ batch, context: { timezone: "Europe/Berlin" } });
    expect(eventsOf(recording, "ada")[0]?.zone).toBe("Europe/Berlin");
    expect(eventsOf(recording, "bob")[0]?.zone).toBe("Asia/Kolkata");
    expect(recording.counts).toMatchObject({ records: 3, rejected: 1 });
  });
});

describe("order and copies", () => {
  test("arrivals are in the order of arrival, file and line; in event time each arrives as it happens", () => {
    const recording = readLines(
      track({ event: "late", receivedAt: "2026-03-10T19:00:00Z" }),
      track({ event: "second", timestamp: "2026-03-10T18:00:00Z" }),
      track({ event: "third", timestamp: "2026-03-10T18:00:00Z" }),
    );
    const names = (events: readonly { readonly name: string }[]): readonly string[] =>
      events.map((each) => each.name);
    expect(names(recording.eventsByArrival(0))).toEqual(["second", "third", "late"]);
    expect(names(recording.eventsByTime(0))).toEqual(["late", "second", "third"]);
    expect(recording.eventsByTime(0).every((each) => each.arrivedAt === each.at)).toBe(true);
    expect(recording.span).toEqual({
      from: Date.parse("2026-03-10T17:00:00Z"),
      to: Date.parse("2026-03-10T19:00:00Z"),
    });
  });

  test("of two records with one id the first to arrive stays, wherever it stands", () => {
    const recording = readLines(
      track({ messageId: "m", event: "later", receivedAt: "2026-03-10T19:00:00Z" }),
      track({ messageId: "m", event: "sooner" }),
      track({ messageId: "m", event: "again" }),
    );
    expect(eventsOf(recording, "ada").map((each) => each.name)).toEqual(["sooner"]);
    expect(recording.counts).toMatchObject({ records: 3, events: 1, duplicates: 2, rejected: 0 });
  });

  test("records without an id are never copies", () => {
    expect(readLines(track({}), track({})).counts).toMatchObject({ events: 2, duplicates: 0 });
  });
});

test("every record is counted once, and every usable event is some profile's", () => {
  const record = fc.oneof(
    fc.record({ userId: fc.constantFrom("a", "b"), messageId: fc.constantFrom("1", "2", "3") }),
    fc.record({ anonymousId: fc.constantFrom("x", "y"), userId: fc.constantFrom("a", undefined) }),
    fc.constant({ timestamp: "never" }),
  );
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 30 }), (records) => {
      const lines = records.map((each) => ({
        type: "track",
        event: "e",
        timestamp: AT,
        ...each,
      }));
      const recording = readLines(...lines);
      const { counts } = recording;
      expect(counts.records).toBe(records.length);
      expect(counts.events + counts.duplicates + counts.rejected + counts.skipped).toBe(
        counts.records,
      );
      const events = recording.profiles.flatMap((_, index) => recording.eventsByArrival(index));
      expect(events).toHaveLength(counts.events);
      expect(new Set(events.map((each) => each.id)).size).toBe(events.length);
    }),
  );
});
