import type { Instant } from "../time/instant.ts";
import type { Event } from "./event.ts";

/** What made an event: a person's own act, our side's doing (a delivery, an attribute), or a machine in the mailbox. */
export type Cause = "human" | "system" | "machine-open" | "scanner";

/** An event as it truly happened. Feeds turn it into what the engine sees; the cause and the mission stay behind. */
export interface TrueEvent extends Omit<Event, "arrivedAt"> {
  readonly cause: Cause;
  /** The number of the mission behind it, if any. */
  readonly mission?: number | undefined;
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
