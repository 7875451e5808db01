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
export function mistake(code: string, message: string): string {
  return `error ${code}: ${message}`;
}

const SHOWN = 20;

/** Prints why nothing was judged, twenty mistakes at most, and ends with 2. */
export function refuse(context: Context, mistakes: readonly string[]): void {
  const { err } = context.terminal;
  for (const each of mistakes.slice(0, SHOWN)) err(`${each}\n`);
  const hidden = mistakes.length - SHOWN;
  if (hidden > 0) err(`and ${hidden} more\n`);
  err(`${mistakes.length === 1 ? "1 error" : `${mistakes.length} errors`}. Nothing was judged.\n`);
  context.finish(2);
}
