import { parseDuration } from "../../src/time/duration.ts";
import { type Instant, instant, parseInstant } from "../../src/time/instant.ts";
import { getZone, instantOfWall } from "../../src/time/zone.ts";

/** A line of a case file. */
export interface Line {
  readonly content: string;
  readonly line: number;
}

/** A line that is not indented, its first word, and the indented ones below it. */
export interface Section extends Line {
  readonly word: string;
  readonly below: readonly Line[];
}

/** What a block's lines are read with. */
export interface Place {
  readonly path: string;
  /** +0h. */
  readonly start: Instant;
  /** The wall of readings without a zone. */
  readonly zone: string;
  /** Entries for a vocabulary block. */
  readonly words: readonly string[];
}

/** Reads `+47h`, `-1ms`, or an instant with a zone or on the profile's wall. */
export function readInstant(text: string, { start, zone }: Place): Instant {
  if (!/^[+-]/.test(text)) return wallInstant(text, zone);
  const sign = text.startsWith("-") ? -1 : 1;
  const length = parseDuration(text.slice(1));
  if (typeof length === "string") throw new Error(`not a duration: ${text}`);
  return instant(start + sign * length);
}

/** Reads an instant, on the wall of `zone` if it names none. */
export function wallInstant(text: string, zone: string): Instant {
  const written = parseInstant(text);
  if (written === undefined) throw new Error(`not an instant: ${text}`);
  return written.kind === "instant" ? written.at : instantOfWall(getZone(zone), written.wall);
}

/** The entries of the block's `words` lines. */
export function wordsOf(sections: readonly Section[]): readonly string[] {
  return sections
    .filter(({ word }) => word === "words")
    .map(({ content }) => content.slice("words ".length));
}
