import {
  closeSync,
  existsSync,
  globSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { gunzipSync } from "node:zlib";
import type { ByteSource } from "../feed/read/byte-source.ts";
import { loaded, mistake, refused } from "./refusal.ts";
import type { Loaded } from "./refusal.ts";
import { StagedFile } from "./staged.ts";
import type { Terminal } from "./terminal.ts";

/** The name under which a command takes standard input. */
export const STDIN = "-";

/** What a file is called in messages. */
export function nameOf(path: string): string {
  return path === STDIN ? "standard input" : path;
}

/** The endings of files with rules and of scenarios. */
export const RULE_ENDING = ".segment";
export const SCENARIO_ENDING = ".yaml";

/** What may stand where files are named. */
export interface Naming {
  /** What they are called in a message: "rules", "events". */
  readonly what: string;
  /** The ending of the files that a folder stands for; without it, a folder is a mistake. */
  readonly ending?: string;
  /** Whether a folder stands for the files below its folders too; it does unless this says no. */
  readonly deep?: false;
}

/** The files that names, globs and folders stand for, each once, in the order given; within a glob or a folder by code
 *  unit. A missing file, an empty glob and a folder that is not asked for are mistakes, all reported at once. */
export function findFiles(names: readonly string[], naming: Naming): Loaded<readonly string[]> {
  const found = names.map((name) => filesOf(name, naming));
  const mistakes = found.flatMap((each) => (each.kind === "refused" ? each.mistakes : []));
  if (mistakes.length > 0) return refused(...mistakes);
  const files = found.flatMap((each) => (each.kind === "loaded" ? each.value : []));
  return loaded([...new Set(files)]);
}

function filesOf(name: string, naming: Naming): Loaded<readonly string[]> {
  if (name === STDIN) return loaded([STDIN]);
  if (existsSync(name))
    return statSync(name).isDirectory() ? filesIn(name, naming) : loaded([name]);
  if (!/[*?[{]/.test(name))
    return refused(mistake("MISSING_FILE", `there is no file ${name} (${naming.what})`));
  const matches = globSync(name).filter((each) => statSync(each).isFile());
  if (matches.length === 0)
    return refused(mistake("EMPTY_GLOB", `no file matches ${name} (${naming.what})`));
  return loaded(byCodeUnit(matches));
}

function filesIn(folder: string, { what, ending, deep }: Naming): Loaded<readonly string[]> {
  if (ending === undefined)
    return refused(
      mistake(
        "A_FOLDER",
        `${folder} is a folder: name its files or a glob such as ${folder}/* (${what})`,
      ),
    );
  const matches = globSync(
    `${folder.replace(/\/+$/, "")}${deep === false ? "" : "/**"}/*${ending}`,
  );
  if (matches.length === 0)
    return refused(mistake("EMPTY_FOLDER", `there is no *${ending} in ${folder}`));
  return loaded(byCodeUnit(matches));
}

function byCodeUnit(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => (a < b ? -1 : 1));
}

/** The bytes of a file or of standard input; gzip, which its first two bytes tell, is inflated. */
export function readBytes(path: string, terminal: Terminal): Loaded<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = path === STDIN ? terminal.readInput() : readFileSync(path);
  } catch (error) {
    return refused(mistake("UNREADABLE", `${nameOf(path)} cannot be read: ${reasonOf(error)}`));
  }
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip && bytes.length > 0 && path.endsWith(".gz"))
    return refused(mistake("NOT_GZIP", `${path} is called .gz, but its bytes are not gzip`));
  if (!isGzip) return loaded(bytes);
  try {
    return loaded(gunzipSync(bytes));
  } catch (error) {
    return refused(
      mistake("NOT_GZIP", `${nameOf(path)} is not a whole gzip file: ${reasonOf(error)}`),
    );
  }
}

/** A file of which parts are read when they are asked for. Throws the system's error where it refuses. */
export function sourceOfFile(path: string): ByteSource {
  const { size } = statSync(path);
  return {
    byteLength: size,
    slice(start, end = size) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const file = openSync(path, "r");
      try {
        const read = readSync(file, bytes, 0, bytes.length, start);
        return bytes.buffer.slice(0, read);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** The text of a file; bytes that are not UTF-8 are a mistake with the line on which they stand. */
export function readText(path: string, terminal: Terminal): Loaded<string> {
  const bytes = readBytes(path, terminal);
  if (bytes.kind === "refused") return bytes;
  try {
    return loaded(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value));
  } catch {
    return refused(
      mistake(
        "NOT_UTF8",
        `${nameOf(path)}:${lineNotUtf8(bytes.value)}: the bytes of this line are not UTF-8`,
      ),
    );
  }
}

/** Writes a file as a whole: whoever reads it meanwhile sees what was there or what is new, never a part. */
export function writeText(path: string, text: string): Loaded<string> {
  let staged: StagedFile | undefined;
  try {
    staged = new StagedFile(path);
    writeFileSync(staged.path, text);
    staged.keep();
    return loaded(path);
  } catch (error) {
    staged?.drop();
    return refused(unwritable(path, error));
  }
}

/** What is said where the system refuses to write. */
export function unwritable(path: string, error: unknown): string {
  return mistake("UNWRITABLE", `${path} cannot be written: ${reasonOf(error)}`);
}

function lineNotUtf8(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString("utf8").split("\n");
  return lines.findIndex((line) => line.includes("\ufffd")) + 1;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
