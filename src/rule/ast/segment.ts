import type { Duration } from "../../time/duration.ts";
import type { Condition, Count, Node } from "./condition.ts";

/** What a send's value is: written out, or bound to the profile's state at the moment of the send. */
export type SendValue =
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "bound"; readonly to: Binding };

/** What a value may be bound to: the products in the cart, those viewed, or an attribute. */
export type Binding =
  | { readonly kind: "cart_items" }
  | { readonly kind: "viewed_items" }
  | { readonly kind: "attribute"; readonly attribute: string };

/** `then send email "…" with name = value …`. */
export interface SendAction extends Node {
  readonly kind: "send";
  readonly channel: "email";
  readonly subject: string;
  readonly values: readonly { readonly name: string; readonly value: SendValue }[];
}

/** `after 24h unless converted send email "…"`: what follows a send of the rule, `after` it, unless the condition then
 *  holds. Needs no membership. */
export interface FollowUp extends Node {
  readonly after: Duration;
  readonly unless?: Condition | undefined;
  readonly send: SendAction;
}

/** `refines mobile_evening when evidence >= 5 events in last 30d`: members must be members of the broader segment and have
 *  left enough evidence for the narrow conditions to be believed. */
export interface Refinement extends Node {
  readonly segment: string;
  readonly evidence?: Count | undefined;
}

/** `relax when propensity > 0.85: time by 45min, device to (mobile, tablet); priority +10`: while the condition holds,
 *  local times are wider by `time` at both ends, tests on the device let these devices through, and candidates rank
 *  higher. What stands below a `not` stays as it is. */
export interface Relaxation extends Node {
  readonly when: Condition;
  readonly time?: Duration | undefined;
  readonly devices?: readonly string[] | undefined;
  readonly priority?: number | undefined;
}

/** A stretch of the local day, as in `LocalTime`. */
export interface DayRange extends Node {
  readonly from: number;
  readonly to: number;
  readonly part?: string | undefined;
}

/** `at most 3 sends per 7d`: of the rule's fires in `(at - per, at]` there may be that many. */
export interface Cap extends Node {
  readonly sends: number;
  readonly per: Duration;
}

/** `quiet hours 22:00..08:00 hold`: nothing fires then; `hold` lets it fire when they end, if the profile is still in. */
export interface QuietHours extends DayRange {
  readonly hold: boolean;
}

/** A segment: who is in, and what entering starts. */
export interface Segment extends Node {
  readonly kind: "segment";
  /** The written name, or that of its file. */
  readonly name: string;
  /** Whether the name was written. */
  readonly named: boolean;
  readonly refines?: Refinement | undefined;
  readonly when: Condition;
  readonly relax?: Relaxation | undefined;
  /** Ends a membership at once; it stays ended until `when` has been false. */
  readonly until?: Condition | undefined;
  readonly then?: SendAction | undefined;
  readonly followUps?: readonly FollowUp[] | undefined;
  /** `send within 19:00..21:00`: candidates arise only while the gate is open, and when it opens on a member. */
  readonly gate?: DayRange | undefined;
  readonly coolOff?: Duration | undefined;
  /** `re-enter never`, `re-enter after 7d` (counted from the last leaving); absent: every beginning is a candidate. */
  readonly reEnter?: "never" | Duration | undefined;
  /** Without a session-log event in `(at - staleAfter, at]` a candidate ranks below all that are not stale. */
  readonly staleAfter?: Duration | undefined;
  readonly caps?: readonly Cap[] | undefined;
  readonly quietHours?: QuietHours | undefined;
  /** 0 without it; the higher goes first. */
  readonly priority?: number | undefined;
  /** The share of profiles, 0 to 1, that get ghost sends. */
  readonly holdout?: number | undefined;
}
