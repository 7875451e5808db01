import type { Command } from "commander";
import type { ColourChoice, Terminal } from "./terminal.ts";

/** What an exit code of the program says (the table stands in the README). */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 70 | 130 | 143;

/** The options that every command takes. */
export interface GlobalOptions {
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color: ColourChoice;
  readonly cwd?: string;
  readonly json?: true;
}

/** What a command is given: a terminal, the version to print, and a way to say how it ended. */
export interface Context {
  readonly terminal: Terminal;
  readonly version: string;
  /** Says how the command ended; of several, the weightiest counts. */
  readonly finish: (code: ExitCode) => void;
}

/** Of two exit codes, the one that wins: 70, 130 or 143, 2, 1, 4, 3, 0. */
export function weightier(a: ExitCode, b: ExitCode): ExitCode {
  const order: readonly ExitCode[] = [70, 143, 130, 2, 1, 4, 3, 0];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

/** The own options of a command together with the global ones. `Own` must match what the command declared. */
export function optionsOf<Own extends object>(command: Command): Own & GlobalOptions {
  return command.optsWithGlobals<Own & GlobalOptions>();
}
