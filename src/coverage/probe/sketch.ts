import type { Feed, Value, Values } from "../../model/event.ts";
import type { Instant } from "../../time/instant.ts";

/** A value of a state, or the text of the instant that lies so many milliseconds after the person's own. */
export type StateValue = Value | { readonly relative: number };

/** A state of a person as far as it is decided: what it is, since when, and what it was before. Without `ago` it was so
 *  ever before. `null` is missing. */
export interface State {
  readonly value?: StateValue;
  readonly ago?: number;
  readonly before?: StateValue;
}

/** What a state is kept under: the device, a field of the place, an attribute. */
export type StateKey = "device" | `place.${string}` | `attribute.${string}`;

/** An event that happens so many milliseconds before the person's instant. */
export interface PlacedEvent {
  readonly ago: number;
  readonly name: string;
  readonly properties: Values;
  readonly feed?: Feed | undefined;
}

/** What the session at hand must show, lengths in milliseconds. */
export interface SessionSketch {
  /** Pages and clicks, and the names of the events that are such. */
  readonly depth?: number;
  readonly page?: string;
  readonly clicks?: number;
  readonly click?: string;
  readonly duration?: number;
  readonly onPage?: number;
  readonly scroll?: number;
  readonly referrer?: string;
  readonly campaign?: string;
  /** How long ago its newest event was, and the pause that would end it. */
  readonly idle?: number;
  readonly gap?: number;
}

/** A made-up person at an instant, as far as it is decided. */
export interface Sketch {
  readonly zone?: string;
  /** The local day, as whole days since 1970-01-01, and the milliseconds since its midnight. */
  readonly day?: number;
  readonly time?: number;
  /** The instant itself, where the wall shows a time twice or never. */
  readonly instant?: Instant;
  readonly states: Readonly<Partial<Record<StateKey, State>>>;
  readonly events: readonly PlacedEvent[];
  readonly session?: SessionSketch;
}

/** Some of a sketch: what one condition asks of the person. */
export type Demand = Partial<Sketch>;

/** Nothing is decided. */
export const BLANK: Sketch = { states: {}, events: [] };

/** The sketch with what is demanded of it; `undefined` if the two contradict each other. */
export function merge(sketch: Sketch, demand: Demand): Sketch | undefined {
  const { states, events, session, ...plain } = sketch;
  const { states: moreStates = {}, events: more = [], session: moreSession, ...others } = demand;
  const both = joined(plain, others);
  const bothStates = joinedStates(states, moreStates);
  const bothSessions = joined(session ?? {}, moreSession ?? {});
  if (both === undefined || bothStates === undefined || bothSessions === undefined)
    return undefined;
  const isInSession = session !== undefined || moreSession !== undefined;
  return {
    ...both,
    states: bothStates,
    events: [...events, ...more],
    ...(isInSession ? { session: bothSessions } : {}),
  };
}

/** All demands on one person, or `undefined`. */
export function mergeAll(demands: readonly Demand[]): Sketch | undefined {
  let sketch: Sketch | undefined = BLANK;
  for (const demand of demands) sketch = sketch && merge(sketch, demand);
  return sketch;
}

function joinedStates(a: Sketch["states"], b: Sketch["states"]): Sketch["states"] | undefined {
  const all: Partial<Record<StateKey, State>> = { ...a };
  for (const [key, state] of Object.entries(b) as [StateKey, State][]) {
    const both = joined(all[key] ?? {}, state);
    if (both === undefined) return undefined;
    all[key] = both;
  }
  return all;
}

/** Both maps in one, unless they say different things under one key. */
function joined<T extends object>(a: T, b: T): T | undefined {
  const known = new Map<string, unknown>(Object.entries(a));
  const isContrary = Object.entries(b).some(
    ([key, value]) => known.get(key) !== undefined && !isSame(known.get(key), value),
  );
  return isContrary ? undefined : { ...a, ...b };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
