import type * as engineModule from "../../../src/engine/engine.ts";
import type { Event } from "../../../src/model/event.ts";
import { type Instant, instant } from "../../../src/time/instant.ts";
import { parseRules } from "../../../src/rule/parser.ts";
import { defaultVocabulary } from "../../../src/rule/vocabulary.ts";
import { expect } from "./expect.ts";

const BASE = Date.UTC(2026, 2, 1);
const at = (minute: number): Instant => instant(BASE + minute * 60_000);

function event(
  id: number,
  name: string,
  minutes: readonly [happened: number, arrived: number],
): Event {
  const feed = name.startsWith("Email") ? "email" : "session-log";
  return {
    id,
    name,
    at: at(minutes[0]),
    arrivedAt: at(minutes[1]),
    sequence: id,
    feed,
    properties: {},
  };
}

/** The transitions of a rule, as signs and minutes. */
function told(
  { Engine }: typeof engineModule,
  when: string,
  events: readonly Event[],
): readonly string[] {
  const { segments } = parseRules(
    { path: "probe.segment", text: `segment probe when ${when}` },
    defaultVocabulary,
  );
  const changes: string[] = [];
  const transition = (instantOf: Instant, _: number, entered: boolean): void => {
    changes.push(`${entered ? "+" : "-"}${(instantOf - BASE) / 60_000}`);
  };
  const engine = new Engine(segments, { defaultZone: "UTC", observer: { transition } });
  engine.reset({ id: "ada" }, at(0));
  for (const each of events) engine.push(each);
  engine.advanceTo(at(10_000));
  return changes;
}

/** What is asked of one instant: all events of it come first, then one decision (language.md, law 4). */
export const instantChecks: readonly (readonly [string, (engine: typeof engineModule) => void])[] =
  [
    [
      "two arrivals of one instant that cancel out change nothing",
      (engine) => {
        const events = [event(1, "Cart Viewed", [5, 5]), event(2, "Email Opened", [5, 5])];
        expect(told(engine, "cart_views >= 1 in last 1h and no opens in last 72h", events)).toEqual(
          [],
        );
      },
    ],
    [
      "an event that waited for an instant and one that arrives at it are decided together",
      (engine) => {
        const events = [event(1, "Cart Viewed", [5, 1]), event(2, "Email Opened", [5, 5])];
        expect(told(engine, "cart_views >= 1 in last 1h and no opens in last 72h", events)).toEqual(
          [],
        );
      },
    ],
    [
      "a window that empties at the instant of an arrival is decided with it",
      (engine) => {
        const events = [event(1, "Cart Viewed", [5, 5]), event(2, "Cart Viewed", [65, 65])];
        expect(told(engine, "cart_views >= 1 in last 1h", events)).toEqual(["+5", "-125"]);
      },
    ],
    [
      "a count that came back to its bound as time passed leaves it again with the next event",
      (engine) => {
        const events = [5, 10, 67].map((minute) => event(minute, "Cart Viewed", [minute, minute]));
        const turns = ["+5", "-10", "+65", "-67", "+70", "-127"];
        expect(told(engine, "exactly 1 cart_views in last 1h", events)).toEqual(turns);
      },
    ],
  ];
