import type { TrueEvent } from "../../../src/model/truth.ts";
import { getZone, timeOfDayAt, wallAt, weekdayOf } from "../../../src/time/zone.ts";
import type { Lived } from "../living.ts";
import { addCarts } from "./carts.ts";
import { addMail } from "./mail.ts";
import { addReading } from "./reading.ts";
import { Counts, binOf } from "./tally.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Whole weeks are counted from a Monday on: the second day of the span. */
const MONDAY = Date.UTC(2026, 1, 2) / DAY;

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
  counts.add(`homes in ${lived.zone}`);
  const stays = staysOf(lived);
  const isMailed = lived.events.some(({ name }) => name === "Email Delivered");
  for (const stay of stays) {
    addStay(counts, lived, stay);
    if (!isMailed) addWeekday(counts, lived, stay);
  }
  for (const event of lived.events) addEvent(counts, event);
  addOrders(counts, lived);
  addDays(counts, stays);
  addGaps(counts, lived);
  addReading(counts, lived);
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
  const zone = getZone(first.zone ?? lived.zone);
  const hour = Math.floor(timeOfDayAt(zone, first.at) / HOUR);
  counts.add("visits");
  counts.add("pages", pages);
  counts.add(`visits on ${first.device}`);
  counts.add(`visits at ${hour}`);
  counts.add(`visits at ${Math.floor((first.at % DAY) / HOUR)} UTC from ${zone.name}`);
  counts.add(`visits from ${zone.name}`);
  counts.add(`seconds ${binOf(secondsOf(stay))}`);
  if (hour >= 19 && hour < 22) counts.add(`evening visits on ${first.device}`);
  if (hour >= 19 && hour < 22) counts.add("evening visits");
  if (pages === 1) counts.add("bounces");
  if (has("Product Added")) counts.add("visits that add");
  const lost = (has("Product Added") ? 1 : 0) - (has("Order Completed") ? 1 : 0);
  counts.add("visits that add, less those that order", lost);
  if (has("Order Completed")) counts.add("visits that order");
  if (has("Order Completed")) counts.add("pages of visits that order", pages);
}

/** Of people without mail: two newsletters a week would shift the days to theirs. */
function addWeekday(counts: Counts, lived: Lived, [first]: Stay): void {
  const zone = getZone(first!.zone ?? lived.zone);
  const day = Math.floor(wallAt(zone, first!.at) / DAY);
  if (day < MONDAY || day >= MONDAY + 56) return;
  counts.add("visits of whole weeks");
  counts.add(`visits on day ${weekdayOf(day)}`);
}

/** From the first page to the end of the look at the last. */
function secondsOf(stay: Stay): number {
  const last = stay.at(-1)!;
  return (last.at - stay[0]!.at) / 1000 + Number(last.properties["seconds"] ?? 0);
}

function addEvent(counts: Counts, event: TrueEvent): void {
  if (event.name === "Form Submitted") counts.add("forms");
  if (event.away !== undefined && event.cause === "human") counts.add("events away");
  if (event.feed === "session-log") counts.add("session events");
  if (event.cause === "other-person") counts.add("events of others");
  if (event.anonymous !== undefined) counts.add("anonymous events");
}

/** The mean of the logarithm of CDNOW's orders, in dollars. */
const USUAL = 3.28;

/** What orders come to, and how far the first two of a person lie from the usual together. */
function addOrders(counts: Counts, { events }: Lived): void {
  const values = events
    .filter(({ name }) => name === "Order Completed")
    .map(({ properties }) => Math.log(Number(properties["value"])));
  for (const value of values) {
    counts.add("orders");
    counts.add("log order value", value);
    counts.add("squared log order value about 3.28", (value - USUAL) ** 2);
  }
  const [one, other] = values.map((value) => value - USUAL);
  if (one === undefined || other === undefined) return;
  counts.add("product of two deviations of order values", one * other);
  counts.add("squares of deviations of two order values", (one ** 2 + other ** 2) / 2);
}

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

/** The pauses between all that a person does on the site, in seconds. */
function addGaps(counts: Counts, { events }: Lived): void {
  const own = events.filter(({ feed, cause }) => feed === "session-log" && cause === "human");
  for (let index = 1; index < own.length; index++) {
    const seconds = (own[index]!.at - own[index - 1]!.at) / 1000;
    if (seconds >= 1) counts.add(`pauses of ${binOf(seconds)}`);
  }
}
