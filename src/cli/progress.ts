import { performance } from "node:perf_hooks";
import { formatCount } from "../report/format.ts";
import { columnsOf } from "../text/columns.ts";
import type { Terminal } from "./terminal.ts";

const BAR = 22;

/** The one line on stderr that says how far a run is. Off a terminal it says nothing. */
export interface Progress {
  readonly update: (done: number) => void;
  /** How many are done, as was told last. */
  readonly done: () => number;
  /** Wipes the line. */
  readonly finish: () => void;
}

/** Progress towards `total` profiles. The rate is that of the last two seconds. */
export function progressOf(total: number, terminal: Terminal): Progress {
  let samples: readonly Sample[] = [];
  let reached = 0;
  return {
    done: () => reached,
    update: (done) => {
      reached = done;
      if (!terminal.isInteractive) return;
      const at = performance.now();
      const last = samples.at(-1);
      if (last !== undefined && at - last.at < 80 && done < total) return;
      samples = [...samples.filter((each) => at - each.at < 2000), { at, done }];
      const line = drawProgress({ done, total, rate: rateOf(samples) }, terminal.columnsErr - 1);
      terminal.err(`\r${line}\u001b[K`);
    },
    finish: () => {
      if (terminal.isInteractive) terminal.err("\r\u001b[K");
    },
  };
}

interface Sample {
  readonly at: number;
  readonly done: number;
}

function rateOf(samples: readonly Sample[]): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at <= first.at) return 0;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** How far a run is: `rate` in profiles per second, 0 if it is not known yet. */
export interface Stage {
  readonly done: number;
  readonly total: number;
  readonly rate: number;
}

/** The line of progress in at most `columns`: a redrawn line must never wrap, so what does not fit is left out, the speed
 *  first. */
export function drawProgress({ done, total, rate }: Stage, columns: number): string {
  const filled = Math.floor((BAR * done) / total);
  const bar = `${"━".repeat(filled)}${filled < BAR ? "╸" : ""}${"─".repeat(Math.max(0, BAR - filled - 1))}`;
  const percent = `${Math.floor((100 * done) / total)} %`.padStart(5);
  const count = `  ${formatCount(done)} of ${formatCount(total)} profiles`;
  const speed = rate > 0 ? `  ${formatCount(Math.round(rate))} profiles/s` : "";
  const left = rate > 0 ? `  ${((total - done) / rate).toFixed(1)} s left` : "";
  const head = ` simulating ${bar} ${percent}`;
  const lines = [head + count + speed + left, head + count + left, head + left, head, percent];
  return lines.find((line) => columnsOf(line) <= columns) ?? "";
}
