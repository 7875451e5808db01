import type { Feed, Place, Values } from "../model/event.ts";
import { PROFILE_UPDATED } from "../model/event.ts";
import type { Away, Cause, TrueEvent } from "../model/truth.ts";
import type { Instant } from "../time/instant.ts";

/** The events that people make, in the order that they have within one instant, and the feeds that carry them. */
const NAMES = [
  ["Page Viewed", "session-log"],
  ["Signed In", "session-log"],
  ["Product Viewed", "session-log"],
  ["Product Added", "session-log"],
  ["Cart Viewed", "session-log"],
  ["Checkout Started", "session-log"],
  ["Order Completed", "session-log"],
  ["Form Submitted", "session-log"],
  [PROFILE_UPDATED, "crm"],
  ["Email Bounced", "email"],
  ["Email Delivered", "email"],
  ["Email Opened", "email"],
  ["Email Link Clicked", "email"],
  ["Unsubscribed", "email"],
  ["Email Marked as Spam", "email"],
] as const satisfies readonly (readonly [string, Feed])[];

/** The name of an event that people make. */
export type FactName = (typeof NAMES)[number][0];

/** What an event is made of: what it is and whence. `key` is its id, a hash of what it means. */
interface Fact {
  readonly key: number;
  readonly name: FactName;
  readonly at: Instant;
  readonly cause: Cause;
  readonly properties: Values;
  readonly mission?: number | undefined;
  readonly device?: string | undefined;
  readonly place?: Place | undefined;
  readonly zone?: string | undefined;
  /** The feed that carries it, where that is not the one of its name. */
  readonly feed?: Feed | undefined;
  readonly isUnseen?: boolean | undefined;
  readonly anonymous?: number | undefined;
  readonly reveals?: number | undefined;
  readonly away?: Away | undefined;
}

const PLACES = Object.fromEntries(
  NAMES.map(([name, feed], rank) => [name, { feed, rank }]),
) as Readonly<Record<FactName, { readonly feed: Feed; readonly rank: number }>>;
/** Two facts of one name and instant are told apart by the last bits of their keys: never by a count, which other worlds
 *  would shift. A power of two. */
const TIES = 1024;

/** The true event of a fact. Its `sequence` orders the events of one instant only, by what they mean. */
export function eventOf(fact: Fact): TrueEvent {
  const { feed, rank } = PLACES[fact.name];
  return {
    id: fact.key,
    name: fact.name,
    at: fact.at,
    sequence: rank * TIES + ((fact.key >>> 0) & (TIES - 1)),
    feed: fact.feed ?? feed,
    properties: fact.properties,
    device: fact.device,
    place: fact.place,
    zone: fact.zone,
    cause: fact.cause,
    mission: fact.mission,
    isUnseen: fact.isUnseen,
    anonymous: fact.anonymous,
    reveals: fact.reveals,
    away: fact.away,
  };
}
