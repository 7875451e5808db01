import { Engine } from "../../src/engine/engine.ts";
import type { Event } from "../../src/model/event.ts";
import { type Instant, instant } from "../../src/time/instant.ts";
import { START } from "./events.ts";
import { type Figures, median, parseSegments, secondsOf } from "./measure.ts";

// One profile with very many events in one window: what an event costs must not grow with how many there are.

const RULES: Readonly<Record<string, string>> = {
  count: "cart_views >= 150000 in last 365d",
  sum: "sum of price over cart_views >= 1000000 in last 365d",
  maximum: "maximum of price over cart_views >= 50 in last 365d",
  distinct: "distinct product_id over cart_views >= 1000 in last 365d",
  then: "cart_views then product_views within 1h in last 365d",
  held: "device = mobile for 365d",
  session: "cart_views >= 150000 in session",
};
const ROUNDS = 3;

/** For each kind of condition, what an event costs among `many` in one window, relative to among `few`. */
export function benchLongWindow(few: number, many: number): Figures {
  const events = Array.from({ length: many }, (_, index) => eventOf(index)).toSorted(
    (a, b) => a.arrivedAt - b.arrivedAt,
  );
  const ratios = Object.entries(RULES).map(([name, when]) => {
    const found: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const short = secondsOf(() => play(when, events.slice(0, few))).seconds / few;
      const long = secondsOf(() => play(when, events)).seconds / many;
      found.push(long / short);
    }
    return [`longWindow.${name}.costPerEventManyToFew`, median(found)] as const;
  });
  return { "longWindow.few": few, "longWindow.many": many, ...Object.fromEntries(ratios) };
}

function play(when: string, events: readonly Event[]): void {
  const engine = new Engine(parseSegments(`segment long when ${when}`), { defaultZone: "UTC" });
  engine.reset({ id: "ada" }, START as Instant);
  for (const event of events) engine.push(event);
}

/** An event every 400 ms; one in ten arrives late, so that it must be put in its place. */
function eventOf(index: number): Event {
  const at = START + index * 400;
  return {
    id: index,
    name: index % 10 === 0 ? "Product Viewed" : "Cart Viewed",
    at: instant(at),
    arrivedAt: instant(at + (index % 10 === 3 ? 60_000 : 50)),
    sequence: index,
    feed: "session-log",
    properties: { price: (index * 7919) % 100, product_id: `p${(index * 31) % 5000}` },
    device: index % 50 === 0 ? "desktop" : "mobile",
  };
}
