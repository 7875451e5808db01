import { performance } from "node:perf_hooks";
import { formatCount } from "../report/format.ts";
import { columnsOf } from "../text/columns.ts";
import type { Terminal } from "./terminal.ts";

/** How many columns the bar takes, and where there is little room. */
const BAR = 22;
const NARROW_BAR = 10;

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
export function drawProgress(stage: Stage, columns: number): string {
  const { done, total, rate } = stage;
  const [wide, narrow] = [drawBar(stage, BAR), drawBar(stage, NARROW_BAR)];
  const count = `  ${formatCount(done)} of ${formatCount(total)} profiles`;
  const speed = rate > 0 ? `  ${formatCount(Math.round(rate))} profiles/s` : "";
  const left = rate > 0 ? `  ${((total - done) / rate).toFixed(1)} s left` : "";
  const lines = [wide + count + speed + left, wide + count + left, narrow + count + left, narrow];
  return lines.find((line) => columnsOf(line) <= columns) ?? "";
}

function drawBar({ done, total }: Stage, length: number): string {
  const filled = Math.floor((length * done) / total);
  const rest = filled < length ? `╸${"─".repeat(length - filled - 1)}` : "";
  const percent = `${Math.floor((100 * done) / total)} %`.padStart(5);
  return ` simulating ${"━".repeat(filled)}${rest} ${percent}`;
}
