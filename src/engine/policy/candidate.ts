import type { Cause, Suppression } from "../../model/log.ts";
import type { Due } from "./follow-ups.ts";

/** What may become a fire. */
export interface Candidate {
  /** The index of its segment. */
  segment: number;
  cause: Cause;
  /** What is due, if it is a follow-up. */
  due: Due | undefined;
  /** Whether it comes of a membership that began though the rule forbids to re-enter. */
  isForbidden: boolean;
  /** What keeps it from firing whatever the others do, once that was looked for. */
  suppression: Suppression | undefined;
}

/** The candidates of one instant. They are filled anew for each: most instants have one, and making them would cost more
 *  than deciding them. */
export class Candidates {
  count = 0;
  readonly #all: Candidate[] = [];

  /** One more, of which nothing else is known yet. */
  add(segment: number, cause: Cause): Candidate {
    const candidate = (this.#all[this.count] ??= blank());
    candidate.segment = segment;
    candidate.cause = cause;
    candidate.due = undefined;
    candidate.isForbidden = false;
    candidate.suppression = undefined;
    this.count += 1;
    return candidate;
  }

  at(index: number): Candidate {
    return this.#all[index]!;
  }
}

function blank(): Candidate {
  return {
    segment: 0,
    cause: "entered",
    due: undefined,
    isForbidden: false,
    suppression: undefined,
  };
}
