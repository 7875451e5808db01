import type { Cause, Suppression } from "../../model/log.ts";
import type { Due } from "./follow-ups.ts";

/** What may become a fire. */
export interface Candidate {
  /** The index of its segment. */
  readonly segment: number;
  readonly cause: Cause;
  /** What is due, if it is a follow-up. */
  readonly due: Due | undefined;
  /** Whether it comes of a membership that began though the rule forbids to re-enter. */
  readonly isForbidden: boolean;
  /** What keeps it from firing whatever the others do, once that was looked for. */
  suppression: Suppression | undefined;
}
