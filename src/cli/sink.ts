import { closeSync, existsSync, openSync, statSync, writeSync } from "node:fs";
import { TABLE_MAPPING } from "../feed/write/columns.ts";
import { CSV_HEAD, csvLine } from "../feed/write/csv.ts";
import { segmentLine } from "../feed/write/segment.ts";
import type { Event } from "../model/event.ts";
import { STDIN } from "./files.ts";
import { StagedFile } from "./staged.ts";
import type { Terminal } from "./terminal.ts";

/** The forms in which events are written. */
export const FORMATS = ["ndjson", "csv", "parquet"] as const;
/** A form in which events are written. */
export type Format = (typeof FORMATS)[number];

/** Where events go, one after the other. Throws the system's error where it refuses. */
export interface Sink {
  write(profile: string, event: Event): void;
  /** Writes the end. A file is not yet in its place. */
  end(): void;
  /** Puts a file that has ended in its place. */
  keep(): void;
  /** Leaves no file behind. What has gone to stdout is gone. */
  drop(): void;
}

/** How much text is kept before it is written. */
const CHUNK = 1 << 20;

/** Text that goes to a file or to stdout in large pieces; memory holds one. The file comes to be as a whole. */
export class TextFile {
  readonly #terminal: Terminal;
  readonly #staged: StagedFile | undefined;
  #file: number | undefined;
  #pieces: string[] = [];
  #length = 0;

  constructor(path: string, terminal: Terminal) {
    this.#terminal = terminal;
    if (path === STDIN) return;
    this.#staged = new StagedFile(path);
    this.#file = openSync(this.#staged.path, "w");
  }

  add(line: string): void {
    this.#pieces.push(line);
    this.#length += line.length;
    if (this.#length >= CHUNK) this.#flush();
  }

  end(): void {
    this.#flush();
    this.#close();
  }

  keep(): void {
    this.#staged?.keep();
  }

  drop(): void {
    this.#close();
    this.#staged?.drop();
  }

  #close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #flush(): void {
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#length = 0;
    if (this.#file !== undefined) writeAll(this.#file, Buffer.from(text));
    else if (text !== "") this.#terminal.out(text);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** Opens the place where events of a form go. A table has the mapping by which it is read beside it. */
export async function openSink(path: string, format: Format, terminal: Terminal): Promise<Sink> {
  switch (format) {
    case "ndjson": {
      const file = new TextFile(path, terminal);
      return sinkOf(file, (profile, event) => file.add(segmentLine(profile, event)));
    }
    case "csv": {
      const file = new TextFile(path, terminal);
      file.add(CSV_HEAD);
      const sink = sinkOf(file, (profile, event) => file.add(csvLine(profile, event)));
      return path === STDIN ? sink : withMapping(sink, path, terminal);
    }
    case "parquet": {
      const { ParquetFile } = await import("../feed/write/parquet.ts");
      const staged = new StagedFile(path);
      const file = new ParquetFile(staged.path);
      const sink = {
        write: (profile: string, event: Event) => file.add(profile, event),
        end: () => file.finish(),
        keep: () => staged.keep(),
        drop: staged.drop,
      };
      return withMapping(sink, path, terminal);
    }
  }
}

function sinkOf(file: TextFile, write: Sink["write"]): Sink {
  return { write, end: () => file.end(), keep: () => file.keep(), drop: () => file.drop() };
}

/** With the mapping beside the table. A device has nothing beside it. */
function withMapping(sink: Sink, path: string, terminal: Terminal): Sink {
  if (existsSync(path) && !statSync(path).isFile()) return sink;
  const mapping = new TextFile(`${path}.mapping.yaml`, terminal);
  mapping.add(TABLE_MAPPING);
  return {
    ...sink,
    end: () => {
      mapping.end();
      sink.end();
    },
    keep: () => {
      mapping.keep();
      sink.keep();
    },
    drop: () => {
      mapping.drop();
      sink.drop();
    },
  };
}
