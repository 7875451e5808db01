import type { Event } from "../model/event.ts";
import type { Race } from "../model/log.ts";
import type { TrueEvent } from "../model/truth.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import type { SentMessage } from "./outcomes.ts";

/** How a message ends its way. */
const ENDS: ReadonlySet<string> = new Set(["Email Delivered", "Email Bounced"]);

/** The messages that lost the race: the person had ordered before they were delivered, and the engine did not know of it
 *  when it sent them. One that bounced is not delivered. */
export function racesOf(
  sent: readonly SentMessage[],
  happened: readonly TrueEvent[],
  arrived: readonly Event[],
): readonly Race[] {
  if (sent.length === 0) return [];
  const orders = happened.filter(
    ({ name, cause }) => name === "Order Completed" && cause === "human",
  );
  if (orders.length === 0) return [];
  return sent.flatMap(({ segment, message: { at, flow } }): readonly Race[] => {
    const deliveredAt = deliveryOf(happened, flow, at);
    const order = orders.findLast((each) => each.at < deliveredAt && newsOf(each, arrived) > at);
    if (deliveredAt === NEVER || order === undefined) return [];
    return [{ segment, at, orderedAt: order.at, deliveredAt }];
  });
}

function deliveryOf(happened: readonly TrueEvent[], flow: string, sentAt: Instant): Instant {
  const end = happened.find(
    ({ name, at, properties }) => ENDS.has(name) && at > sentAt && properties["flow"] === flow,
  );
  return end?.name === "Email Delivered" ? end.at : NEVER;
}

/** When the order was known. */
function newsOf({ id }: TrueEvent, arrived: readonly Event[]): number {
  return arrived.find((event) => event.id === id)?.arrivedAt ?? NEVER;
}
