import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { CSV_HEAD, CSV_MAPPING, csvLine } from "../feed/write/csv.ts";
import { segmentLine } from "../feed/write/segment.ts";
import type { Event } from "../model/event.ts";
import { STDIN } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** The forms in which events are written. */
export const FORMATS = ["ndjson", "csv", "parquet"] as const;
/** A form in which events are written. */
export type Format = (typeof FORMATS)[number];

/** Where events go, one after the other. */
export interface Sink {
  write(profile: string, event: Event): void;
  finish(): void;
}

/** How much text is kept before it is written. */
const CHUNK = 1 << 20;

/** Text that goes to a file or to stdout in large pieces; memory holds one. */
export class TextFile {
  readonly #write: (text: string) => void;
  readonly #close: () => void;
  #pieces: string[] = [];
  #length = 0;

  constructor(path: string, terminal: Terminal) {
    if (path === STDIN) {
      this.#write = terminal.out;
      this.#close = () => undefined;
    } else {
      const file = openSync(path, "w");
      this.#write = (text) => writeAll(file, Buffer.from(text));
      this.#close = () => closeSync(file);
    }
  }

  add(line: string): void {
    this.#pieces.push(line);
    this.#length += line.length;
    if (this.#length >= CHUNK) this.#flush();
  }

  finish(): void {
    this.#flush();
    this.#close();
  }

  #flush(): void {
    if (this.#length > 0) this.#write(this.#pieces.join(""));
    this.#pieces = [];
    this.#length = 0;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** Opens the place where events of a form go. A CSV file has the mapping by which it is read beside it. */
export async function openSink(path: string, format: Format, terminal: Terminal): Promise<Sink> {
  switch (format) {
    case "ndjson": {
      const file = new TextFile(path, terminal);
      return {
        write: (profile, event) => file.add(segmentLine(profile, event)),
        finish: () => file.finish(),
      };
    }
    case "csv": {
      const file = new TextFile(path, terminal);
      if (path !== STDIN) writeFileSync(`${path}.mapping.yaml`, CSV_MAPPING);
      file.add(CSV_HEAD);
      return {
        write: (profile, event) => file.add(csvLine(profile, event)),
        finish: () => file.finish(),
      };
    }
    case "parquet": {
      const { ParquetFile } = await import("../feed/write/parquet.ts");
      const file = new ParquetFile(path);
      return {
        write: (profile, event) => file.add(profile, event),
        finish: () => file.finish(),
      };
    }
  }
}
