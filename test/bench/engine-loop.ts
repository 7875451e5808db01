import { Sender } from "../../src/engine/sender.ts";
import type { Event } from "../../src/model/event.ts";
import type { Segment } from "../../src/rule/ast.ts";
import type { Instant } from "../../src/time/instant.ts";
import { type Columns, DEVICES, NAMES, START, ZONES } from "./events.ts";
import type { Fires } from "./hand-loop.ts";

/** An event that is filled anew for every row: the columns hold the facts, and making objects is not what is measured. */
type Row = { -readonly [Key in keyof Event]: Event[Key] };

/** Runs segments over all profiles, through the engine and its policy. */
export function engineLoop(columns: Columns, segments: readonly Segment[]): Fires {
  const result: Fires = { fires: 0, checksum: 0 };
  let profile = 0;
  const sender = new Sender(segments, { defaultZone: "UTC", uniqueIds: true });
  const { engine } = sender;
  const row = blankRow();
  for (; profile < columns.profiles; profile++) {
    sender.reset({ id: "", zone: ZONES[columns.zones[profile]!] }, START as Instant);
    const end = columns.firsts[profile + 1]!;
    for (let index = columns.firsts[profile]!; index < end; index++) {
      fillRow(row, columns, index);
      engine.push(row);
    }
    engine.advanceTo((START + 45 * 86_400_000 - 1) as Instant);
    for (const { at, outcome } of sender.outcome.decisions) {
      if (outcome !== "fired") continue;
      result.fires += 1;
      result.checksum = (result.checksum * 31 + at + profile) % 1_000_000_007;
    }
  }
  return result;
}

function blankRow(): Row {
  const at = START as Instant;
  return {
    id: 0,
    name: "",
    at,
    arrivedAt: at,
    sequence: 0,
    feed: "session-log",
    properties: {},
    device: undefined,
    place: undefined,
    zone: undefined,
  };
}

function fillRow(row: Row, columns: Columns, index: number): void {
  const name = columns.name[index]!;
  row.id = index;
  row.name = NAMES[name]!;
  row.at = columns.at[index]! as Instant;
  row.arrivedAt = columns.arrivedAt[index]! as Instant;
  row.sequence = index;
  row.feed = name === 3 ? "email" : "session-log";
  const device = columns.device[index]!;
  row.device = device === 255 ? undefined : DEVICES[device];
}
