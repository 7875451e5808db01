import type { TrueEvent } from "../../../src/model/truth.ts";
import { getZone, timeOfDayAt } from "../../../src/time/zone.ts";
import type { Lived } from "../living.ts";
import { addCarts } from "./carts.ts";
import { addMail } from "./mail.ts";
import { Counts } from "./tally.ts";

const HOUR = 3_600_000;

/** One stay: its events, in order. */
export type Stay = readonly TrueEvent[];

/** The person's own visits, in the order in which they began. */
export function staysOf({ events }: Lived): readonly Stay[] {
  const stays = new Map<unknown, TrueEvent[]>();
  for (const event of events) {
    if (event.feed !== "session-log" || event.cause !== "human") continue;
    const session = event.properties["session_id"];
    const stay = stays.get(session) ?? [];
    stay.push(event);
    stays.set(session, stay);
  }
  return [...stays.values()];
}

/** Counts one life. */
export function countsOf(lived: Lived): Counts {
  const counts = new Counts();
  counts.add("people");
  const stays = staysOf(lived);
  for (const stay of stays) addStay(counts, lived, stay);
  for (const event of lived.events) addEvent(counts, event);
  addDays(counts, stays);
  addGaps(counts, lived);
  addCarts(counts, lived);
  addMail(counts, lived);
  counts.add("consenting", lived.events[0]?.properties["consent"] === true ? 1 : 0);
  return counts;
}

const PAGES = new Set(["Page Viewed", "Product Viewed", "Cart Viewed", "Checkout Started"]);

function addStay(counts: Counts, lived: Lived, stay: Stay): void {
  const first = stay[0]!;
  const has = (name: string): boolean => stay.some((each) => each.name === name);
  const pages = stay.filter(({ name }) => PAGES.has(name)).length;
  const hour = Math.floor(timeOfDayAt(getZone(first.zone ?? lived.zone), first.at) / HOUR);
  counts.add("visits");
  counts.add("pages", pages);
  counts.add(`visits on ${first.device}`);
  counts.add(`visits at ${hour}`);
  if (hour >= 19 && hour < 22) counts.add(`evening visits on ${first.device}`);
  if (hour >= 19 && hour < 22) counts.add("evening visits");
  if (pages === 1) counts.add("bounces");
  if (has("Product Added")) counts.add("visits that add");
  if (has("Product Added") && !has("Order Completed"))
    counts.add("visits that add and do not order");
  if (has("Order Completed")) counts.add("visits that order");
  if (has("Order Completed")) counts.add("pages of visits that order", pages);
}

function addEvent(counts: Counts, event: TrueEvent): void {
  if (event.name === "Order Completed") {
    counts.add("orders");
    const value = Number(event.properties["value"]);
    counts.add("log order value", Math.log(value));
    counts.add("squared log order value about 3.28", (Math.log(value) - 3.28) ** 2);
  }
  if (event.name === "Form Submitted") counts.add("forms");
  const scroll = event.properties["scroll"];
  if (typeof scroll === "number") {
    counts.add("scrolled pages");
    counts.add("scroll", scroll);
  }
  if (event.away !== undefined && event.cause === "human") counts.add("events away");
  if (event.feed === "session-log") counts.add("session events");
  if (event.cause === "other-person") counts.add("events of others");
  if (event.anonymous !== undefined) counts.add("anonymous events");
}

const DAY = 86_400_000;

/** How many visits fall on each UTC day, for their spread. The days of a life are as many as the counts of all say. */
function addDays(counts: Counts, stays: readonly Stay[]): void {
  const days = new Map<number, number>();
  for (const stay of stays) {
    const day = Math.floor(stay[0]!.at / DAY);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  for (const visits of days.values()) counts.add("squared visits of a day", visits ** 2);
  counts.add("days", 60);
}

/** Pauses by length: what lies between a visit's own and those from visit to visit. */
export const PAUSES = [
  ["10 to 30 min", 600, 1800],
  ["30 to 120 min", 1800, 7200],
  ["2 to 8 h", 7200, 28_800],
  ["8 to 32 h", 28_800, 115_200],
] as const;

function addGaps(counts: Counts, { events }: Lived): void {
  const own = events.filter(({ feed, cause }) => feed === "session-log" && cause === "human");
  for (let index = 1; index < own.length; index++) {
    const seconds = (own[index]!.at - own[index - 1]!.at) / 1000;
    const pause = PAUSES.find(([, from, to]) => from <= seconds && seconds < to);
    if (pause !== undefined) counts.add(`pauses of ${pause[0]}`);
  }
}
