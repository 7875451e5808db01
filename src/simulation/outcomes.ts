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

/** When the person orders if these messages, in the order of time, are all that the rules send. */
export function ordersAfter(
  { people, index, end }: Living,
  messages: readonly Message[],
): readonly Instant[] {
  const life = people.lifeOf(index);
  const orders: Instant[] = [];
  const liveUntil = (until: number): void => {
    while (life.nextAt() < end && life.nextAt() <= until)
      for (const { name, at } of life.advance()) if (name === "Order Completed") orders.push(at);
  };
  for (const message of messages) {
    liveUntil(message.at); // what happens at the instant of a send comes before it
    life.receive(message);
  }
  liveUntil(Infinity);
  return orders;
}

/** What each send did, by a life without it: every draw that it does not touch is the same, so that the difference is its
 *  doing alone. `orders` are those of the life with all of them. */
export function outcomesOf(
  living: Living,
  sent: readonly SentMessage[],
  orders: readonly Instant[],
): readonly SendOutcome[] {
  return sent.map(({ segment, message: { at } }, send) => {
    const others = sent.filter((_, index) => index !== send).map(({ message }) => message);
    const isOutcome = (order: Instant): boolean => at < order && order <= at + OUTCOME_WITHIN;
    return {
      at,
      segment,
      ordersWith: orders.some(isOutcome),
      ordersWithout: ordersAfter(living, others).some(isOutcome),
      isFinished: at + OUTCOME_WITHIN < living.end,
    };
  });
}
