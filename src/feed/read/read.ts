import type { Event } from "../../model/event.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { findZone } from "../../time/zone.ts";
import type { ByteSource } from "./byte-source.ts";
import { countZonesAssumed, groupByProfile, spanOf } from "./by-profile.ts";
import { eachRow } from "./csv.ts";
import { SKIPPED } from "./fact.ts";
import type { InstantReader } from "./instants.ts";
import { eachElement } from "./json-array.ts";
import { NOT_JSON, notJson, parseJson } from "./json.ts";
import { eachLine, withoutMark } from "./lines.ts";
import type { Line } from "./lines.ts";
import { MappedReader } from "./mapped.ts";
import { type Mapping, reads, textColumns } from "./mapping.ts";
import { inTime } from "./recording.ts";
import type { InputProblem, Recording } from "./recording.ts";
import { Rejections, isFault } from "./rejection.ts";
import type { Fault } from "./rejection.ts";
import { Rows } from "./rows.ts";
import { readSegmentRecord } from "./segment.ts";
import { isFields } from "./values.ts";
import type { Fields } from "./values.ts";

/** One file of recorded events, inflated. Its name decides between CSV and JSON; without an ending, its first byte. */
export interface RecordedInput {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A Parquet file, which is read part by part. */
export interface ParquetInput {
  readonly path: string;
  readonly source: ByteSource;
}

/** How recorded events are read. */
export interface ReadOptions {
  readonly vocabulary: Vocabulary;
  /** Absent for records of the Segment spec. */
  readonly mapping?: Mapping | undefined;
  /** The IANA name of the clock of instants that name no zone; without it, and without one in the mapping, they are
   *  rejected. */
  readonly inputZone?: string | undefined;
  /** How many rejections are listed; all are counted. */
  readonly listed: number;
}

/** Reads recorded events, file by file. What cannot be used is counted and listed in the recording, never thrown. */
export function readEvents(inputs: Iterable<RecordedInput>, options: ReadOptions): Recording {
  const reading = new Reading(options);
  for (const input of inputs) reading.read(input);
  return reading.finish();
}

/** Reads recorded events of every form, Parquet among them. */
export async function readRecorded(
  inputs: Iterable<RecordedInput | ParquetInput>,
  options: ReadOptions,
): Promise<Recording> {
  const reading = new Reading(options);
  for (const input of inputs) {
    if ("bytes" in input) reading.read(input);
    else await reading.readParquet(input);
  }
  return reading.finish();
}

class Reading {
  readonly #instants: InstantReader;
  readonly #mapped: MappedReader | undefined;
  readonly #texts: ReadonlySet<string>;
  readonly #rows: Rows;
  readonly #rejections: Rejections;
  readonly #problems: InputProblem[] = [];
  readonly #paths: string[] = [];
  #records = 0;
  #skipped = 0;

  constructor(options: ReadOptions) {
    const { mapping, inputZone } = options;
    const zone = inputZone ?? mapping?.inputZone;
    this.#instants = {
      style: mapping?.instants ?? "auto",
      zone: zone === undefined ? undefined : findZone(zone),
    };
    this.#mapped = mapping === undefined ? undefined : new MappedReader(mapping);
    this.#texts = textColumns(mapping);
    this.#rows = new Rows(options.vocabulary);
    this.#rejections = new Rejections(options.listed);
  }

  read({ path, bytes }: RecordedInput): void {
    this.#paths.push(path);
    const content = withoutMark(bytes);
    const first = content.find((byte) => byte > 0x20);
    if (first === undefined)
      this.#problems.push({ code: "EMPTY_FILE", path, message: "there is nothing in it" });
    else this.#readContent(path, content, isCsv(path, first) ? CSV : first);
  }

  async readParquet({ path, source }: ParquetInput): Promise<void> {
    this.#paths.push(path);
    const counts = this.#counts();
    const mapped = this.#mappedFor(path, "Parquet");
    if (mapped === undefined) return;
    const { eachParquetRow } = await import("./parquet.ts");
    const wanted = {
      reads: (column: string) => reads(mapped.mapping, column),
      texts: this.#texts,
    };
    const problem = await eachParquetRow(source, wanted, this.#rowsOf(mapped));
    if (problem !== undefined) this.#problems.push({ ...problem, path });
    this.#checkRecords(path, counts);
  }

  #readContent(path: string, content: Uint8Array, first: number): void {
    const counts = this.#counts();
    if (first === CSV) this.#readCsv(path, content);
    else if (first === OPEN_BRACKET) this.#readArray(content);
    else eachLine(content, (line) => this.#takeLine(line));
    this.#checkRecords(path, counts);
  }

  #counts(): { readonly records: number; readonly problems: number } {
    return { records: this.#records, problems: this.#problems.length };
  }

  #checkRecords(
    path: string,
    before: { readonly records: number; readonly problems: number },
  ): void {
    if (this.#records === before.records && this.#problems.length === before.problems)
      this.#problems.push({ code: "EMPTY_FILE", path, message: "there is no record in it" });
  }

  finish(): Recording {
    this.#checkColumns();
    const rows = this.#rows;
    const paths = this.#paths;
    const grouped = groupByProfile(rows);
    const { profiles, order, starts } = grouped;
    const eventsByArrival = (profile: number): readonly Event[] => {
      const events: Event[] = [];
      for (let index = starts[profile]!; index < starts[profile + 1]!; index++)
        rows.appendEvents(order[index]!, events);
      return events;
    };
    return {
      profiles,
      counts: {
        records: this.#records,
        events: order.length,
        naming: rows.named.length,
        duplicates: rows.duplicates,
        skipped: this.#skipped,
        rejected: this.#rejections.count,
        profiles: profiles.length,
        zonesAssumed: countZonesAssumed(rows, grouped),
        byCode: this.#rejections.byCode,
      },
      rejections: this.#rejections.listed,
      problems: this.#problems,
      span: spanOf(rows, grouped),
      eventsByArrival,
      eventsByTime: (profile) => inTime(eventsByArrival(profile)),
      sourceOf: (event) => {
        const { file, line } = rows.locationOf(Math.floor(event.sequence / 2));
        return { path: paths[file] ?? "", line };
      },
    };
  }

  #readArray(content: Uint8Array): void {
    const cutAt = eachElement(content, (line) => this.#takeLine(line));
    if (cutAt === undefined) return;
    this.#records += 1;
    this.#reject({ code: "CUT_LINE", message: "the array is cut off before its end" }, cutAt);
  }

  #readCsv(path: string, content: Uint8Array): void {
    const mapped = this.#mappedFor(path, "CSV");
    if (mapped === undefined) return;
    eachRow(content, this.#texts, {
      ...this.#rowsOf(mapped),
      unclosed: (line) => {
        const message = `a quote is opened in line ${line} and never closed, so that nothing after it can be read`;
        this.#problems.push({ code: "UNCLOSED_QUOTE", path, message });
      },
    });
  }

  /** The mapping, without which a table says nothing. */
  #mappedFor(path: string, form: "CSV" | "Parquet"): MappedReader | undefined {
    const message = `${form} needs --map column=field or --mapping FILE that says what its columns are`;
    if (this.#mapped === undefined) this.#problems.push({ code: "NO_MAPPING", path, message });
    return this.#mapped;
  }

  /** Takes the rows of a table. */
  #rowsOf(mapped: MappedReader) {
    return {
      header: (names: readonly string[]) => mapped.see(names),
      row: (line: number, record: Fields) => {
        this.#records += 1;
        this.#takeRecord(record, line);
      },
      fault: (line: number, fault: Fault) => {
        this.#records += 1;
        this.#reject(fault, line);
      },
    };
  }

  #takeLine({ number, text, isLast }: Line): void {
    if (text === undefined) {
      this.#records += 1;
      this.#reject({ code: "NOT_UTF8", message: "the bytes of this line are not UTF-8" }, number);
      return;
    }
    const value = parseJson(text);
    if (isFields(value) && Array.isArray(value["batch"])) {
      this.#takeBatch(value, value["batch"], number);
      return;
    }
    this.#records += 1;
    if (value === NOT_JSON) this.#reject(notJson(text, isLast), number);
    else if (isFields(value)) this.#takeRecord(value, number);
    else this.#reject({ code: "NOT_A_RECORD", message: "not a JSON object" }, number);
  }

  /** A batch call of the Segment spec: what stands beside `batch` holds for every call in it that does not say it. */
  #takeBatch(call: Fields, batch: readonly unknown[], line: number): void {
    const shared = { ...call, batch: undefined };
    for (const [index, each] of batch.entries()) {
      this.#records += 1;
      if (isFields(each)) this.#takeRecord({ ...shared, ...each }, line);
      else
        this.#reject(
          { code: "NOT_A_RECORD", message: `call ${index + 1} of the batch is no object` },
          line,
        );
    }
  }

  #takeRecord(record: Fields, line: number): void {
    const instants = this.#instants;
    const fact =
      this.#mapped === undefined
        ? readSegmentRecord(record, instants)
        : this.#mapped.read(record, instants);
    if (fact === SKIPPED) this.#skipped += 1;
    else if (isFault(fact)) this.#reject(fact, line);
    else this.#rows.add(fact, { file: this.#paths.length - 1, line });
  }

  #reject(fault: Fault, line: number): void {
    this.#rejections.add({ ...fault, path: this.#paths.at(-1) ?? "", line });
  }

  #checkColumns(): void {
    if (this.#records === 0) return;
    for (const column of this.#mapped?.unseen ?? []) {
      this.#problems.push({
        code: "MISSING_COLUMN",
        path: this.#paths.join(", "),
        message: `the mapping names the column "${column}", which is nowhere in the input`,
      });
    }
  }
}

const CSV = -1;
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;

function isCsv(path: string, first: number): boolean {
  const name = path.replace(/\.gz$/i, "");
  if (/\.(csv|tsv)$/i.test(name)) return true;
  if (/\.(ndjson|jsonl|json)$/i.test(name)) return false;
  return first !== OPEN_BRACKET && first !== OPEN_BRACE;
}
