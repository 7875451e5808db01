import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthFault } from "../../../src/rule/grammar/length.ts";
import { duration, formatDuration, UNITS } from "../../../src/time/duration.ts";

test.each([
  ["48m", 'unknown unit "m": write 48h or 48min'],
  ["48 hours", 'unknown unit "hours": write 48h'],
  ["3H", 'unknown unit "H": write 3h'],
  ["2 months", 'unknown unit "months": write days, such as 60d'],
  ["1y", 'unknown unit "y": write days, such as 365d'],
  ["5q", 'unknown unit "q": write one of ms, s, min, h, d, w'],
  ["48", "48 of what? write 48h or 48min"],
  ["1h30", "30 of what? write 30h or 30min"],
  ["10_000h", "no underscores in numbers: write 10000h"],
  ["0.5ms", "0.5ms is no whole number of milliseconds"],
  ["101000d", "101000d is too long: at most 100 years"],
  ["1.2.3h", '"1.2.3h" is no length of time: write it like 48h or 1h30min'],
])("%s: %s", (text, message) => {
  expect(lengthFault(text)?.message).toBe(message);
});

test("no length in its canonical form is at fault", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 * UNITS.d }), (ms) => {
      expect(lengthFault(formatDuration(duration(ms)))).toBeUndefined();
    }),
  );
});
