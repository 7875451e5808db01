import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { EMPTY_MAPPING, FIELDS, parseTarget, withColumn } from "../feed/read/mapping.ts";
import type { Mapping } from "../feed/read/mapping.ts";
import { beginsAsParquet, sourceOf } from "../feed/read/byte-source.ts";
import { readRecorded } from "../feed/read/read.ts";
import type { ParquetInput, RecordedInput } from "../feed/read/read.ts";
import type { Recording } from "../feed/read/recording.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { drawFinding, printable } from "../text/frame.ts";
import { didYouMean } from "../text/suggest.ts";
import { findZone, zoneNames } from "../time/zone.ts";
import { STDIN, findFiles, nameOf, readBytes, readText, sourceOfFile } from "./files.ts";
import type { EventsOptions } from "./input-options.ts";
import { loaded, mistake, refused } from "./refusal.ts";
import type { Loaded } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** How many rejections are listed. */
const LISTED = 20;

/** Reads the recorded events that the options name; more rejections than allowed are a refusal. */
export async function loadEvents(
  options: EventsOptions,
  vocabulary: Vocabulary,
  terminal: Terminal,
): Promise<Loaded<Recording>> {
  const limit = parseLimit(options.maxRejected);
  const files = findFiles(options.events, { what: "events" });
  const mapping = await loadMapping(options, terminal);
  const mistakes = [limit, files, mapping, checkZone("--input-zone", options.inputZone)]
    .concat(checkZone("--default-zone", options.defaultZone))
    .flatMap((each) => (each.kind === "refused" ? each.mistakes : []));
  if (limit.kind === "refused" || files.kind === "refused" || mapping.kind === "refused")
    return refused(...mistakes);
  if (mistakes.length > 0) return refused(...mistakes);
  const unreadable: string[] = [];
  const recording = await readRecorded(eachInput(files.value, { terminal, unreadable }), {
    vocabulary,
    mapping: mapping.value,
    inputZone: options.inputZone,
    listed: LISTED,
  });
  const problems = recording.problems.map((each) =>
    mistake(each.code, `${each.path}: ${each.message}`),
  );
  if (unreadable.length + problems.length > 0) return refused(...unreadable, ...problems);
  return limit.value(recording) ? loaded(recording) : refused(...tooMany(recording, options));
}

function* eachInput(
  paths: readonly string[],
  { terminal, unreadable }: { readonly terminal: Terminal; readonly unreadable: string[] },
): Generator<RecordedInput | ParquetInput> {
  for (const path of paths) {
    if (isParquet(path)) {
      yield { path, source: sourceOfFile(path) };
      continue;
    }
    const bytes = readBytes(path, terminal);
    if (bytes.kind === "refused") unreadable.push(...bytes.mistakes);
    else if (beginsAsParquet(bytes.value))
      yield { path: nameOf(path), source: sourceOf(bytes.value) };
    else yield { path: nameOf(path), bytes: bytes.value };
  }
}

/** Whether a file is Parquet by its name or its first bytes; an empty or an unreadable one is not, nor is a pipe, whose
 *  bytes can be had only once. */
function isParquet(path: string): boolean {
  try {
    if (path === STDIN || !statSync(path).isFile()) return false;
    const source = sourceOfFile(path);
    if (path.endsWith(".parquet")) return source.byteLength > 0;
    return beginsAsParquet(new Uint8Array(source.slice(0, 4)));
  } catch {
    return false;
  }
}

/** One line for each listed rejection, `file:line` first, so that it can be clicked. */
export function drawRejections({ rejections, counts }: Recording): readonly string[] {
  const lines = rejections.map(
    ({ path, line, code, message }) => `rejected ${path}:${line} ${code}: ${shortened(message)}`,
  );
  const hidden = counts.rejected - rejections.length;
  return hidden > 0 ? [...lines, `and ${hidden} more`] : lines;
}

/** A message may quote what stands in a feed: anything, and any length of it. */
function shortened(message: string): string {
  return printable(message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message);
}

const LONGEST = 240;

function tooMany(recording: Recording, { maxRejected }: EventsOptions): readonly string[] {
  const { rejected, records } = recording.counts;
  const message = `${rejected} of ${records} records cannot be used, and --max-rejected is ${maxRejected}`;
  return [[...drawRejections(recording), mistake("TOO_MANY_REJECTED", message)].join("\n")];
}

type Limit = (recording: Recording) => boolean;

/** `1%` and `0.01` are shares of all records, a whole number is a count. */
function parseLimit(text: string): Loaded<Limit> {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim());
  const value = Number(match?.[1]);
  const isShare = match?.[2] === "%" || !Number.isInteger(value);
  const share = match?.[2] === "%" ? value / 100 : value;
  if (match === null || (isShare && share > 1))
    return refused(
      mistake(
        "WRONG_VALUE",
        `--max-rejected ${text} is no share and no count: write 1%, 0.01 or 5`,
      ),
    );
  if (!isShare) return loaded(({ counts }) => counts.rejected <= value);
  return loaded(({ counts }) => counts.rejected <= share * counts.records);
}

/** Checks the name of a zone that an option gave. */
function checkZone(option: string, name: string | undefined): Loaded<unknown> {
  if (name === undefined || findZone(name) !== undefined) return loaded(name);
  const hint = didYouMean(name, zoneNames()) ?? zoneOfCity(name);
  const note = hint === undefined ? "" : `; ${hint}`;
  return refused(mistake("UNKNOWN_ZONE", `${option}: there is no zone "${name}"${note}`));
}

/** People write the city alone. */
function zoneOfCity(name: string): string | undefined {
  const ending = `/${name.trim().replaceAll(" ", "_")}`.toLowerCase();
  const zone = zoneNames().find((each) => each.toLowerCase().endsWith(ending));
  return zone === undefined ? undefined : `did you mean "${zone}"?`;
}

/** The mapping of a file, with the columns of `--map` added; `undefined` if neither is given. */
async function loadMapping(
  { mapping: path, map }: EventsOptions,
  terminal: Terminal,
): Promise<Loaded<Mapping | undefined>> {
  if (path === undefined && map === undefined) return loaded(undefined);
  const base = path === undefined ? loaded(EMPTY_MAPPING) : await loadMappingFile(path, terminal);
  if (base.kind === "refused") return base;
  let mapping = base.value;
  const mistakes: string[] = [];
  for (const text of map ?? []) {
    const [, column = "", word = ""] = /^(.*)=([^=]*)$/s.exec(text) ?? [];
    const target = parseTarget(word);
    if (column !== "" && target !== undefined) mapping = withColumn(mapping, column, target);
    else mistakes.push(mistake("UNKNOWN_FIELD", unknownField(text, word)));
  }
  return mistakes.length > 0 ? refused(...mistakes) : loaded(mapping);
}

function unknownField(text: string, word: string): string {
  const hint = didYouMean(word, FIELDS);
  const note = hint === undefined ? "" : `; ${hint}`;
  return `--map ${text}: write column=field, with ${FIELDS.join(", ")}, property.NAME or attribute.NAME${note}`;
}

async function loadMappingFile(path: string, terminal: Terminal): Promise<Loaded<Mapping>> {
  const { readMapping, readZoneTable } = await import("../feed/read/mapping-file.ts");
  const text = loadSource(path, terminal);
  if (text.kind === "refused") return text;
  const { mapping, zonesFile, findings } = readMapping({ path, text: text.value });
  if (findings.length > 0) return refused(...findings.map(drawFinding));
  if (zonesFile === undefined) return loaded(mapping);
  const zonesPath = resolve(dirname(path), zonesFile);
  const table = loadSource(zonesPath, terminal);
  if (table.kind === "refused") return table;
  const { zones, findings: faults } = readZoneTable({ path: zonesPath, text: table.value });
  return faults.length > 0 ? refused(...faults.map(drawFinding)) : loaded({ ...mapping, zones });
}

function loadSource(path: string, terminal: Terminal): Loaded<string> {
  const files = findFiles([path], { what: "mapping" });
  return files.kind === "refused" ? files : readText(path, terminal);
}
