import type { Place, Values } from "../../model/event.ts";
import type { Instant } from "../../time/instant.ts";

/** What one usable record says, whatever its format: who, when, and what happened or became known. */
export interface Fact {
  /** The known id of the person, and the one from before anybody knew; at least one is there. */
  readonly userId: string | undefined;
  readonly anonymousId: string | undefined;
  /** An id that is from now on called `userId` (Segment: alias). */
  readonly previousId?: string | undefined;
  /** The name of the event; absent if the record only names people. */
  readonly event: string | undefined;
  readonly at: Instant;
  readonly arrivedAt: Instant;
  /** The id by which copies are recognised, if the record has one. */
  readonly id: string | undefined;
  readonly properties: Values;
  /** Attributes of the profile that came along with the event. */
  readonly attributes?: Values | undefined;
  readonly device: string | undefined;
  readonly place: Place | undefined;
  /** The IANA name of a zone that exists. */
  readonly zone: string | undefined;
}

/** A record that says nothing of anybody and was not meant to, such as a row of a visitor who was logged out. */
export const SKIPPED = "skipped";
