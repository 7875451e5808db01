import type { Event, Feed } from "../model/event.ts";
import type { Leaf } from "./live.ts";
import type { CompiledPredicate } from "./passes.ts";

/** Takes in the events that a condition looks at. */
export interface Sink {
  /** Takes an event that has happened; whether the truth of the condition as of `now` may have changed by it. */
  count(event: Event, now: number): boolean;
  /** Whether no event that is older than those that it took can matter; absent if that is never so. */
  readonly isFull?: (() => boolean) | undefined;
}

/** The way of an event to one condition: the tests that it must pass, who takes it, and whose truth that may change, if
 *  anybody's. */
export interface Route {
  readonly passes: readonly CompiledPredicate[];
  readonly sink: Sink;
  readonly leaf: Leaf | undefined;
}

/** Which events are meant: by their names, by how their names begin (the empty text means all), and by their feed. */
export interface Names {
  readonly events: readonly string[];
  readonly prefix?: string | undefined;
  readonly feed?: Feed | undefined;
}

/** Where the events of one name go. */
export interface Path {
  readonly routes: readonly Route[];
  /** Whether the observer hears of them. */
  readonly heard: boolean;
}

/** How many names that only a prefix reaches are remembered; feeds have a few dozen. */
const REMEMBERED_NAMES = 10_000;

/** The paths of all events: one look into a map for each. Names that are reached by a prefix are added as they come. */
export class Paths {
  readonly #hears: ReadonlySet<string>;
  readonly #paths = new Map<string, Path>();
  readonly #ways: { readonly names: Names; readonly route: Route }[] = [];
  #hasPrefix = false;

  constructor(hears: ReadonlySet<string>) {
    this.#hears = hears;
    for (const name of hears) this.#paths.set(name, { routes: [], heard: true });
  }

  /** Has the events of these names go a route, after the routes that were added before. */
  add(names: Names, route: Route): void {
    const { feed } = names;
    const passes = feed === undefined ? [] : [(event: Event): boolean => event.feed === feed];
    const way = { names, route: { ...route, passes: [...passes, ...route.passes] } };
    this.#ways.push(way);
    if (names.prefix !== undefined) this.#hasPrefix = true;
    for (const [name, { routes, heard }] of this.#paths) {
      if (isNamed(names, name)) this.#paths.set(name, { routes: [...routes, way.route], heard });
    }
    for (const name of names.events)
      if (!this.#paths.has(name)) this.#paths.set(name, this.#lookUp(name));
  }

  /** The path of the events of that name; `undefined` if nobody asks for them. */
  of(name: string): Path | undefined {
    const path = this.#paths.get(name);
    if (path !== undefined || !this.#hasPrefix) return path;
    const found = this.#lookUp(name);
    if (this.#paths.size < REMEMBERED_NAMES) this.#paths.set(name, found);
    return found;
  }

  #lookUp(name: string): Path {
    const ways = this.#ways.filter(({ names }) => isNamed(names, name));
    return { routes: ways.map(({ route }) => route), heard: this.#hears.has(name) };
  }
}

/** Whether events of that name are meant. */
export function isNamed({ events, prefix }: Names, name: string): boolean {
  return events.includes(name) || (prefix !== undefined && name.startsWith(prefix));
}

/** Has a route take an event if it passes the tests; whether the truth of its condition as of `now` may have changed. */
export function follow(route: Route, event: Event, now: number): boolean {
  for (const passes of route.passes) if (!passes(event)) return false;
  return route.sink.count(event, now);
}

/** Brings events to a condition that pass some tests more. */
export class Guarded implements Sink {
  readonly isFull: (() => boolean) | undefined;
  readonly #passes: readonly CompiledPredicate[];
  readonly #sink: Sink;

  constructor(passes: readonly CompiledPredicate[], sink: Sink) {
    this.#passes = passes;
    this.#sink = sink;
    this.isFull = sink.isFull === undefined ? undefined : () => sink.isFull?.() === true;
  }

  count(event: Event, now: number): boolean {
    return this.#passes.every((each) => each(event)) && this.#sink.count(event, now);
  }
}
