import { performance } from "node:perf_hooks";
import { formatCount } from "../report/format.ts";
import type { Terminal } from "./terminal.ts";

const BAR = 22;

/** The one line on stderr that says how far a run is. Off a terminal it says nothing. */
export interface Progress {
  readonly update: (done: number) => void;
  /** Wipes the line. */
  readonly finish: () => void;
}

/** Progress towards `total` profiles. The rate is that of the last two seconds. */
export function progressOf(total: number, terminal: Terminal): Progress {
  if (!terminal.isInteractive) return { update: () => {}, finish: () => {} };
  let samples: { readonly at: number; readonly done: number }[] = [];
  return {
    update: (done) => {
      const at = performance.now();
      const last = samples.at(-1);
      if (last !== undefined && at - last.at < 80 && done < total) return;
      samples = [...samples.filter((each) => at - each.at < 2000), { at, done }];
      terminal.err(`\r${lineOf(done, total, rateOf(samples))}\u001b[K`);
    },
    finish: () => terminal.err("\r\u001b[K"),
  };
}

function rateOf(samples: readonly { readonly at: number; readonly done: number }[]): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at <= first.at) return 0;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

function lineOf(done: number, total: number, rate: number): string {
  const filled = Math.floor((BAR * done) / total);
  const bar = `${"━".repeat(filled)}${filled < BAR ? "╸" : ""}${"─".repeat(Math.max(0, BAR - filled - 1))}`;
  const percent = `${Math.floor((100 * done) / total)} %`.padStart(5);
  const left = rate > 0 ? `  ${((total - done) / rate).toFixed(1)} s left` : "";
  const speed = rate > 0 ? `  ${formatCount(Math.round(rate))} profiles/s` : "";
  return ` simulating ${bar} ${percent}  ${formatCount(done)} of ${formatCount(total)} profiles${speed}${left}`;
}
