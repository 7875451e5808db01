import type { Instant } from "../time/instant.ts";
import type { Values } from "./event.ts";
import type { IntentSpan } from "./truth.ts";

/** A membership that began or ended. `segment` is its index in the run's list of segments. */
export interface Transition {
  readonly at: Instant;
  readonly segment: number;
  readonly kind: "entered" | "left";
  /** The device and the zone that the engine knew of at that instant. */
  readonly device: string | undefined;
  readonly zone: string;
}

/** Why policy kept a candidate from firing. */
export type Suppression = "cool_off" | "consent";

/** What became of a candidate (language.md, law 9). */
export interface Decision {
  readonly at: Instant;
  readonly segment: number;
  readonly outcome: "fired" | Suppression;
}

/** A message that went out: a fire with its payload, resolved at that instant. */
export interface Send {
  readonly at: Instant;
  readonly segment: number;
  readonly subject: string;
  readonly payload: Values;
}

/** What one send truly did: whether the person orders within the outcome's time with it, and without it, every other send
 *  being as it was. */
export interface SendOutcome {
  readonly at: Instant;
  readonly segment: number;
  readonly ordersWith: boolean;
  readonly ordersWithout: boolean;
  /** Whether the run covers the outcome's time. */
  readonly isFinished: boolean;
}

/** The truth about one profile that a simulation knows and a replay does not. */
export interface TruthLog {
  /** Transitions of the same rules on perfect data: every true event, at once, without machines. */
  readonly perfect: readonly Transition[];
  readonly intents: readonly IntentSpan[];
  /** Orders of the person in the measured stretch, and in the twin world without the rules' sends. */
  readonly orders: number;
  readonly twinOrders: number | undefined;
  /** What each send did, in their order; absent if there is no twin world. */
  readonly outcomes?: readonly SendOutcome[] | undefined;
}

/** All that a run wrote down about one profile, in the order of time. Measures read this and nothing else. */
export interface ProfileLog {
  readonly index: number;
  readonly id: string;
  /** The zone and the device by which the profile is counted. */
  readonly zone: string;
  readonly device: string;
  /** Whether the zone had to be assumed. */
  readonly zoneAssumed: boolean;
  /** Whether consent was never stated. */
  readonly consentUnknown: boolean;
  readonly events: number;
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly sends: readonly Send[];
  readonly truth?: TruthLog | undefined;
}
