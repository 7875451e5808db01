import type * as engineModule from "../../../../src/engine/engine.ts";
import type { Event } from "../../../../src/model/event.ts";
import type { Profile } from "../../../../src/model/profile.ts";
import { parseRules } from "../../../../src/rule/parser.ts";
import { defaultVocabulary } from "../../../../src/rule/vocabulary.ts";
import { type Instant, instant } from "../../../../src/time/instant.ts";
import { expect } from "../expect.ts";

/** The module under test: ours, or one with a fault put in. */
export type Modules = typeof engineModule;

/** One law, and what is asked about it. */
export type Check = readonly [law: string, ask: (modules: Modules) => void];

/** Midnight of 2026-03-02 in UTC, a Monday: minute 0 of all that is told here. */
const MIDNIGHT = Date.UTC(2026, 2, 2);

/** Minutes. */
export const HOUR = 60;
export const DAY = 24 * HOUR;

/** The instant of a minute. */
export function at(minute: number): Instant {
  return instant(MIDNIGHT + Math.round(minute * 60_000));
}

/** One event: its minute, its name, what else is to be said, and the minute at which it arrived if that was later. */
export type Fact = readonly [
  minute: number,
  name: string,
  more?: Partial<Event> & { readonly arrives?: number },
];

/** Who it happens to. */
export interface Setting {
  readonly profile?: Partial<Profile> | undefined;
  /** The first and the last minute. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** What the engine has seen of another profile before. */
  readonly before?: readonly Fact[] | undefined;
}

/** What is told of a condition, or of whole rules: `+5` for a membership that begins at minute 5, `-65` for one that ends,
 *  with the segment's name before it if there are several. Forty days, if nothing else is said. */
export function told(
  { Engine }: Modules,
  text: string,
  facts: readonly Fact[],
  setting: Setting = {},
): readonly string[] {
  const rules = text.startsWith("segment ") ? text : `segment probe when ${text}`;
  const { segments, findings } = parseRules({ path: "probe", text: rules }, defaultVocabulary);
  expect(findings.map(({ message }) => message)).toEqual([]);
  const changes: string[] = [];
  const transition = (when: Instant, segment: number, entered: boolean): void => {
    const name = segments.length > 1 ? `${segments[segment]!.name} ` : "";
    changes.push(`${name}${entered ? "+" : "-"}${(when - MIDNIGHT) / 60_000}`);
  };
  const engine = new Engine(segments, { defaultZone: "UTC", observer: { transition } });
  if (setting.before !== undefined) {
    engine.reset({ id: "eve" }, at(0));
    for (const event of inOrder(setting.before)) engine.push(event);
    changes.length = 0;
  }
  engine.reset({ id: "ada", ...setting.profile }, at(setting.from ?? 0));
  for (const event of inOrder(facts)) engine.push(event);
  engine.advanceTo(at(setting.until ?? 40 * DAY));
  return changes;
}

function inOrder(facts: readonly Fact[]): readonly Event[] {
  return facts.map(eventOf).toSorted((a, b) => a.arrivedAt - b.arrivedAt);
}

function eventOf([minute, name, { arrives = minute, ...more } = {}]: Fact, id: number): Event {
  const feed = /^(Email|Uns|Sub)/.test(name)
    ? "email"
    : name.startsWith("Profile")
      ? "crm"
      : "session-log";
  const when = { at: at(minute), arrivedAt: at(arrives) };
  return { id, name, sequence: id, feed, properties: {}, ...when, ...more };
}
