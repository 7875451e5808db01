import { zstdCompressSync, gzipSync, brotliCompressSync } from "node:zlib";
import type { SchemaElement } from "hyparquet";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../src/feed/read/byte-source.ts";
import type { Mapping } from "../../../src/feed/read/mapping.ts";
import { readMapping } from "../../../src/feed/read/mapping-file.ts";
import { readRecorded } from "../../../src/feed/read/read.ts";
import type { Recording } from "../../../src/feed/read/recording.ts";
import { AT, eventsOf, readText, rejectionsOf, vocabulary } from "./reading.ts";

const MAPPING = `columns: { who: profile, what: event, when: at, price: property.price, zip: property.zip:text }
properties: []
`;

function mappingOf(text: string): Mapping {
  const { mapping, findings } = readMapping({ path: "m.yaml", text });
  expect(findings).toEqual([]);
  return mapping;
}

type Options = Omit<Parameters<typeof parquetWriteBuffer>[0], "columnData">;

function written(columnData: ColumnSource[], options: Options = {}): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData, ...options }));
}

function read(bytes: Uint8Array, mapping = MAPPING, more = {}): Promise<Recording> {
  const settings = { vocabulary, listed: 20, mapping: mappingOf(mapping), ...more };
  return readRecorded([{ path: "e.parquet", source: sourceOf(bytes) }], settings);
}

const when = (...texts: readonly string[]): ColumnSource => ({
  name: "when",
  data: texts.map((each) => new Date(each)),
  type: "TIMESTAMP",
});

/** Some rows that are all right. */
const rows = (number: number): ColumnSource[] => [
  { name: "who", data: Array.from({ length: number }, (_, index) => `p${index % 7}`) },
  { name: "what", data: Array.from({ length: number }, () => "Cart Viewed") },
  when(...Array.from({ length: number }, () => AT)),
];

const SHORT = "columns: { who: profile, what: event, when: at }\nproperties: []\n";

describe("cells", () => {
  test("texts, numbers, truth values, instants, lists and structures are what they would be in NDJSON", async () => {
    const recording = await read(
      written([
        { name: "who", data: ["ada"] },
        { name: "what", data: ["Cart Viewed"] },
        when(AT),
        { name: "price", data: [12.5], type: "DOUBLE" },
        { name: "big", data: [9_007_199_254_740_993n], type: "INT64" },
        { name: "small", data: [7n], type: "INT64" },
        { name: "zip", data: [10_115], type: "INT32" },
        { name: "is_new", data: [true], type: "BOOLEAN" },
        { name: "items", data: [[{ id: "a", n: 1 }]], type: "JSON" },
        { name: "nothing", data: [undefined], type: "DOUBLE", nullable: true },
        { name: "nan", data: [Number.NaN], type: "DOUBLE" },
      ]),
      "columns: { who: profile, what: event, when: at, zip: property.zip:text }",
    );
    expect(eventsOf(recording, "ada")[0]).toMatchObject({
      name: "Cart Viewed",
      at: Date.parse(AT),
    });
    expect(eventsOf(recording, "ada")[0]!.properties).toEqual({
      price: 12.5,
      big: "9007199254740993",
      small: 7,
      zip: "10115",
      is_new: true,
      items: [{ id: "a", n: 1 }],
    });
  });

  test("a timestamp that is not in UTC and a date name no zone", async () => {
    const wall = dated(BigInt(Date.parse(AT)) * 1000n, {
      type: "INT64",
      logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MICROS" },
    });
    const day = dated(20_522, { type: "INT32", converted_type: "DATE" });
    for (const bytes of [wall, day])
      expect(rejectionsOf(await read(bytes, SHORT))).toEqual(["e.parquet:1 INSTANT_WITHOUT_ZONE"]);
    const inBerlin = async (bytes: Uint8Array) =>
      eventsOf(await read(bytes, SHORT, { inputZone: "Europe/Berlin" }), "ada")[0]!.at;
    expect(await inBerlin(wall)).toBe(Date.parse("2026-03-10T16:00:00Z"));
    expect(await inBerlin(day)).toBe(Date.parse("2026-03-09T23:00:00Z"));
  });
});

/** One row whose instant is stored as that value of that type. */
function dated(value: bigint | number, type: Omit<SchemaElement, "name">): Uint8Array {
  const text = (name: string): SchemaElement => ({
    name,
    type: "BYTE_ARRAY",
    converted_type: "UTF8",
    repetition_type: "REQUIRED",
  });
  return written(
    [
      { name: "who", data: ["ada"] },
      { name: "what", data: ["Cart Viewed"] },
      { name: "when", data: [value] },
    ],
    {
      schema: [
        { name: "root", num_children: 3 },
        text("who"),
        text("what"),
        { name: "when", repetition_type: "REQUIRED", ...type },
      ],
    },
  );
}

describe("rows that cannot be used", () => {
  test("are rejected with their number and their column, and counted as in every other form", async () => {
    const recording = await read(
      written([
        { name: "who", data: ["ada", undefined, "bob", "cy", "dan"], type: "STRING" },
        { name: "what", data: ["a", "b", undefined, "d", "e"], type: "STRING" },
        when(AT, AT, AT, "1970-01-01T00:00:00Z", AT),
        { name: "zone", data: ["Europe/Berlin", "", "", "", "Europe/Berlinn"] },
      ]),
      "columns: { who: profile, what: event, when: at, zone: zone }",
    );
    expect(recording.rejections.map(({ line, code, message }) => [line, code, message])).toEqual([
      [2, "MISSING_PROFILE", 'no profile in column "who"'],
      [3, "MISSING_EVENT", 'no event in column "what"'],
      [
        4,
        "INSTANT_OUT_OF_RANGE",
        'at (column "when") 1970-01-01T00:00:00.000Z is outside of the years 1990 to 2079',
      ],
      [5, "UNKNOWN_ZONE", 'zone: there is no zone "Europe/Berlinn"'],
    ]);
    expect(recording.counts).toMatchObject({ records: 5, events: 1, rejected: 4 });
  });

  test("bytes that are no text, and texts that are no JSON, leave the other rows readable", async () => {
    const bytes = written([
      { name: "who", data: ["ada", "bob"] },
      { name: "what", data: [Uint8Array.of(0xff, 0xfe), new TextEncoder().encode("b")] },
      when(AT, AT),
      { name: "items", data: ["[1]", "[1"] },
    ]);
    const recording = await read(
      bytes,
      "columns: { who: profile, what: event, when: at, items: property.items:json }",
    );
    expect(recording.rejections.map(({ line, code, message }) => [line, code, message])).toEqual([
      [1, "NOT_UTF8", 'column "what": the bytes are not UTF-8'],
      [2, "NOT_JSON", 'column "items" is not JSON'],
    ]);
  });
});

describe("files that cannot be read", () => {
  const problemOf = async (bytes: Uint8Array, mapping = SHORT) =>
    (await read(bytes, mapping)).problems.map(({ code, message }) => `${code}: ${message}`);
  const good = written(rows(500));

  test("a cut file, a damaged list of columns, and no Parquet at all are told apart", async () => {
    expect(await problemOf(good.subarray(0, -1))).toEqual([
      "BROKEN_PARQUET: its end is missing: it was cut, or is still being written",
    ]);
    expect(await problemOf(good.subarray(0, 4))).toEqual([
      "BROKEN_PARQUET: its end is missing: it was cut, or is still being written",
    ]);
    const head = good.slice();
    head.fill(0xff, -40, -8);
    expect((await problemOf(head))[0]).toMatch(
      /^BROKEN_PARQUET: the list of columns at its end is damaged/,
    );
    expect(await problemOf(new TextEncoder().encode("who,what\n"))).toEqual([
      "NOT_PARQUET: its first bytes are not those of Parquet",
    ]);
    const encrypted = Buffer.from(good);
    encrypted.write("PARE", encrypted.length - 4);
    expect(await problemOf(encrypted)).toEqual(["UNSUPPORTED_PARQUET: it is encrypted"]);
  });

  test("a damaged page is told by its column and its rows", async () => {
    const bytes = good.slice();
    bytes.fill(0xff, 4, 60);
    expect((await problemOf(bytes))[0]).toMatch(/^BROKEN_PARQUET: column "who", rows 1 to 500: /);
  });

  test("without a mapping, without one of its columns, and without a row", async () => {
    const nothing = await readRecorded([{ path: "e.parquet", source: sourceOf(good) }], {
      vocabulary,
      listed: 1,
    });
    expect(nothing.problems.map(({ code }) => code)).toEqual(["NO_MAPPING"]);
    expect(await problemOf(good, "columns: { user: profile }\nproperties: []\n")).toEqual([
      "MISSING_COLUMN: no column is mapped; there are who, what, when",
    ]);
    expect(await problemOf(written(rows(0)))).toEqual(["EMPTY_FILE: there is no record in it"]);
    expect(
      await problemOf(good, "columns: { who: profile, what: event, when: at, ip: property.ip }"),
    ).toEqual(['MISSING_COLUMN: the mapping names the column "ip", which is nowhere in the input']);
  });

  test("what Node can inflate is read, and what it cannot is refused by name", async () => {
    const compressors = { GZIP: gzipSync, ZSTD: zstdCompressSync, BROTLI: brotliCompressSync };
    for (const codec of ["UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "BROTLI"] as const) {
      const recording = await read(written(rows(50), { codec, compressors }), SHORT);
      expect(recording.counts, codec).toMatchObject({ events: 50, rejected: 0 });
    }
    const lz4 = written(rows(50), { codec: "LZ4_RAW", compressors: { LZ4_RAW: (each) => each } });
    expect(await problemOf(lz4)).toEqual([
      'UNSUPPORTED_PARQUET: column "who" is compressed by LZ4_RAW; what can be read is UNCOMPRESSED, SNAPPY, GZIP, BROTLI, ZSTD',
    ]);
  });
});

test("of a file, only the columns that the mapping asks for are read, and never more than a group of them at once", async () => {
  const noise: ColumnSource = {
    name: "noise",
    data: Array.from({ length: 45_000 }, (_, index) => `${index} of much`.repeat(9)),
    codec: "LZ4_RAW",
  };
  const bytes = written([...rows(45_000), noise], {
    rowGroupSize: 30_000,
    compressors: { LZ4_RAW: (each) => each },
  });
  let most = 0;
  const whole = sourceOf(bytes);
  const source = {
    byteLength: bytes.length,
    slice: (start: number, end: number = bytes.length) => {
      if (end < bytes.length - 8) most = Math.max(most, end - start); // but for the list at the end
      return whole.slice(start, end);
    },
  };
  const options = { vocabulary, listed: 1, mapping: mappingOf(SHORT) };
  const recording = await readRecorded([{ path: "e.parquet", source }], options);
  expect(recording.counts).toMatchObject({ records: 45_000, events: 45_000, rejected: 0 });
  const last = eventsOf(recording, "p0").at(-1)!;
  expect(recording.sourceOf(last)).toEqual({ path: "e.parquet", line: 44_997 });
  expect(bytes.length).toBeGreaterThan(3_000_000);
  expect(most).toBeLessThan(300_000);
});

test("any table is the same events as Parquet and as NDJSON of the same mapping", async () => {
  const record = fc.record({
    who: fc.constantFrom("a", "b"),
    what: fc.constantFrom("x", "y"),
    when: fc.constantFrom(AT, "2026-03-10T18:00:00.001Z"),
    price: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
    zip: fc.option(fc.string({ unit: "grapheme" }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 30 }), async (records) => {
      const column = (name: "who" | "what" | "price" | "zip", type: "STRING" | "DOUBLE") => ({
        name,
        type,
        data: records.map((each) => each[name]),
      });
      const table = await read(
        written([
          column("who", "STRING"),
          column("what", "STRING"),
          when(...records.map((each) => each.when)),
          column("price", "DOUBLE"),
          column("zip", "STRING"),
        ]),
      );
      const lines = readText(
        [...records.map((each) => JSON.stringify(each)), ""].join("\n"),
        "e.ndjson",
        { mapping: mappingOf(MAPPING) },
      );
      expect(table.profiles).toEqual(lines.profiles);
      const all = (recording: Recording) =>
        recording.profiles.map((_, index) => recording.eventsByArrival(index));
      expect(all(table)).toEqual(all(lines));
    }),
    { numRuns: 60 },
  );
});
