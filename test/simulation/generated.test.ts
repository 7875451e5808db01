import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Sender } from "../../src/engine/sender.ts";
import { sourceOf } from "../../src/feed/read/byte-source.ts";
import { readMapping } from "../../src/feed/read/mapping-file.ts";
import { readRecorded } from "../../src/feed/read/read.ts";
import type { Recording } from "../../src/feed/read/recording.ts";
import { TABLE_MAPPING } from "../../src/feed/write/columns.ts";
import { CSV_HEAD, csvLine } from "../../src/feed/write/csv.ts";
import { ParquetFile } from "../../src/feed/write/parquet.ts";
import { segmentLine } from "../../src/feed/write/segment.ts";
import type { Event } from "../../src/model/event.ts";
import type { ProfileLog } from "../../src/model/log.ts";
import { planOf } from "../../src/scenario/plan.ts";
import { type Scenario, readScenario } from "../../src/scenario/read.ts";
import { policyOf } from "../../src/simulation/holdout.ts";
import { World } from "../../src/simulation/world.ts";
import type { Instant } from "../../src/time/instant.ts";

// What is written of a run, in every form, is read to the same run: membership by membership, decision by decision, send by
// send, for every rule that ships.

const rules = fileURLToPath(new URL("../../scenarios/rules/", import.meta.url));
const names = readdirSync(rules).filter((name) => name.endsWith(".segment"));
const PROFILES = 200;

/** Everything that can be turned wrong, but for clocks of 1970, which readers reject. */
const BROKEN = `
  session-log:
    { mode: webhook, latency: 0ms..4h, duplicates: { same: 10%, changed: 10%, renewed: 10% }, reordered: 60%, identity: waits,
      loss: 2%, late_offline: { share: 20%, latency: 1h..9h }, clock_skew: { sigma: 20s, whole_hours: 5%, gross: 0%,
      correction: none }, known_zone: { never: 50%, fallback: 30%, missing: 30% },
      outage: { from: +10h, to: +20h, policy: shuffled, drain: 2h } }
  crm: { mode: webhook, latency: 0ms..9h, reordered: 50%, known_zone: { never: 50%, fallback: 30%, missing: 30% } }
  email: { mode: incremental, every: 1h, latency: 0ms..2h, duplicates: { same: 20%, changed: 20%, renewed: 20% } }`;

function scenarioOf(feeds: string): Scenario {
  const text = `version: 1
scenario: everything
rules: [${names.join(", ")}]
seed: 7
clock: { start: 2026-03-27T00:00Z, run: 96h, warm_up: 13d }
profiles:
  number: ${PROFILES}
  zones: { America/New_York: 60%, Europe/Berlin: 40% }
  numbers: { missions_per_week: 2, trips_per_year: 30 }
  propensity: { coverage: 90% }
feeds: ${feeds}
policy: { cool_off: 24h, cap: 3 per 7d }
`;
  const load = (path: string) => ({ path, text: readFileSync(join(rules, path), "utf8") });
  const { scenario, findings } = readScenario({ path: "s.yaml", text }, load);
  expect(
    findings.flatMap(({ severity, message }) => (severity === "error" ? [message] : [])),
  ).toEqual([]);
  return scenario!;
}

/** Lets a scenario run, and writes down what arrives in every form. */
function runOf(scenario: Scenario) {
  const world = new World({ ...planOf(scenario), twin: false });
  const path = join(mkdtempSync(join(tmpdir(), "rehearsal-written-")), "e.parquet");
  const parquet = new ParquetFile(path);
  const ndjson: string[] = [];
  const csv = [CSV_HEAD];
  const logs = Array.from({ length: scenario.profiles }, (_, index) => {
    const id = world.idOf(index);
    const arrived = (event: Event): void => {
      ndjson.push(segmentLine(id, event));
      csv.push(csvLine(id, event));
      parquet.add(id, event);
    };
    return world.live(index, { arrived });
  });
  parquet.finish();
  const inputs = {
    ndjson: { path: "e.ndjson", bytes: Buffer.from(ndjson.join("")) },
    csv: { path: "e.csv", bytes: Buffer.from(csv.join("")) },
    parquet: { path: "e.parquet", source: sourceOf(readFileSync(path)) },
  };
  return { logs, inputs };
}

/** What the rules and the policy of a scenario make of one recorded person, up to the end of its run. */
function replayed(scenario: Scenario, recording: Recording, { id }: ProfileLog) {
  const plan = planOf(scenario);
  const { segments, defaultZone } = scenario;
  const sender = new Sender(segments, { ...policyOf(plan), defaultZone });
  sender.reset({ id }, plan.from);
  for (const event of recording.eventsByArrival(recording.profiles.indexOf(id)))
    sender.engine.push(event);
  sender.engine.advanceTo((scenario.clock.end - 1) as Instant);
  return sender.outcome;
}

describe.each([
  ["feeds as one meets them", "field"],
  ["feeds in which everything goes wrong", BROKEN],
])("%s", (_, feeds) => {
  const scenario = scenarioOf(feeds);
  const { logs, inputs } = runOf(scenario);
  const { mapping } = readMapping({ path: "m.yaml", text: TABLE_MAPPING });
  const options = { vocabulary: scenario.vocabulary, listed: 5 };
  const read = {
    ndjson: () => readRecorded([inputs.ndjson], options),
    csv: () => readRecorded([inputs.csv], { ...options, mapping }),
    parquet: () => readRecorded([inputs.parquet], { ...options, mapping }),
  };

  test.each(["ndjson", "csv", "parquet"] as const)("%s is read to the same run", async (form) => {
    const recording = await read[form]();
    expect(recording.rejections).toEqual([]);
    expect(recording.problems).toEqual([]);
    expect(recording.profiles).toEqual(logs.map(({ id }) => id));
    for (const log of logs) {
      const { transitions, decisions, sends } = log;
      expect(replayed(scenario, recording, log)).toEqual({ transitions, decisions, sends });
    }
    const number = (of: "transitions" | "decisions" | "sends") =>
      logs.reduce((sum, log) => sum + log[of].length, 0);
    expect(number("transitions")).toBeGreaterThan(3000);
    expect(number("decisions")).toBeGreaterThan(1500);
    expect(number("sends")).toBeGreaterThan(150);
  });

  test("a table holds all that a line does, event by event", async () => {
    const [lines, csv, parquet] = [await read.ndjson(), await read.csv(), await read.parquet()];
    for (const [index] of lines.profiles.entries()) {
      const events = lines.eventsByArrival(index);
      expect(csv.eventsByArrival(index)).toEqual(events);
      expect(parquet.eventsByArrival(index)).toEqual(events);
    }
    expect(csv.counts).toEqual(lines.counts);
    expect(parquet.counts).toEqual(lines.counts);
  });
});
