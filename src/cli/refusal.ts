import type { InputCode } from "../feed/read/codes.ts";
import type { TableCode } from "../feed/read/table-codes.ts";
import type { CliCode } from "./codes.ts";
import type { Context } from "./context.ts";

/** What could be read, or why nothing could be judged: complete texts for stderr, one for each mistake. */
export type Loaded<T> =
  | { readonly kind: "loaded"; readonly value: T }
  | { readonly kind: "refused"; readonly mistakes: readonly string[] };

/** What was read. */
export function loaded<T>(value: T): Loaded<T> {
  return { kind: "loaded", value };
}

/** Nothing can be judged, for these reasons. */
export function refused(...mistakes: readonly string[]): Loaded<never> {
  return { kind: "refused", mistakes };
}

/** One line for a mistake that has no place in a text. */
export function mistake(code: CliCode | InputCode | TableCode, message: string): string {
  return `error ${code}: ${message}`;
}

/** How many findings or mistakes are drawn at most. */
export const SHOWN = 20;

/** Prints why nothing was done, twenty mistakes at most, with what that means, and ends with 2. */
export function refuse(
  context: Context,
  mistakes: readonly string[],
  outcome = "Nothing was judged.",
): void {
  const { err } = context.terminal;
  const hasFrames = mistakes.some((each) => each.includes("\n"));
  for (const each of mistakes.slice(0, SHOWN)) err(hasFrames ? `${each}\n\n` : `${each}\n`);
  const hidden = mistakes.length - SHOWN;
  if (hidden > 0) err(`and ${hidden} more\n`);
  const count = mistakes.length === 1 ? "1 error" : `${mistakes.length} errors`;
  err(`${count}. ${outcome}${pointer(mistakes)}\n`);
  context.finish(2);
}

/** The command that explains the first code in drawn findings or mistakes, with a space before it; nothing without one. */
export function pointer(drawn: readonly string[]): string {
  for (const each of drawn) {
    const code = /^(?:error|warning|hint) ([A-Z0-9_]+):/m.exec(each)?.[1];
    if (code !== undefined) return ` "rehearsal help ${code}" says more.`;
  }
  return "";
}
