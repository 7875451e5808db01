import type { Message } from "../journey/life.ts";
import type { People } from "../journey/population.ts";
import type { SendOutcome } from "../model/log.ts";
import { days } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";

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

/** All that is asked of a life without some of the sends. */
const ORDERS: ReadonlySet<string> = new Set(["Order Completed"]);

/** When the person orders if these messages, in the order of time, are all that the rules send. */
export function ordersAfter(
  { people, index, end }: Living,
  messages: readonly Message[],
): readonly Instant[] {
  const life = people.lifeOf(index, ORDERS);
  const orders: Instant[] = [];
  const liveUntil = (until: number): void => {
    while (life.nextAt() < end && life.nextAt() <= until)
      for (const { at } of life.advance()) orders.push(at);
  };
  for (const message of messages) {
    if (message.at >= end) break;
    liveUntil(message.at); // what happens at the instant of a send comes before it
    life.receive(message);
  }
  liveUntil(Infinity);
  return orders;
}

/** The orders of one person in two worlds: with all that the rules sent, and with none of it. */
export interface Twins {
  readonly orders: readonly Instant[];
  readonly twinOrders: readonly Instant[];
}

/** What each send did, by a life without it: every draw that it does not touch is the same, so that the difference is its
 *  doing alone. A life without the only send is the twin's. */
export function outcomesOf(
  living: Living,
  sent: readonly SentMessage[],
  { orders, twinOrders }: Twins,
): readonly SendOutcome[] {
  return sent.map(({ segment, message: { at } }, send) => {
    const last = (at + OUTCOME_WITHIN) as Instant;
    const isOutcome = (order: Instant): boolean => at < order && order <= last;
    const without = (): readonly Instant[] => {
      const others = sent.filter((_, index) => index !== send).map(({ message }) => message);
      return ordersAfter({ ...living, end: Math.min(living.end, last + 1) as Instant }, others);
    };
    return {
      at,
      segment,
      ordersWith: orders.some(isOutcome),
      ordersWithout: (sent.length === 1 ? twinOrders : without()).some(isOutcome),
      isFinished: last < living.end,
    };
  });
}
