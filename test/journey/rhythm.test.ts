import fc from "fast-check";
import { expect, test } from "vitest";
import { nextWaking } from "../../src/journey/rhythm.ts";
import { UNITS } from "../../src/time/duration.ts";
import { formatInstant, instant } from "../../src/time/instant.ts";
import { getZone, timeOfDayAt } from "../../src/time/zone.ts";

const NEW_YORK = getZone("America/New_York");
const HOURS = { wake: 7 * UNITS.h, sleep: 23 * UNITS.h };

function wakingAfter(text: string): string {
  return formatInstant(nextWaking(NEW_YORK, instant(Date.parse(text)), HOURS));
}

test("who sleeps reads mail at seven on the wall, also on the morning that clocks change", () => {
  expect(wakingAfter("2026-03-07T23:00:00-05:00")).toBe("2026-03-08T11:00:00.000Z"); // 07:00 EDT
  expect(wakingAfter("2026-03-08T01:59:59-05:00")).toBe("2026-03-08T11:00:00.000Z");
  expect(wakingAfter("2026-11-01T06:30:00Z")).toBe("2026-11-01T12:00:00.000Z"); // the second 01:30
});

test("who is awake reads at once: from 07:00 up to, but not at, 23:00", () => {
  expect(wakingAfter("2026-03-10T11:00:00Z")).toBe("2026-03-10T11:00:00.000Z");
  expect(wakingAfter("2026-03-11T02:59:59.999Z")).toBe("2026-03-11T02:59:59.999Z");
  expect(wakingAfter("2026-03-11T03:00:00Z")).toBe("2026-03-11T11:00:00.000Z");
});

test("nobody is woken early, and nobody sleeps longer than nine hours", () => {
  const zones = fc.constantFrom("Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham");
  const moments = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) });
  fc.assert(
    fc.property(zones, moments, (name, ms) => {
      const zone = getZone(name);
      const waking = nextWaking(zone, instant(ms), HOURS);
      const time = timeOfDayAt(zone, waking);
      expect(time >= HOURS.wake && time < HOURS.sleep).toBe(true);
      expect(waking - ms >= 0 && waking - ms <= 9 * UNITS.h).toBe(true);
    }),
  );
});
