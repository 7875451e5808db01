import { Engine } from "../../src/engine/engine.ts";
import { Policy } from "../../src/engine/policy/policy.ts";
import type { Event } from "../../src/model/event.ts";
import type { Decision } from "../../src/model/log.ts";
import type { Segment } from "../../src/rule/ast.ts";
import type { Instant } from "../../src/time/instant.ts";
import { type Columns, DEVICES, NAMES, START, ZONES } from "./events.ts";
import type { Fires } from "./hand-loop.ts";

/** An event that is filled anew for every row: the columns hold the facts, and making objects is not what is measured. */
type Row = { -readonly [Key in keyof Event]: Event[Key] };

/** Runs segments over all profiles, through the engine and its policy; nothing is logged, as by hand. */
export function engineLoop(columns: Columns, segments: readonly Segment[]): Fires {
  const result: Fires = { fires: 0, checksum: 0 };
  let profile = 0;
  const fire = ({ at, outcome }: Decision): void => {
    if (outcome !== "fired") return;
    result.fires += 1;
    result.checksum = (result.checksum * 31 + at + profile) % 1_000_000_007;
  };
  const { engine, policy } = deciding(segments, fire);
  const row = blankRow();
  for (; profile < columns.profiles; profile++) {
    policy.reset("");
    engine.reset({ id: "", zone: ZONES[columns.zones[profile]!] }, START as Instant);
    const end = columns.firsts[profile + 1]!;
    for (let index = columns.firsts[profile]!; index < end; index++) {
      fillRow(row, columns, index);
      engine.push(row);
    }
    engine.advanceTo((START + 45 * 86_400_000 - 1) as Instant);
  }
  return result;
}

/** An engine whose policy tells of every decision. */
function deciding(
  segments: readonly Segment[],
  tell: (decision: Decision) => void,
): { readonly engine: Engine; readonly policy: Policy } {
  const observer = {
    transition: (at: Instant, segment: number, entered: boolean): void =>
      policy.transition(at, segment, entered),
    settled: (at: Instant): number => {
      policy.settle(at, tell);
      return policy.nextAt;
    },
  };
  const engine = new Engine(segments, { defaultZone: "UTC", uniqueIds: true, observer });
  const policy: Policy = new Policy(segments, {}, (condition, anchor) =>
    engine.ask(condition, anchor),
  );
  return { engine, policy };
}

/** A row to be filled. */
export function blankRow(): Row {
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

/** Fills a row with the event at a place of the columns. */
export function fillRow(row: Row, columns: Columns, index: number): void {
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
