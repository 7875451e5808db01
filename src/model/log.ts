import type { Instant } from "../time/instant.ts";
import type { Feed, Values } from "./event.ts";
import type { IntentSpan, MissionSpan } from "./truth.ts";

/** A membership that began or ended. `segment` is its index in the run's list of segments. */
export interface Transition {
  readonly at: Instant;
  readonly segment: number;
  readonly kind: "entered" | "left";
  /** The device and the zone that the engine knew of at that instant. */
  readonly device: string | undefined;
  readonly zone: string;
}

/** Why a candidate arose: membership began, or began again; the gate opened or quiet hours ended on a member; a follow-up
 *  was due. */
export type Cause = "entered" | "re_entered" | "gate_opened" | "quiet_hours_ended" | "followed_up";

/** Every cause, in the order in which one is taken for another where several coincide. */
export const CAUSES: readonly Cause[] = [
  "entered",
  "re_entered",
  "gate_opened",
  "quiet_hours_ended",
  "followed_up",
];

/** Why policy kept a candidate from firing. `unless`: the follow-up's own condition; `priority`: another candidate of that
 *  instant fired; `holdout`: a ghost send, which uses up cool-off and caps as a real one does. */
export type Suppression =
  | "re_entry"
  | "unless"
  | "consent"
  | "cool_off"
  | "cap"
  | "quiet_hours"
  | "priority"
  | "holdout";

/** Every suppression, in the order in which policy looks for it. */
export const SUPPRESSIONS: readonly Suppression[] = [
  "re_entry",
  "unless",
  "consent",
  "cool_off",
  "cap",
  "quiet_hours",
  "priority",
  "holdout",
];

/** What became of a candidate (language.md, laws 9 and 10). */
export interface Decision {
  readonly at: Instant;
  readonly segment: number;
  readonly cause: Cause;
  readonly outcome: "fired" | Suppression;
  /** The segment whose candidate fired instead, for `priority`. */
  readonly by?: number | undefined;
  /** The number of the follow-up, 0 for the first; absent for the rule's own send. */
  readonly followUp?: number | undefined;
}

/** A part of a segment's condition that began to hold, or holds no more. Until its first turn a part does not hold. */
export interface PartTurn {
  readonly at: Instant;
  readonly segment: number;
  readonly part: number;
  readonly holds: boolean;
}

/** A message that went out, or a ghost of one that a holdout kept back: a fire with its payload, resolved at that
 *  instant. */
export interface Send {
  readonly at: Instant;
  readonly segment: number;
  readonly subject: string;
  readonly payload: Values;
  readonly ghost: boolean;
  readonly followUp?: number | undefined;
}

/** A stretch `[from, to)` in which a profile could not be written to, as far as was known then: consent refused or withdrawn, a
 *  complaint, or a mailbox that is no more. `to` is `NEVER` if it did not end. */
export interface Unmailable {
  readonly from: Instant;
  readonly to: Instant;
}

/** What people did in some stretch: orders, their worth in cents at list prices and what codes took off it, and how often
 *  they withdrew consent or complained. */
export interface Deeds {
  readonly orders: number;
  readonly listCents: number;
  readonly discountCents: number;
  readonly unsubscribes: number;
  readonly complaints: number;
}

/** The same stretch in two worlds: with what was sent, and without. */
export interface Worlds {
  readonly with: Deeds;
  readonly without: Deeds;
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
  /** What the person does within that time. */
  readonly worlds?: Worlds | undefined;
}

/** A decision at which the engine and perfect data differ: in at an entry or a send though perfect data says out, or out at an
 *  entry of perfect data; each by whether the person wanted it. */
export type StalenessKind =
  | "staleness_false_positive"
  | "lucky_positive"
  | "stale_send"
  | "lucky_send"
  | "staleness_false_negative"
  | "averted";

/** Such a decision. */
export interface StalenessError {
  readonly at: Instant;
  readonly segment: number;
  readonly kind: StalenessKind;
}

/** A fault of the feeds that was repaired alone, in one feed or in all that have it. */
export interface RepairedFault {
  readonly fault: string;
  readonly feed?: Feed | undefined;
}

/** A staleness error, and the repairs each of which alone would have prevented it. None: it took several faults together. */
export interface Blame extends StalenessError {
  readonly repairs: readonly RepairedFault[];
}

/** A message that was delivered when the person had ordered already, though the order had not arrived when it was sent. */
export interface Race {
  readonly segment: number;
  /** When it was sent. */
  readonly at: Instant;
  readonly orderedAt: Instant;
  readonly deliveredAt: Instant;
}

/** How often a feed could be synced: each event by itself, at every multiple of a length, or once a night. */
export type Sync = "webhook" | "15min" | "1h" | "8h" | "nightly";

/** Every sync, the freshest first. */
export const SYNCS: readonly Sync[] = ["webhook", "15min", "1h", "8h", "nightly"];

/** The memberships of the same life if one feed were synced in another way. */
export interface Synced {
  readonly feed: Feed;
  readonly sync: Sync;
  readonly transitions: readonly Transition[];
}

/** The truth about one profile that a simulation knows and a replay does not. */
export interface TruthLog {
  /** Transitions of the same rules on perfect data: every true event, at once, without machines. */
  readonly perfect: readonly Transition[];
  readonly intents: readonly IntentSpan[];
  /** All missions, those included in which nothing was wanted; only of who was ever a member. */
  readonly missions?: readonly MissionSpan[] | undefined;
  /** Orders of the person in the measured stretch, and in the twin world without the rules' sends. */
  readonly orders: number;
  readonly twinOrders: number | undefined;
  /** What the person does in the measured stretch with the rules' sends, and with none of them. */
  readonly worlds?: Worlds | undefined;
  /** What each send did, in their order; absent if there is no twin world. */
  readonly outcomes?: readonly SendOutcome[] | undefined;
  /** Every staleness error in the stretch, and what would have prevented it. */
  readonly blames?: readonly Blame[] | undefined;
  readonly races?: readonly Race[] | undefined;
  /** What other syncs of each feed would have shown; only for the profiles of the sample that are looked at again. */
  readonly synced?: readonly Synced[] | undefined;
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
  /** When the profile could not be written to, in the order of time. */
  readonly unmailable: readonly Unmailable[];
  readonly events: number;
  readonly transitions: readonly Transition[];
  /** How the parts of the segments' conditions turned; absent where nobody watched them. */
  readonly parts?: readonly PartTurn[] | undefined;
  readonly decisions: readonly Decision[];
  readonly sends: readonly Send[];
  readonly truth?: TruthLog | undefined;
}
