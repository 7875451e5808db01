import type { Message } from "../journey/life.ts";
import type { People } from "../journey/population.ts";
import type { SendOutcome } from "../model/log.ts";
import { days } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { DEEDS, type Deed, deedOf, deedsWithin } from "./deed.ts";

/** How long after a send an order counts as its outcome. */
export const OUTCOME_WITHIN = days(7);

/** A person, and until when they live. */
export interface Living {
  readonly people: People;
  readonly index: number;
  readonly end: Instant;
}

/** A message and the segment that sent it. */
export interface SentMessage {
  readonly segment: number;
  readonly message: Message;
}

/** What the person does if these messages, in the order of time, are all that the rules send. */
export function deedsAfter(
  { people, index, end }: Living,
  messages: readonly Message[],
): readonly Deed[] {
  const life = people.lifeOf(index, DEEDS);
  const deeds: Deed[] = [];
  const liveUntil = (until: number): void => {
    while (life.nextAt() < end && life.nextAt() <= until)
      for (const event of life.advance()) {
        const deed = deedOf(event);
        if (deed !== undefined) deeds.push(deed);
      }
  };
  for (const message of messages) {
    if (message.at >= end) break;
    liveUntil(message.at); // what happens at the instant of a send comes before it
    life.receive(message);
  }
  liveUntil(Infinity);
  return deeds;
}

/** The deeds of one person in two worlds: with all that the rules sent, and with none of it. */
export interface Twins {
  readonly deeds: readonly Deed[];
  readonly twinDeeds: readonly Deed[];
}

/** What each send did, by a life without it: every draw that it does not touch is the same, so that the difference is its
 *  doing alone. A life without the only send is the twin's. */
export function outcomesOf(
  living: Living,
  sent: readonly SentMessage[],
  { deeds, twinDeeds }: Twins,
): readonly SendOutcome[] {
  return sent.map(({ segment, message: { at } }, send) => {
    const first = (at + 1) as Instant;
    const last = (at + OUTCOME_WITHIN) as Instant;
    const without = (): readonly Deed[] => {
      const others = sent.filter((_, index) => index !== send).map(({ message }) => message);
      return deedsAfter({ ...living, end: Math.min(living.end, last + 1) as Instant }, others);
    };
    const worlds = {
      with: deedsWithin(deeds, first, last),
      without: deedsWithin(sent.length === 1 ? twinDeeds : without(), first, last),
    };
    return {
      at,
      segment,
      ordersWith: worlds.with.orders > 0,
      ordersWithout: worlds.without.orders > 0,
      isFinished: last < living.end,
      worlds,
    };
  });
}
