import { expect, test } from "vitest";
import { at, DAY, first, log, truly, visits, wants } from "./logs.ts";

test("members are read every quarter of an hour: entering is in, leaving is out", () => {
  const { size } = first([log(1, { transitions: visits([18, 21]) })]);
  expect(size.total.curve).toHaveLength(96);
  expect(size.total.curve.indexOf(1)).toBe(18 * 4);
  expect(size.total.curve.lastIndexOf(1)).toBe(21 * 4 - 1);
  expect(size.total.mean).toBe(12 / 96);
});

test("a stay between two instants of the grid is in no size, and in the time", () => {
  const { size } = first([log(1, { transitions: visits([18.01, 18.2]) })]);
  expect(size.total.peak.members).toBe(0);
  expect(size.memberMs).toBe(684_000);
});

test("the peak is the first instant of the greatest size", () => {
  const { size } = first([
    log(1, { transitions: visits([10, 20]) }),
    log(2, { transitions: visits([12, 13]) }),
    log(3, { transitions: visits([15, 16]) }),
  ]);
  expect(size.total.peak).toEqual({ members: 2, at: at(12) });
});

test("a stay that began in the warm-up and never ends fills the stretch", () => {
  const { size } = first([log(1, { transitions: visits([-5]) })]);
  expect(size.total.curve.every((members) => members === 1)).toBe(true);
  expect(size.memberMs).toBe(24 * 3_600_000);
});

test("a stretch that begins off the grid is read at the next instant of it", () => {
  const setup = { ...DAY, start: at(0.1), end: at(1.05) };
  const { size } = first([log(1, { transitions: visits([0, 0.25]) })], setup);
  expect(size.first).toBe(at(0.25));
  expect(size.total.curve).toEqual([0, 0, 0, 0]);
});

test("slices go by the profile's zone and by the device of the entry; strangers share one", () => {
  const { size } = first([
    log(1, { transitions: visits([1, 2]) }),
    log(2, { transitions: visits([1, 2], 0, "desktop"), zone: "Asia/Kolkata" }),
    log(3, { transitions: visits([1, 2], 0, "fridge"), zone: "Pacific/Apia" }),
  ]);
  const atOne = (slices: typeof size.zones): unknown =>
    slices.map(({ name, profiles, curve }) => [name, profiles, curve[4]]);
  expect(atOne(size.zones)).toEqual([
    ["Europe/Berlin", 1, 1],
    ["Asia/Kolkata", 1, 1],
    ["other", 1, 1],
  ]);
  expect(atOne(size.devices)).toEqual([
    ["mobile", 3, 1],
    ["desktop", 0, 1],
    ["other", 0, 1],
  ]);
});

test("wanted time is the membership that overlaps the wish", () => {
  const truth = truly([18, 21], wants(17, 19));
  const { size } = first([log(1, { transitions: visits([18, 21]), truth })]);
  expect([size.memberMs, size.wantedMs]).toEqual([3 * 3_600_000, 3_600_000]);
});

test("a stay is read from the first instant of the grid at or after its entry", () => {
  const { size } = first([log(1, { transitions: visits([18.1, 18.3]) })]);
  expect([72, 73, 74].map((step) => size.total.curve[step])).toEqual([0, 1, 0]);
});
