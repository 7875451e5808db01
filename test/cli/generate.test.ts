import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../src/scenario/read.ts";
import { planOf } from "../../src/scenario/plan.ts";
import { World } from "../../src/simulation/world.ts";
import { OFFER, Workplace } from "./program.ts";

const SCENARIO = `version: 1
scenario: small
rules: [offer.segment]
seed: 7
clock: { start: 2026-03-27T00:00Z, run: 96h, warm_up: 13d }
profiles: { number: 150, zones: { America/New_York: 60%, Europe/Berlin: 40% }, numbers: { missions_per_week: 2 } }
feeds: { session-log: { mode: webhook, latency: 50ms..950ms, duplicates: 2%, identity: waits }, email: field }
`;

const place = new Workplace();
place.write({ "offer.segment": OFFER, "small.yaml": SCENARIO });

const generated = place.run([
  "generate",
  "small.yaml",
  "--out",
  "events.ndjson",
  "--true",
  "true.ndjson",
]);

interface Replayed {
  readonly segments: readonly {
    readonly entries: number;
    readonly exits: number;
    readonly sends: number;
  }[];
}

function replay(...args: readonly string[]): Replayed {
  const { out, code } = place.run(["replay", "--json", "--rules", "offer.segment", ...args]);
  expect(code).toBe(0);
  return JSON.parse(out) as Replayed;
}

/** What the engine of the simulation did, life by life. */
function simulated() {
  const load = (path: string) => ({ path, text: OFFER });
  const { scenario } = readScenario({ path: "small.yaml", text: SCENARIO }, load);
  const world = new World(planOf(scenario!));
  const logs = Array.from({ length: 150 }, (_, index) => world.live(index));
  const count = (kind: string) =>
    logs.flatMap((log) => log.transitions.filter((each) => each.kind === kind)).length;
  return {
    entries: count("entered"),
    exits: count("left"),
    sends: logs.flatMap((log) => log.sends).length,
  };
}

describe("generated events", () => {
  test("are read by replay to the same run", () => {
    expect(generated.code).toBe(0);
    expect(generated.err).toMatch(/^[\d ]+ events of 150 profiles written\n$/);
    const { entries, exits, sends } = replay("--events", "events.ndjson").segments[0]!;
    expect({ entries, exits, sends }).toEqual(simulated());
    expect(sends).toBeGreaterThan(10);
  });

  test("as CSV have a mapping that reads them to the same again", () => {
    expect(
      place.run(["generate", "small.yaml", "--out", "events.csv", "--format", "csv"]).code,
    ).toBe(0);
    const fromCsv = replay("--events", "events.csv", "--mapping", "events.csv.mapping.yaml");
    expect(fromCsv.segments).toEqual(replay("--events", "events.ndjson").segments);
  });

  test("as Parquet are read by other programs", async () => {
    const { code } = place.run([
      "generate",
      "small.yaml",
      "--out",
      "events.parquet",
      "--format",
      "parquet",
    ]);
    expect(code).toBe(0);
    const bytes = readFileSync(join(place.folder, "events.parquet"));
    const file = bytes.buffer.slice(
      bytes.byteOffset,
      bytes.byteOffset + bytes.byteLength,
    ) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    const lines = readFileSync(join(place.folder, "events.ndjson"), "utf8").trimEnd().split("\n");
    expect(rows.length).toBe(lines.length);
    const first = JSON.parse(lines[0]!) as {
      readonly messageId: string;
      readonly timestamp: string;
    };
    expect(rows[0]).toMatchObject({ id: first.messageId, event: "Profile Updated" });
    expect((rows[0]!["at"] as Date).toISOString()).toBe(first.timestamp);
  });

  test("as they truly were stand apart: with causes, and what no feed tells", () => {
    const truth = readFileSync(join(place.folder, "true.ndjson"), "utf8").trimEnd().split("\n");
    const events = truth.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    const causes = new Set(events.map((each) => each["cause"]));
    for (const cause of ["human", "machine-open", "system"]) expect(causes).toContain(cause);
    expect(events.some((each) => each["isUnseen"] === true)).toBe(true);
    const observed = readFileSync(join(place.folder, "events.ndjson"), "utf8");
    expect(observed).not.toContain('"cause"');
    expect(observed).not.toContain('"mission"');
  });
});

test("as Parquet are read by replay to the same again, and one that was cut is refused", () => {
  const mapping = ["--mapping", "events.parquet.mapping.yaml"];
  const fromParquet = replay("--events", "events.parquet", ...mapping);
  expect(fromParquet).toEqual(replay("--events", "events.ndjson"));
  const whole = readFileSync(join(place.folder, "events.parquet"));
  place.write({ "cut.parquet": whole.subarray(0, whole.length / 2) });
  const cut = place.run(
    ["replay", "--rules", "offer.segment", "--events", "cut.parquet"].concat(mapping),
  );
  expect(cut).toMatchObject({ code: 2, out: "" });
  expect(cut.err).toMatch(/^error BROKEN_PARQUET: cut\.parquet: its end is missing/);
  const piped = place.run(
    ["replay", "--json", "--rules", "offer.segment", "--events", "-"].concat(mapping),
    whole,
  );
  expect(piped.code).toBe(0);
  expect(JSON.parse(piped.out)).toEqual(fromParquet);
});

describe("the command", () => {
  test("gives the same bytes again, and other people for another seed", () => {
    const [once, again] = [1, 2].map(
      () => place.run(["generate", "small.yaml", "--profiles", "20"]).out,
    );
    expect(once).toBe(again);
    expect(place.run(["generate", "small.yaml", "--profiles", "20", "--seed", "8"]).out).not.toBe(
      once,
    );
    expect(readFileSync(join(place.folder, "events.ndjson"), "utf8").startsWith(once!)).toBe(true);
  });

  test("describes what people are made with: value, unit, source, year, and what the scenario says", () => {
    const { out, code } = place.run(["generate", "small.yaml", "--describe"]);
    expect(code).toBe(0);
    expect(out).toContain("The people of small: US general retail");
    expect(out).toMatch(/hard_bounce: 0\.0019\n +share of sent; Mailchimp, e-commerce \(2019\)/);
    expect(out).toMatch(/trips_per_year: 3\n.*assumed/);
    expect(out).toMatch(/missions_per_week: 2\n.*said in the scenario/);
    const { figures } = JSON.parse(
      place.run(["generate", "small.yaml", "--describe", "--json"]).out,
    ) as {
      readonly figures: readonly { readonly unit: string; readonly source: string }[];
    };
    expect(figures.length).toBeGreaterThan(80);
    expect(figures.every(({ unit, source }) => unit !== "" && source !== "")).toBe(true);
  });

  test("refuses Parquet on standard output, and forms that it does not know", () => {
    expect(place.run(["generate", "small.yaml", "--format", "parquet"])).toMatchObject({
      code: 2,
      out: "",
    });
    expect(place.run(["generate", "small.yaml", "--format", "xml"]).code).toBe(2);
    expect(place.run(["generate", "missing.yaml"]).err).toContain("MISSING_FILE");
  });
});
