import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expectSameFlow, expectSameMembers } from "./agreement.ts";
import { HOUR } from "./brute-force.ts";
import type { HandRule, Row, View } from "./brute-force.ts";
import { findData, load, scenarioPath } from "./data.ts";

const folder = findData("sparkify_log");

const isBetween = (view: View, from: number, to: number): boolean =>
  from * 60 <= view.minute() && view.minute() < to * 60;

const rules: readonly HandRule[] = [
  {
    name: "evening_listener",
    windows: [48],
    coolOff: 72,
    holds: (view) =>
      view.device === "desktop" && isBetween(view, 18, 21) && view.count(["NextSong"], 48) >= 10,
  },
  {
    name: "busy_and_free",
    windows: [24, 168],
    coolOff: 168,
    holds: (view) =>
      view.newest?.values["level"] === "free" &&
      view.count(["NextSong"], 24) >= 8 &&
      view.count(["Upgrade", "Submit Upgrade"], 168) === 0,
  },
  {
    name: "fallen_silent",
    windows: [72, 240],
    coolOff: 240,
    holds: (view) => view.count(["NextSong"], 240) >= 5 && view.count(["NextSong"], 72) === 0,
  },
  {
    name: "long_songs_away",
    windows: [48],
    coolOff: 0,
    holds: (view) =>
      (view.device === "mobile" || view.device === "tablet") &&
      (isBetween(view, 6, 9) || isBetween(view, 16, 19)) &&
      view.count(["NextSong"], 48, (row) => Number(row.values["length"]) > 300) >= 2,
  },
];

/** The agents of this log: iPhones, iPads, and desktops. */
function deviceOf(agent: string): string {
  if (agent.includes("iPad")) return "tablet";
  return agent.includes("iPhone") || agent.includes("Android") ? "mobile" : "desktop";
}

function readRows(paths: readonly string[]): readonly Row[] {
  const zones: Record<string, string> = JSON.parse(
    readFileSync(scenarioPath("sparkify/tz-map.json"), "utf8"),
  );
  return paths
    .flatMap((path) => readFileSync(path, "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line))
    .filter((each) => each.userId !== "")
    .map((each) => ({
      who: String(each.userId),
      name: each.page,
      at: each.ts,
      device: deviceOf(each.userAgent),
      zone: zones[each.location]!,
      values: each,
    }));
}

describe.skipIf(folder === undefined)(
  "the log of a music service, over the end of summer time",
  () => {
    const paths = (folder === undefined ? [] : readdirSync(folder))
      .filter((name) => name.endsWith("-events.json"))
      .map((name) => join(folder ?? "", name));
    const start = Date.UTC(2018, 10, 1);
    const quarters = Array.from({ length: 30 * 96 }, (_, index) => start + index * (HOUR / 4));

    test("all 30 files are read, visitors without an id passed over", async () => {
      const { recording } = await load("sparkify", paths);
      expect(paths).toHaveLength(30);
      expect(recording.counts).toMatchObject({
        records: 8056,
        skipped: 286,
        rejected: 0,
        profiles: 97,
        zonesAssumed: 0,
      });
    });

    test("our segments have the members that a count by hand has, every few hours of the month", async () => {
      const { rules: ours, recording } = await load("sparkify", paths);
      const agreement = { segments: ours.segments, recording, rows: readRows(paths), rules };
      const instants = quarters.filter((_, index) => index % 7 === 0);
      expectSameMembers(agreement, instants);
    });

    test("the evening begins an hour later by UTC once the clocks have gone back", async () => {
      const { rules: ours, recording } = await load("sparkify", paths);
      const agreement = { segments: ours.segments, recording, rows: readRows(paths), rules };
      const around = [3, 4, 5].flatMap((day) =>
        [21, 22, 23, 24, 25, 26, 27, 28, 29].flatMap((hour) => {
          const sharp = Date.UTC(2018, 10, day, hour);
          return [sharp - 1, sharp];
        }),
      );
      expectSameMembers(
        {
          ...agreement,
          segments: agreement.segments.filter((each) => each.name.startsWith("even")),
        },
        around,
      );
    });

    test("entries, exits and fires are those of a count by hand", async () => {
      const { rules: ours, recording } = await load("sparkify", paths);
      const agreement = { segments: ours.segments, recording, rows: readRows(paths), rules };
      expectSameFlow(agreement, quarters);
    });
  },
);
