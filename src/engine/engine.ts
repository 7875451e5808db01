import type { Event } from "../model/event.ts";
import type { Profile } from "../model/profile.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { Compiler } from "./compile.ts";
import { Context } from "./context.ts";
import type { Leaf, Live } from "./live.ts";
import { Pending } from "./pending.ts";
import { Paths, follow } from "./routes.ts";
import { Seen } from "./seen.ts";

/** Hears of every change of membership, in the order of time; several of one instant in the order of the segments.
 *  `applied` hears of the events called by a name in `hears` when they count: once per id, not before their instant. */
export interface Observer {
  readonly hears?: ReadonlySet<string> | undefined;
  transition(at: Instant, segment: number, entered: boolean): void;
  applied?(event: Event): void;
}

/** What an engine is set up with. */
export interface EngineOptions {
  /** The IANA name of the zone of profiles whose zone nothing has named. */
  readonly defaultZone: string;
  readonly observer?: Observer | undefined;
  /** Says that no id comes twice, as a reader that has dropped the copies can; remembering them costs a tenth of the
   *  engine's time. */
  readonly uniqueIds?: boolean | undefined;
}

/** The streaming engine: watches one profile at a time through its feed. After `reset`, call `push` for every event in
 *  the order of arrival; transitions are told to the observer at the millisecond at which they happen, also those that
 *  need no event. What it says at `t` is what the reference says of the events with `arrivedAt <= t` and `at <= t`.
 *  Late events are put in their place; what was said before stays said. */
export class Engine {
  readonly segments: readonly Segment[];
  readonly context: Context;
  readonly #observer: Observer | undefined;
  readonly #roots: readonly Live[];
  readonly #leaves: readonly Leaf[];
  readonly #paths: Paths;
  readonly #members: Uint8Array;
  /** When each segment must be looked at next, and the first of these instants. */
  readonly #wakes: Float64Array;
  #firstWake = Infinity;
  readonly #pending = new Pending();
  readonly #seen: Seen | undefined;
  #now = -Infinity;
  #applyingAt = -Infinity;
  #start = -Infinity;

  constructor(segments: readonly Segment[], options: EngineOptions) {
    this.segments = segments;
    this.#observer = options.observer;
    this.#seen = options.uniqueIds === true ? undefined : new Seen();
    this.context = new Context(options.defaultZone);
    this.#paths = new Paths(options.observer?.hears ?? new Set());
    const compiler = new Compiler(this.context, this.#paths);
    this.#roots = segments.map((segment, index) => compiler.compile(segment.when, index));
    this.#leaves = compiler.leaves;
    this.#members = new Uint8Array(segments.length);
    this.#wakes = new Float64Array(segments.length);
  }

  /** The instant up to which everything is known. */
  get now(): Instant {
    return this.#now as Instant;
  }

  /** Turns to another profile, of whom no event was seen; `start` is the first instant of
   *  interest: what arrives before it is taken in, and membership begins then at the earliest. */
  reset(profile: Profile, start: Instant): void {
    for (const leaf of this.#leaves) leaf.reset();
    this.context.reset(profile);
    this.#pending.clear();
    this.#seen?.clear();
    this.#members.fill(0);
    this.#wakes.fill(start);
    this.#firstWake = start;
    this.#start = start;
    this.#now = -Infinity;
  }

  /** Takes the next event of the feed. All that was to happen before its arrival has then happened; what it changes is
   *  decided once all events of that instant are in. Throws if arrivals go back in time: that is our bug. */
  push(event: Event): void {
    const { arrivedAt } = event;
    if (arrivedAt < this.#now)
      throw new Error(`unreachable: an arrival at ${arrivedAt} after ${this.#now}`);
    this.#settleBefore(arrivedAt);
    this.#now = arrivedAt;
    this.#applyPending(arrivedAt); // it arrived earlier than this event, so of equals it comes first
    if (this.#seen?.add(event.id) === false) return;
    if (event.at > arrivedAt) this.#pending.add(event);
    else this.#apply(event, arrivedAt);
  }

  /** Lets everything happen up to and including `at`. */
  advanceTo(at: Instant): void {
    this.#settleBefore(at);
    this.#settle(at);
    this.#now = at;
  }

  /** The next instant at which something may happen if no further event arrives; `NEVER` if nothing can. */
  get nextInstant(): Instant {
    return Math.min(this.#firstWake, this.#pending.nextAt) as Instant;
  }

  /** Whether the profile is in the segment, as of the last instant that was settled. */
  isMember(segment: number): boolean {
    return this.#members[segment] === 1;
  }

  #settleBefore(at: number): void {
    while (this.#firstWake < at || this.#pending.nextAt < at) this.#settle(this.nextInstant);
  }

  #settle(at: number): void {
    this.#applyPending(at);
    if (this.#firstWake > at) return;
    let firstWake = Infinity;
    for (let segment = 0; segment < this.#wakes.length; segment++) {
      if (this.#wakes[segment]! <= at) this.#decide(segment, at);
      if (this.#wakes[segment]! < firstWake) firstWake = this.#wakes[segment]!;
    }
    this.#firstWake = firstWake;
  }

  #decide(segment: number, at: number): void {
    const root = this.#roots[segment]!;
    root.update(at);
    this.#wakes[segment] = root.until;
    const member = root.holds ? 1 : 0;
    if (this.#members[segment] === member) return;
    this.#members[segment] = member;
    this.#observer?.transition(at as Instant, segment, root.holds);
  }

  #applyPending(at: number): void {
    while (this.#pending.nextAt <= at) this.#apply(this.#pending.take(), at);
  }

  #apply(event: Event, at: number): void {
    this.#applyingAt = at;
    this.context.take(event, this.#changed);
    const path = this.#paths.of(event.name);
    if (path === undefined) return;
    if (path.heard) this.#observer?.applied?.(event);
    for (const route of path.routes) if (follow(route, event, at)) this.#changed(route.leaf);
  }

  /** Has the segments of a condition that an event changed looked at when that instant is settled. One function for
   *  all events: a closure per event would be garbage. */
  readonly #changed = (leaf: Leaf): void => {
    leaf.touch();
    const at = Math.max(this.#applyingAt, this.#start);
    for (const segment of leaf.segments) this.#wakes[segment] = at;
    if (at < this.#firstWake) this.#firstWake = at;
  };
}
