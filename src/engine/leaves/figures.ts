import type { Event, Value } from "../../model/event.ts";
import { DAY_MS } from "../../time/zone.ts";
import type { CompiledPredicate } from "../passes.ts";
import { Latest } from "./latest.ts";
import { Moments } from "./moments.ts";
import { Ordered } from "./ordered.ts";
import { Peaks } from "./peaks.ts";
import type { Sessions } from "./sessions.ts";

/** Something that a session may be asked for. */
export interface Figure {
  /** Takes an event of the session log. */
  take(event: Event, now: number): void;
  /** What it is of the session at hand as of `at`; `undefined` if it is missing. */
  read(sessions: Sessions, at: number): Value | undefined;
  /** The earliest instant after `at` at which a test may come out differently though the session did not change. */
  turns(at: number): number;
  /** Forgets the profile. */
  reset(): void;
}

/** `session depth`, `session clicks`: how many events of a kind. State: their instants in the last 24 hours. */
export class Depth implements Figure {
  readonly #isMeant: CompiledPredicate;
  readonly #times = new Moments();

  constructor(isMeant: CompiledPredicate) {
    this.#isMeant = isMeant;
  }

  take(event: Event, now: number): void {
    if (!this.#isMeant(event)) return;
    this.#times.add(event.at);
    this.#times.forgetBefore(now - DAY_MS);
  }

  read({ from }: Sessions): number {
    return this.#times.times.length - this.#times.indexFrom(from);
  }

  turns(): number {
    return Infinity;
  }

  reset(): void {
    this.#times.clear();
  }
}

/** `session duration`: from the first event to the newest. State: none of its own. */
export class Length implements Figure {
  take(): void {}

  read({ from, newest }: Sessions): number {
    return newest - from;
  }

  turns(): number {
    return Infinity;
  }

  reset(): void {}
}

/** `time on page`: since the newest page. State: its instant. */
export class TimeOnPage implements Figure {
  readonly #isPage: CompiledPredicate;
  /** The lengths at which a test may turn, in whole milliseconds. */
  readonly #bounds: readonly number[];
  #at = -Infinity;

  constructor(isPage: CompiledPredicate, bounds: readonly number[]) {
    this.#isPage = isPage;
    this.#bounds = bounds;
  }

  take(event: Event): void {
    if (this.#isPage(event)) this.#at = Math.max(this.#at, event.at);
  }

  read({ from }: Sessions, at: number): number | undefined {
    return this.#at >= from ? at - this.#at : undefined;
  }

  turns(at: number): number {
    let first = Infinity;
    for (const bound of this.#bounds) {
      const turn = this.#at + bound;
      if (turn > at) first = Math.min(first, turn);
    }
    return first;
  }

  reset(): void {
    this.#at = -Infinity;
  }
}

/** `scroll depth`: the largest `scroll` since the newest page. State: of the numbers since then, or in the last 24 hours,
 *  those after which none came that is as large. */
export class ScrollDepth implements Figure {
  readonly #isPage: CompiledPredicate;
  readonly #page = new Latest();
  readonly #peaks = new Peaks();

  constructor(isPage: CompiledPredicate) {
    this.#isPage = isPage;
  }

  take(event: Event, now: number): void {
    const { at, sequence } = event;
    const page = this.#page;
    if (this.#isPage(event) && page.accepts(event)) this.#peaks.forgetUpTo(at, sequence);
    const { scroll } = event.properties;
    if (typeof scroll !== "number" || page.isAfter(event)) return;
    this.#peaks.offer(at, sequence, scroll);
    this.#peaks.forgetBefore(now - DAY_MS);
  }

  read({ from }: Sessions): number | undefined {
    return this.#page.at >= from ? this.#peaks.things[this.#peaks.first] : undefined;
  }

  turns(): number {
    return Infinity;
  }

  reset(): void {
    this.#page.reset();
    this.#peaks.clear();
  }
}

/** `session referrer`, `session campaign`: the text in a property of the first event that carries one. State: the events
 *  of the last 24 hours that do. */
export class FirstText implements Figure {
  readonly #property: string;
  readonly #events = new Ordered<Event>();

  constructor(property: string) {
    this.#property = property;
  }

  take(event: Event, now: number): void {
    if (typeof event.properties[this.#property] !== "string") return;
    this.#events.insert(event);
    this.#events.forgetBefore(now - DAY_MS);
  }

  read({ from }: Sessions): Value | undefined {
    return this.#events.things[this.#events.indexFrom(from)]?.properties[this.#property];
  }

  turns(): number {
    return Infinity;
  }

  reset(): void {
    this.#events.clear();
  }
}
