import type { Instant } from "../time/instant.ts";
import type { Event } from "./event.ts";

/** What made an event: a person's own act, our side's doing (a delivery, an attribute), a machine in the mailbox, or somebody
 *  else at the person's device. */
export type Cause = "human" | "system" | "machine-open" | "scanner" | "other-person";

/** A trip to another time zone: which, since when, and the zone that the person left. */
export interface Away {
  readonly trip: number;
  readonly since: Instant;
  readonly home: string;
}

/** An event as it truly happened. Feeds turn it into what the engine sees; all that is named here stays behind. */
export interface TrueEvent extends Omit<Event, "arrivedAt"> {
  readonly cause: Cause;
  /** The number of the mission behind it, if any. */
  readonly mission?: number | undefined;
  /** Whether no feed sees it: an open by hand after the mailbox has fetched the pictures. */
  readonly isUnseen?: boolean | undefined;
  /** The device as the shop knows it before anybody has said whose it is; absent once that is known. */
  readonly anonymous?: number | undefined;
  /** The device that the shop knows from this event on. */
  readonly reveals?: number | undefined;
  readonly away?: Away | undefined;
}

/** A stretch `[from, to)` in which a mission was open, whether or not the person wanted to buy. */
export interface MissionSpan {
  /** What kind of mission it is: `cart_abandoner`, … */
  readonly kind: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A stretch `[from, to)` in which a profile truly wanted something: the hidden truth that rules are judged by. */
export interface IntentSpan {
  /** `buy`, `abandoned_cart`, … */
  readonly intent: string;
  readonly mission: number;
  /** What kind of mission it is: `cart_abandoner`, … */
  readonly kind: string;
  readonly from: Instant;
  readonly to: Instant;
}
