import fc from "fast-check";
import type { Comparator } from "../../../src/model/predicate.ts";
import { type Duration, duration } from "../../../src/time/duration.ts";

// Random histories and conditions that meet each other on bounds: events stand on a grid of half hours ± 1 ms around
// a change of the clocks, some of them on one of ten minutes; windows, gaps and readings of the wall are whole numbers of
// half hours or ten minutes.

/** The span of everything that was never written. */
export const NOWHERE = { start: 0, end: 0 };

/** The step of the grid, and that of the finer one around gaps. */
export const HALF_HOUR = 1_800_000;
export const TEN_MINUTES = 600_000;

/** Changes of the clocks, each with a zone that has it; also half-hour and 45-minute zones, and one without any. */
export const OCCASIONS = [
  ["Europe/Berlin", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00Z"],
  ["America/New_York", "2026-03-08T07:00Z"],
  ["America/New_York", "2026-11-01T06:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["Pacific/Chatham", "2026-04-04T14:00Z"],
  ["Asia/Beirut", "2026-10-24T21:00Z"], // back from midnight to 23:00: the same day begins twice
  ["Asia/Beirut", "2026-03-28T22:00Z"], // midnight is skipped
  ["Asia/Kathmandu", "2026-03-29T01:00Z"],
  ["Asia/Kolkata", "2026-03-29T01:00Z"],
  ["UTC", "2026-03-29T01:00Z"],
] as const;

/** Zones that events name. */
export const zone = fc.constantFrom(
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/New_York",
  "Pacific/Chatham",
  "Asia/Beirut",
);

export const jitter = fc.constantFrom(-1, 0, 0, 0, 1);

export const comparator: fc.Arbitrary<Comparator> = fc.constantFrom(
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
);

/** Lengths on the grid. */
export const length: fc.Arbitrary<Duration> = fc
  .constantFrom(1, HALF_HOUR, 2 * HALF_HOUR, 3 * HALF_HOUR, 48 * HALF_HOUR, 96 * HALF_HOUR)
  .map(duration);

/** Pauses that end a session; one is longer than the day to which sessions are cut. */
export const gap: fc.Arbitrary<Duration> = fc
  .constantFrom(TEN_MINUTES, 2 * TEN_MINUTES, HALF_HOUR, HALF_HOUR, 2 * HALF_HOUR, 52 * HALF_HOUR)
  .map(duration);

/** Readings of the wall on the grid. */
export const reading = fc.integer({ min: 0, max: 48 }).map((halves) => halves * HALF_HOUR);

/** Some days of the week. */
export const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 })
  .map((each) => each.toSorted((a, b) => a - b));
