import type { Value } from "../model/event.ts";
import type { Instant } from "../time/instant.ts";
import type { Known } from "./known.ts";

/** A change of membership, as the definition sees it. */
export interface Change {
  readonly at: Instant;
  readonly entered: boolean;
}

/** What was really made up to an instant, by a run that began somewhere: it is not a function of the events alone. */
export interface Past {
  /** The changes of membership of each segment, by its name, oldest first; those of the instant itself included. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  /** Where windows `since entry` or `since send` begin. */
  readonly anchor?: Instant | undefined;
}

/** Nothing was made: nobody is or was in any segment, and a window `since …` is empty. */
export const NO_PAST: Past = { changes: new Map() };

/** The values that `of the same …` has bound, by property. */
export type Bound = Readonly<Record<string, Value>>;

/** Where a condition is read: at an instant, with what is known and what was made by then. */
export interface Moment {
  readonly at: Instant;
  readonly known: Known;
  readonly past: Past;
  readonly bound: Bound;
}

/** The changes of membership of a segment that were made by then, oldest first. */
export function changesOf(segment: string, { past, at }: Moment): readonly Change[] {
  return (past.changes.get(segment) ?? []).filter((change) => change.at <= at);
}

/** Since when the profile has been a member of a segment; `undefined` if it is none. */
export function memberSince(segment: string, moment: Moment): Instant | undefined {
  const last = changesOf(segment, moment).at(-1);
  return last?.entered === true ? last.at : undefined;
}
