import { DEVICES } from "../../src/journey/device.ts";
import type { Value } from "../../src/model/event.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { getZone, timeOfDayAt } from "../../src/time/zone.ts";
import type { Lived } from "./living.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What is wrong with a life: a sentence for each breach; none if nothing is. */
export type Invariant = (lived: Lived) => readonly string[];

function productsOf(event: TrueEvent): readonly string[] {
  const { product_id, products } = event.properties;
  if (typeof product_id === "string") return [product_id];
  return Array.isArray(products) ? products.map((each: Value) => idOf(each)) : [];
}

function idOf(product: Value): string {
  const has = typeof product === "object" && product !== null && "product_id" in product;
  return has && typeof product.product_id === "string" ? product.product_id : "";
}

/** What is wrong with the order of what somebody does in the shop, and with the cart after an order. */
export function inTheOrderOfTheShop({ events }: Pick<Lived, "events">): readonly string[] {
  const faults: string[] = [];
  const viewed = new Set<string>();
  const added = new Set<string>();
  let checkedOut = new Set<string>();
  for (const event of events) {
    if (event.cause === "other-person") continue;
    const products = productsOf(event);
    const need = (known: ReadonlySet<string>, what: string): void => {
      for (const product of products) if (!known.has(product)) faults.push(`${product} ${what}`);
    };
    if (event.name === "Product Viewed") viewed.add(products[0]!);
    if (event.name === "Product Added") {
      need(viewed, "added before it was viewed");
      added.add(products[0]!);
    }
    if (event.name === "Cart Viewed") need(added, "in the cart before it was added");
    if (event.name === "Checkout Started") {
      need(added, "checked out before it was added");
      checkedOut = new Set(products);
    }
    if (event.name === "Order Completed") {
      if (products.length === 0) faults.push("an order of nothing");
      need(checkedOut, "ordered before it was checked out");
      added.clear(); // the cart is empty after an order
    }
  }
  return faults;
}

function oneVisitAtATime({ events }: Lived): readonly string[] {
  return DEVICES.flatMap((device) => {
    const sessions = events
      .filter((each) => each.feed === "session-log" && each.device === device)
      .map(({ properties }) => properties["session_id"]);
    const stays = sessions.filter((session, index) => session !== sessions[index - 1]);
    return stays
      .filter((stay, index) => stays.indexOf(stay) < index)
      .map(() => `a visit goes on after another on ${device}`);
  });
}

function mailBeforeItsAnswers({ events }: Lived): readonly string[] {
  const arrived = new Map<unknown, number>();
  const faults: string[] = [];
  for (const { name, feed, at, properties } of events) {
    if (feed !== "email") continue;
    const id = properties["email_id"];
    if (/^Email (Delivered|Bounced)$/.test(name)) arrived.set(id, at);
    if (!(at >= arrived.get(id)!)) faults.push(`${name} too early`);
  }
  return faults;
}

/** Of people who do not travel: the wall at home is theirs. */
function nobodyReadsAsleep({ events, zone }: Lived): readonly string[] {
  const clock = getZone(zone);
  return events.flatMap(({ name, cause, at }) => {
    if (name !== "Email Opened" || cause !== "human") return [];
    const time = timeOfDayAt(clock, at);
    return time >= 7 * HOUR ? [] : [`read at ${time / HOUR} h`];
  });
}

function noMailAgainstTheWill({ events }: Lived): readonly string[] {
  const faults: string[] = [];
  let refusedAt = Infinity;
  for (const { name, at, properties } of events) {
    if (name === "Unsubscribed" || name === "Email Marked as Spam")
      refusedAt = Math.min(refusedAt, at);
    if (properties["consent"] === true) refusedAt = Infinity;
    // What was on its way when the person refused still comes.
    if (name === "Email Delivered" && at > refusedAt + 10 * MINUTE) faults.push(`mail at ${at}`);
  }
  return faults;
}

function forwardsWithOneIdPerFact({ events }: Lived): readonly string[] {
  const ids = new Set(events.map(({ id }) => id));
  const faults = ids.size === events.length ? [] : ["an id twice"];
  for (const [index, { at, sequence }] of events.entries()) {
    const last = events[index - 1];
    if (!Number.isSafeInteger(at)) faults.push(`no instant: ${at}`);
    if (last !== undefined && (at - last.at || sequence - last.sequence) <= 0)
      faults.push(`backwards at ${at}`);
  }
  return faults;
}

/** What holds for everybody, always. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  "a product is viewed, added, checked out and ordered in that order, and an order empties the cart":
    inTheOrderOfTheShop,
  "visits on a device do not overlap, a stranger's neither": oneVisitAtATime,
  "no email event precedes its delivery": mailBeforeItsAnswers,
  "nobody reads mail asleep": nobodyReadsAsleep,
  "no mailing follows an unsubscribe": noMailAgainstTheWill,
  "a life runs forwards, with one id per fact": forwardsWithOneIdPerFact,
};
