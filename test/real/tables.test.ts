import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { sourceOf } from "../../src/feed/read/byte-source.ts";
import { readMapping } from "../../src/feed/read/mapping-file.ts";
import { readRecorded } from "../../src/feed/read/read.ts";
import type { Recording } from "../../src/feed/read/recording.ts";
import { vocabulary } from "../feed/read/reading.ts";
import { findData, scenarioPath } from "./data.ts";

// Every table of real data that says who did what when is read as it is, and to the same events once it is Parquet.

interface Table {
  readonly file: string;
  readonly mapping: string;
  /** The columns that become timestamps, whose texts mean UTC. */
  readonly instants: readonly string[];
  readonly counts: Partial<Recording["counts"]>;
}

const TABLES: readonly Table[] = [
  {
    file: "ecom_retentioneering/ecom.csv.gz",
    mapping: readFileSync(scenarioPath("ecom/mapping.yaml"), "utf8"),
    instants: ["timestamp"],
    counts: { records: 31_106, events: 31_106, profiles: 600, rejected: 0 },
  },
  {
    file: "fivetran_hubspot/email_event_data.csv",
    mapping:
      "columns: { id: id, recipient: profile, type: event, created: at, _fivetran_synced: arrivedAt }\ninput_zone: UTC\nproperties: []\n",
    instants: ["created", "_fivetran_synced"],
    counts: { records: 100, events: 100, profiles: 19, rejected: 0 },
  },
  {
    file: "fivetran_klaviyo/event.csv",
    mapping:
      "columns: { id: id, person_id: profile, type: event, datetime: at }\ninput_zone: UTC\nproperties: []\n",
    instants: ["datetime"],
    counts: { records: 4, events: 4, profiles: 2, rejected: 0 },
  },
  {
    file: "cdnow/example_transactions.csv",
    mapping: "columns: { id: profile, date: at }\nevent: Order Completed\ninput_zone: UTC\n",
    instants: ["date"],
    counts: { records: 15_273, events: 15_273, profiles: 5000, rejected: 0 },
  },
];

function asParquet(csv: Buffer, instants: readonly string[]): Uint8Array {
  const [names = [], ...rows] = parse(csv) as string[][];
  const columnData = names.map((name, index): ColumnSource => {
    const cells = rows.map((row) => row[index]!);
    if (!instants.includes(name))
      return { name, type: "STRING", nullable: true, data: cells.map((each) => each || undefined) };
    const dates = cells.map((each) => new Date(`${each.replace(" ", "T").replace(/Z?$/, "")}Z`));
    return { name, type: "TIMESTAMP", data: dates };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 10_000 }));
}

/** Who did what when; values are left out, as Parquet knows their types and CSV guesses. */
function factsOf(recording: Recording): unknown {
  return recording.profiles.map((id, index) => [
    id,
    recording
      .eventsByArrival(index)
      .map(({ name, at, arrivedAt, device }) => [name, at, arrivedAt, device]),
  ]);
}

describe.each(TABLES)("$file", ({ file, mapping: text, instants, counts }) => {
  const folder = findData(file.split("/")[0]!);

  test.skipIf(folder === undefined)("is the same as CSV and as Parquet", async () => {
    const raw = readFileSync(join(folder!, file.split("/")[1]!));
    const csv = file.endsWith(".gz") ? gunzipSync(raw) : raw;
    const { mapping, findings } = readMapping({ path: "mapping.yaml", text });
    expect(findings).toEqual([]);
    const options = { vocabulary, listed: 5, mapping };
    const lines = await readRecorded([{ path: "e.csv", bytes: csv }], options);
    expect(lines.rejections).toEqual([]);
    expect(lines.problems).toEqual([]);
    expect(lines.counts).toMatchObject(counts);
    const source = sourceOf(asParquet(csv, instants));
    const table = await readRecorded([{ path: "e.parquet", source }], options);
    expect(table.problems).toEqual([]);
    expect(table.counts).toEqual(lines.counts);
    expect(factsOf(table)).toEqual(factsOf(lines));
  });
});
