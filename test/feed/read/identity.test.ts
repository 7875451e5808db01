import { expect, test } from "vitest";
import fc from "fast-check";
import { Identities } from "../../../src/feed/read/identity.ts";
import { instant } from "../../../src/time/instant.ts";
import { readLines, track } from "./reading.ts";

const anonymous = (anonymousId: string, timestamp = "2026-03-10T10:00:00Z"): unknown =>
  track({ userId: undefined, anonymousId, timestamp });

test("what an anonymous visitor did belongs to whom an identify names, before and after", () => {
  const recording = readLines(
    anonymous("x"),
    { type: "identify", userId: "ada", anonymousId: "x", timestamp: "2026-03-10T11:00:00Z" },
    anonymous("x", "2026-03-10T12:00:00Z"),
    anonymous("y"),
  );
  expect(recording.profiles).toEqual(["ada", "y"]);
  expect(recording.eventsByArrival(0)).toHaveLength(3);
});

test("of two people who used one browser, the first by arrival has its anonymous events", () => {
  const recording = readLines(
    anonymous("x"),
    track({ userId: "bob", anonymousId: "x", timestamp: "2026-03-10T13:00:00Z" }),
    track({ userId: "ada", anonymousId: "x", timestamp: "2026-03-10T12:00:00Z" }),
  );
  expect(
    recording.profiles.map((id, index) => [id, recording.eventsByArrival(index).length]),
  ).toEqual([
    ["ada", 2],
    ["bob", 1],
  ]);
});

test("aliases may follow each other, and a circle of them ends", () => {
  const alias = (userId: string, previousId: string, hour: number): unknown => ({
    type: "alias",
    userId,
    previousId,
    timestamp: `2026-03-10T1${hour}:00:00Z`,
  });
  const recording = readLines(
    anonymous("x"),
    track({ userId: "old" }),
    alias("old", "x", 1),
    alias("new", "old", 2),
    alias("old", "new", 3),
  );
  expect(recording.profiles).toEqual(["new"]);
  expect(recording.eventsByArrival(0)).toHaveLength(2);
});

test("a link that comes later parts nobody", () => {
  const link = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(5));
  const resolve = (links: readonly (readonly [number, number, number])[]): readonly string[] => {
    const identities = new Identities();
    const keys = Array.from({ length: 8 }, (_, index) => identities.known(`${index}`));
    for (const [from, to, at] of links) identities.link(keys[from]!, keys[to]!, instant(at));
    return identities.resolve();
  };
  fc.assert(
    fc.property(fc.array(link, { maxLength: 12 }), fc.nat(7), fc.nat(7), (links, from, to) => {
      const before = resolve(links);
      const after = resolve([...links, [from, to, 6]]);
      for (let a = 0; a < 8; a++) {
        for (let b = 0; b < 8; b++) if (before[a] === before[b]) expect(after[a]).toBe(after[b]);
      }
    }),
  );
});
