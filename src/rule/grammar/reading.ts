import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Cursor } from "./cursor.ts";

/** What every part of the grammar needs: the place in the text, the words that are known there, and how deep it is in
 *  parentheses and `not`. */
export interface Reading {
  readonly cursor: Cursor;
  words: Vocabulary;
  /** What `since …` may count from here: the entry in `until`, the send in the `unless` of a follow-up. */
  anchor?: "entry" | "send" | undefined;
  /** Whether what is being read ends here, though no clause begins. */
  ends?: (() => boolean) | undefined;
  depth: number;
}

/** How deep conditions may be nested. Whoever reads a rule later may therefore recurse. */
const DEEPEST = 100;

/** Reads something one level deeper, or complains and returns `undefined` if that is too deep. */
export function deeper<T>(reading: Reading, read: () => T | undefined): T | undefined {
  const { cursor } = reading;
  if (reading.depth >= DEEPEST) {
    const message = `nested more than ${DEEPEST} deep`;
    return cursor.report(cursor.peek(), { code: "TOO_DEEP", message });
  }
  reading.depth += 1;
  const result = read();
  reading.depth -= 1;
  return result;
}
