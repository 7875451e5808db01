import type * as senderModule from "../../../../src/engine/sender.ts";
import type { PolicyOptions } from "../../../../src/engine/policy/options.ts";
import type { Event, Values } from "../../../../src/model/event.ts";
import type { Decision } from "../../../../src/model/log.ts";
import type { Profile } from "../../../../src/model/profile.ts";
import { parseRules } from "../../../../src/rule/parser.ts";
import { defaultVocabulary } from "../../../../src/rule/vocabulary.ts";
import { hours } from "../../../../src/time/duration.ts";
import { type Instant, instant } from "../../../../src/time/instant.ts";
import { expect } from "../expect.ts";

/** The module under test: ours, or one with a fault put in. */
export type Modules = typeof senderModule;

/** One law, and what is asked about it. */
export type Check = readonly [law: string, ask: (modules: Modules) => void];

/** Midnight of 2026-03-01 in UTC, a Sunday: hour 0 of all that is told here. */
const MIDNIGHT = Date.UTC(2026, 2, 1);

/** One millisecond, in hours. */
export const MS = 1 / hours(1);

/** The instant of an hour. */
export function at(hour: number): Instant {
  return instant(MIDNIGHT + Math.round(hour * hours(1)));
}

/** One event: its hour, its name, what it says, and the hour at which it arrived if that was later. A property `zone`
 *  says where the profile is. */
export type Fact = readonly [hour: number, name: string, said?: Values, arrived?: number];

/** Looks into the cart at these hours. */
export function carts(...all: readonly number[]): readonly Fact[] {
  return all.map((hour) => [hour, "Cart Viewed"]);
}

/** Looks at a product at these hours. */
export function looks(...all: readonly number[]): readonly Fact[] {
  return all.map((hour) => [hour, "Product Viewed"]);
}

/** Members for an hour from every look into the cart. */
export const OFFER = `segment offer when cart_views >= 1 in last 1h then send email "Offer"`;

/** Members for an hour from every look at a product. */
export const NAG = `segment nag when product_views >= 1 in last 1h then send email "Nag"`;

/** What is played: the text of some rules, and what happens. */
export interface Play {
  readonly rules: string;
  readonly facts: readonly Fact[];
  readonly options?: PolicyOptions | undefined;
  readonly profile?: Partial<Profile> | undefined;
  /** The hour at which it begins and the one at which it ends. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** Plays facts to rules: 100 hours, if nothing else is said. */
export function play({ Sender }: Modules, given: Play): senderModule.Sender {
  const { rules, facts, options, profile, from = 0, until = 100 } = given;
  const source = { path: "probe.segment", text: rules };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  expect(findings.map(({ message }) => message)).toEqual([]);
  const sender = new Sender(segments, { defaultZone: "UTC", ...options });
  sender.reset({ id: "ada", ...profile }, at(from));
  const events = facts.map(eventOf).toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  for (const event of events) sender.engine.push(event);
  sender.engine.advanceTo(at(until));
  return sender;
}

function eventOf([hour, name, properties = {}, arrived = hour]: Fact, sequence: number): Event {
  const feed = /Viewed|Added|Order/.test(name) ? "session-log" : "crm";
  const { zone } = properties;
  const when = { at: at(hour), arrivedAt: at(arrived), sequence };
  const where = typeof zone === "string" ? { zone } : {};
  return { id: sequence, name, ...when, feed, properties, ...where };
}

/** What became of each candidate: `18 offer entered fired`, `42 offer followed_up#1 priority:nag`. */
export function told(modules: Modules, given: Play): readonly string[] {
  const { outcome, engine } = play(modules, given);
  const name = (segment: number): string => engine.segments[segment]!.name;
  return outcome.decisions.map((decision: Decision) => {
    const { segment, cause, followUp, outcome: found, by } = decision;
    const number = followUp === undefined ? "" : `#${followUp + 1}`;
    const other = by === undefined ? "" : `:${name(by)}`;
    return `${hourOf(decision.at)} ${name(segment)} ${cause}${number} ${found}${other}`;
  });
}

/** An hour as it is told: half a millisecond is nobody's concern. */
export function hourOf(when: Instant): number {
  return Number(((when - MIDNIGHT) / hours(1)).toFixed(6));
}

/** What became of candidates, without when and whose they were: `entered fired`. */
export function fates(modules: Modules, given: Play): readonly string[] {
  return told(modules, given).map((line) => line.split(" ").slice(2).join(" "));
}
