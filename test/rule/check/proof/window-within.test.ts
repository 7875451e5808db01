import { expect, test } from "vitest";
import type { Window } from "../../../../src/rule/ast.ts";
import { isWindowWithin } from "../../../../src/rule/check/proof/window-within.ts";
import { hours } from "../../../../src/time/duration.ts";

function last(count: number): Window {
  return { kind: "last", length: hours(count) };
}
function calendar(unit: "day" | "week" | "month", number: number, utc = false): Window {
  return { kind: "calendar", unit, number, utc };
}
function session(count: number): Window {
  return { kind: "session", gap: hours(count) };
}
const ever: Window = { kind: "ever" };
const entry: Window = { kind: "since", anchor: "entry" };

test.each<readonly [Window, Window, boolean]>([
  [last(1), last(1), true],
  [last(2), last(1), false],
  [last(9999), ever, true],
  [ever, last(9999), false],
  [ever, ever, true],
  [calendar("day", 1), calendar("day", 2), true],
  [calendar("day", 2), calendar("day", 1), false],
  [calendar("day", 1), calendar("week", 1), true],
  [calendar("day", 2), calendar("week", 1), false],
  [calendar("day", 8), calendar("week", 2), true],
  [calendar("day", 9), calendar("week", 2), false],
  [calendar("week", 1), calendar("day", 7), true],
  [calendar("week", 1), calendar("day", 6), false],
  [calendar("month", 1), calendar("day", 31), true],
  [calendar("month", 1), calendar("day", 30), false],
  [calendar("week", 1), calendar("month", 1), false],
  [calendar("week", 4), calendar("month", 2), true],
  [calendar("week", 5), calendar("month", 2), false],
  [calendar("day", 1), calendar("day", 1, true), false],
  [calendar("day", 1), calendar("day", 5, true), true],
  [calendar("day", 1), last(24), false],
  [calendar("day", 1), last(50), true],
  [last(1), calendar("day", 1), false],
  [last(24), calendar("day", 2), false],
  [last(22), calendar("day", 3), true],
  [session(1), session(2), true],
  [session(2), session(1), false],
  [session(1), last(24), true],
  [session(1), last(23), false],
  [session(1), ever, true],
  [session(1), calendar("day", 1), false],
  [last(1), session(2), false],
  [entry, entry, true],
  [entry, ever, true],
  [entry, { kind: "since", anchor: "send" }, false],
  [entry, last(9999), false],
  [last(1), entry, false],
])("%j within %j: %s", (inner, outer, is) => {
  expect(isWindowWithin(inner, outer)).toBe(is);
});
