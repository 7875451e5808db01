import { expect, test } from "vitest";
import fc from "fast-check";
import { readInstant } from "../../../src/feed/read/instants.ts";
import type { InstantStyle } from "../../../src/feed/read/instants.ts";
import { EARLIEST, LATEST } from "../../../src/time/instant.ts";
import { getZone } from "../../../src/time/zone.ts";

const read = (value: unknown, style: InstantStyle = "auto", zone?: string): unknown => {
  const answer = readInstant(
    { style, zone: zone === undefined ? undefined : getZone(zone) },
    "at",
    value,
  );
  return typeof answer === "number" ? answer : answer.code;
};

test("ISO 8601 with a zone, milliseconds and seconds are told apart", () => {
  const at = Date.UTC(2018, 10, 1, 20, 57, 10, 796);
  expect(read("2018-11-01T20:57:10.796Z")).toBe(at);
  expect(read("2018-11-01 22:57:10.796123+02")).toBe(at);
  expect(read(at)).toBe(at);
  expect(read(String(at))).toBe(at);
  expect(read(at / 1000)).toBe(at);
  expect(read(1_541_105_830)).toBe(1_541_105_830_000);
  expect(read("1541105830.796")).toBe(at);
});

test("the first and the last instant that count, and their neighbours", () => {
  expect(read("1990-01-01T00:00:00.000Z")).toBe(EARLIEST);
  expect(read(EARLIEST - 1)).toBe("INSTANT_OUT_OF_RANGE");
  expect(read("2079-12-31T23:59:59.999Z")).toBe(LATEST - 1);
  expect(read("2080-01-01T00:00Z")).toBe("INSTANT_OUT_OF_RANGE");
  expect(read("2099-06-01T00:00Z")).toBe("INSTANT_OUT_OF_RANGE");
  expect(read(0)).toBe("INSTANT_OUT_OF_RANGE");
});

test("an instant without a zone needs the input zone", () => {
  expect(read("2026-03-29T02:30")).toBe("INSTANT_WITHOUT_ZONE");
  expect(read("2026-03-10", "auto", "Asia/Kolkata")).toBe(Date.UTC(2026, 2, 9, 18, 30));
});

test("a style refuses what is written otherwise", () => {
  expect(read(1_541_105_830_796, "iso")).toBe("NOT_AN_INSTANT");
  expect(read("2018-11-01T20:57Z", "epoch_ms")).toBe("NOT_AN_INSTANT");
  expect(read("2026-02-30T00:00Z")).toBe("NOT_AN_INSTANT");
  expect(read({}, "iso")).toBe("WRONG_TYPE");
  expect(read(Number.NaN)).toBe("NOT_AN_INSTANT");
});

test("every instant that counts is read back from text, milliseconds and seconds", () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST, max: LATEST - 1 }), (at) => {
      expect(read(new Date(at).toISOString())).toBe(at);
      expect(read(at)).toBe(at);
      expect(read(at / 1000)).toBe(at);
    }),
  );
});
