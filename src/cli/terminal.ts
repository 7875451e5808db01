import { readSync, writeSync } from "node:fs";

/** Where a command writes: results to `out`, everything else to `err`, each text with its own line breaks. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** All of standard input; read once. */
  readonly readInput: () => Uint8Array;
  /** Whether stdout and stderr may carry colour. */
  readonly colourOut: boolean;
  readonly colourErr: boolean;
  /** Whether stderr is a screen on which a line may be redrawn. */
  readonly isInteractive: boolean;
  /** The width of stdout in columns; 100 where it is no screen. */
  readonly columns: number;
  /** The width of stderr in columns. */
  readonly columnsErr: number;
}

/** What `--color` may say. */
export type ColourChoice = "auto" | "always" | "never";

/** The terminal of this process. A reader that goes away (`| head`) ends the program quietly. */
export function openTerminal(choice: ColourChoice): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listenerCount("error") === 0) stream.on("error", endQuietly);
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readInput: readWhole,
    colourOut: isColourful(choice, process.stdout.isTTY),
    colourErr: isColourful(choice, process.stderr.isTTY),
    isInteractive: process.stderr.isTTY && process.env["CI"] === undefined,
    columns: widthOf(process.stdout),
    get columnsErr() {
      return widthOf(process.stderr);
    },
  };
}

/** How much of standard input is read at a time, and how long to wait where nothing has come yet, in milliseconds. */
const CHUNK = 1 << 16;
const PAUSE = 5;

/** All of standard input. A pipe into which somebody is still to write may say so instead of waiting (EAGAIN). */
function readWhole(): Uint8Array {
  const chunks: Buffer[] = [];
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(0, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return Buffer.concat(chunks); // how Windows ends a pipe
      if (code !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, PAUSE);
    }
  }
}

/** A screen that does not know its width says 0. */
function widthOf(stream: { readonly columns?: number }): number {
  const { columns } = stream;
  return columns === undefined || columns === 0 ? 100 : columns;
}

/** The flag decides, then NO_COLOR, then FORCE_COLOR, then whether it is a screen. */
function isColourful(choice: ColourChoice, isScreen: boolean): boolean {
  if (choice !== "auto") return choice === "always";
  if ((process.env["NO_COLOR"] ?? "") !== "") return false;
  const force = process.env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return isScreen;
}

/** What was judged so far decides the exit code. A disk that is full is no bug of ours either. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  try {
    writeSync(2, `error: the output cannot be written: ${error.message}\n`);
  } finally {
    process.exit(2);
  }
}
