import type { Event, Feed } from "../model/event.ts";
import type { Live, Truth } from "./live.ts";
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
export interface Way {
  readonly passes: readonly CompiledPredicate[];
  readonly sink: Sink;
  readonly leaf: Live | undefined;
}

/** A way as it is gone. */
export interface Route {
  /** The feed that they must come from, if not any. */
  readonly feed: Feed | undefined;
  readonly passes: readonly CompiledPredicate[];
  readonly sink: Sink;
  readonly truth: Truth | undefined;
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

/** How many names that nobody asks for by name are remembered; feeds have a few dozen. */
const REMEMBERED_NAMES = 10_000;

/** The paths of all events: one look into a map for each. Names that nobody asks for are added as they come. */
export class Paths {
  readonly #hears: ReadonlySet<string>;
  readonly #paths = new Map<string, Path>();
  readonly #ways: { readonly names: Names; readonly route: Route }[] = [];

  constructor(hears: ReadonlySet<string>) {
    this.#hears = hears;
    for (const name of hears) this.#paths.set(name, this.#lookUp(name));
  }

  /** Has the events of these names go a way, after the ways that were added before. */
  add(names: Names, { passes, sink, leaf }: Way): void {
    const route = { feed: names.feed, passes, sink, truth: leaf?.truth };
    this.#ways.push({ names, route });
    for (const name of [...this.#paths.keys(), ...names.events])
      this.#paths.set(name, this.#lookUp(name));
  }

  /** The path of the events of that name. */
  of(name: string): Path {
    return this.#paths.get(name) ?? this.#meet(name);
  }

  #meet(name: string): Path {
    const path = this.#lookUp(name);
    if (this.#paths.size < REMEMBERED_NAMES) this.#paths.set(name, path);
    return path;
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

/** Has an event go a route if it passes the tests; `now` is the instant at which it counts. */
export function follow({ feed, passes, sink, truth }: Route, event: Event, now: number): void {
  if (feed !== undefined && event.feed !== feed) return;
  for (let index = 0; index < passes.length; index++) if (!passes[index]!(event)) return;
  if (sink.count(event, now)) truth?.doubt();
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
