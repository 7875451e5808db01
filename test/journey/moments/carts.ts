import type { TrueEvent } from "../../../src/model/truth.ts";
import type { Lived } from "../living.ts";
import type { Counts } from "./tally.ts";

const DAY = 86_400_000;

/** Counts carts: from the first product added by a mission until an order, and whether it was bought in 28 days. */
export function addCarts(counts: Counts, lived: Lived): void {
  const end = lived.events.at(-1)?.at ?? 0;
  const abandoned: number[] = [];
  for (const [mission, events] of byMission(lived.events)) {
    if (mission === undefined) continue;
    const added = events.find(({ name }) => name === "Product Added");
    if (added === undefined) continue;
    const session = added.properties["session_id"];
    const order = orderAfter(lived.events, events, added);
    const isAtOnce = order?.properties["session_id"] === session;
    counts.add("carts");
    if (!isAtOnce) abandoned.push(added.at);
    if (end - added.at < 28 * DAY) continue;
    counts.add("observed carts");
    const isBought = order !== undefined && order.at - added.at < 28 * DAY;
    if (!isBought) counts.add("observed carts not bought");
    if (isAtOnce) continue;
    counts.add("observed abandoned carts");
    if (isBought) counts.add("observed abandoned carts bought");
  }
  addRepeats(counts, abandoned, lived.events[0]?.at ?? 0);
  addDevices(counts, lived);
}

/** Of the carts of the first 28 days, those of people who have left two or more. */
function addRepeats(counts: Counts, abandoned: readonly number[], from: number): void {
  const first = abandoned.filter((at) => at - from < 28 * DAY).length;
  counts.add("carts abandoned in 28 days", first);
  if (first < 2) return;
  counts.add("repeaters");
  counts.add("carts abandoned in 28 days by repeaters", first);
}

function byMission(events: readonly TrueEvent[]): Map<number | undefined, TrueEvent[]> {
  const missions = new Map<number | undefined, TrueEvent[]>();
  for (const event of events) {
    if (event.feed !== "session-log") continue;
    const own = missions.get(event.mission) ?? [];
    own.push(event);
    missions.set(event.mission, own);
  }
  return missions;
}

/** The order that took what was added: of its own mission, or of another that shared the cart. */
function orderAfter(
  all: readonly TrueEvent[],
  own: readonly TrueEvent[],
  added: TrueEvent,
): TrueEvent | undefined {
  const isOrder = ({ name, at }: TrueEvent): boolean => name === "Order Completed" && at > added.at;
  const product = added.properties["product_id"];
  return own.find(isOrder) ?? all.find((event) => isOrder(event) && holds(event, product));
}

/** Whether an order took that product. */
export function holds({ properties }: TrueEvent, product: unknown): boolean {
  const { products } = properties;
  return (
    Array.isArray(products) &&
    products.some(
      (each) =>
        typeof each === "object" &&
        each !== null &&
        "product_id" in each &&
        each.product_id === product,
    )
  );
}

/** Counts orders whose mission touched two devices or more. */
function addDevices(counts: Counts, { events }: Lived): void {
  for (const [mission, own] of byMission(events)) {
    const order = own.find(({ name }) => name === "Order Completed");
    if (order === undefined || mission === undefined) continue;
    const path = own.filter(({ at }) => at <= order.at);
    const devices = new Set(path.map(({ device }) => device));
    counts.add("orders with a path");
    if (devices.size > 1) counts.add("orders over several devices");
    const first = path[0]?.device;
    counts.add(`paths begun on ${first}`);
    if (first === "desktop" && order.device === "mobile") counts.add("desktop to phone");
    if (first === "mobile" && order.device === "desktop") counts.add("phone to desktop");
  }
}
