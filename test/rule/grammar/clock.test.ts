import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTime, parseTime } from "../../../src/rule/grammar/clock.ts";
import { UNITS } from "../../../src/time/duration.ts";

test.each([
  ["00:00", 0],
  ["6:05", 6 * UNITS.h + 5 * UNITS.min],
  ["18:00:30", 18 * UNITS.h + 30 * UNITS.s],
  ["18:00:30.5", 18 * UNITS.h + 30_500],
  ["23:59:59.999", UNITS.d - 1],
  ["24:00", UNITS.d],
  ["24:00:01", undefined],
  ["25:00", undefined],
  ["18:60", undefined],
  ["18:5", undefined],
  ["6pm", undefined],
])("%s is %s ms after midnight", (text, time) => {
  expect(parseTime(text)).toBe(time);
});

test("every millisecond of the day is written and read as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: UNITS.d }), (time) => {
      expect(parseTime(formatTime(time))).toBe(time);
    }),
  );
});
