import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { expectSameFlow, expectSameMembers } from "./agreement.ts";
import { HOUR } from "./brute-force.ts";
import type { HandRule, Row } from "./brute-force.ts";
import { findData, load } from "./data.ts";

const folder = findData("ecom_retentioneering");

const rules: readonly HandRule[] = [
  {
    name: "evening_looker",
    windows: [48, 72],
    coolOff: 72,
    holds: (view) =>
      view.device === "mobile" &&
      view.minute() >= 18 * 60 &&
      view.minute() < 21 * 60 &&
      view.count(["product_view"], 48) >= 3 &&
      view.count(["purchase"], 72) === 0,
  },
  {
    name: "cart_left",
    windows: [1, 24],
    coolOff: 48,
    holds: (view) =>
      view.count(["add_to_cart"], 24) >= 1 &&
      view.count(["add_to_cart"], 1) === 0 &&
      view.count(["purchase"], 24) === 0,
  },
  {
    name: "checkout_trouble",
    windows: [2],
    coolOff: 0,
    holds: (view) =>
      (view.device === "mobile" || view.device === "tablet") &&
      view.count(["payment_error", "checkout_bug"], 2) >= 1 &&
      view.count(["purchase"], 2) === 0,
  },
  {
    name: "email_browser",
    windows: [168],
    coolOff: 168,
    holds: (view) =>
      view.device !== "mobile" &&
      view.count(["product_view"], 168, (row) => row.values["channel"] === "email") >= 5 &&
      view.count(["add_to_cart"], 168) === 0,
  },
];

function readRows(path: string): readonly Row[] {
  const [, ...lines] = gunzipSync(readFileSync(path)).toString().trim().split("\n");
  return lines.map((line) => {
    const [who, , name, at, device, channel] = line.trim().split(",");
    return {
      who: who!,
      name: name!,
      at: Date.parse(`${at!.replace(" ", "T")}Z`),
      device: device!,
      zone: "UTC",
      values: { channel },
    };
  });
}

describe.skipIf(folder === undefined)("the click stream of a web shop", () => {
  const path = join(folder ?? "", "ecom.csv.gz");
  const first = Date.UTC(2024, 0, 4);
  const days = Array.from({ length: 178 }, (_, index) => first + index * 24 * HOUR);

  test("all of its 31 106 events are read", async () => {
    const { recording } = await load("ecom", [path]);
    expect(recording.counts).toMatchObject({ records: 31_106, events: 31_106, profiles: 600 });
    expect(recording.counts.zonesAssumed).toBe(600);
  });

  test("our segments have the members that a count by hand has, at every evening and some nights", async () => {
    const { rules: ours, recording } = await load("ecom", [path]);
    const agreement = { segments: ours.segments, recording, rows: readRows(path), rules };
    const evenings = days.flatMap((day) => [day + 18 * HOUR, day + 21 * HOUR - 1]);
    expectSameMembers(agreement, [...evenings, days[100]!, days[140]! + 21 * HOUR]);
  });

  test("entries, exits and fires are those of a count by hand", async () => {
    const { rules: ours, recording } = await load("ecom", [path]);
    const agreement = { segments: ours.segments, recording, rows: readRows(path), rules };
    const ticks = days.flatMap((day) => [day + 18 * HOUR, day + 21 * HOUR]);
    expectSameFlow(agreement, ticks);
  });
});
