import type { Event } from "../model/event.ts";
import type { Profile } from "../model/profile.ts";
import type { Condition, Segment } from "../rule/ast.ts";
import { membershipCondition } from "../rule/membership.ts";
import { decisionOrder } from "../rule/order.ts";
import type { Instant } from "../time/instant.ts";
import { Compiler } from "./compile.ts";
import { Context } from "./context.ts";
import type { OtherSegmentLeaf } from "./leaves/other-segment.ts";
import type { Anchor } from "./leaves/window-start.ts";
import { Leaf, type Live } from "./live.ts";
import { Membership } from "./membership.ts";
import { Pending } from "./pending.ts";
import { Ground } from "./plan/ground.ts";
import { Paths, follow } from "./routes.ts";
import { Seen } from "./seen.ts";

/** Hears of every change of membership, in the order of time; several of one instant in the order in which they are
 *  decided (rule/order.ts). */
export interface Observer {
  readonly hears?: ReadonlySet<string> | undefined;
  transition(at: Instant, segment: number, entered: boolean): void;
  /** Hears of the events called by a name in `hears` when they count: once per id, not before their instant. */
  applied?(event: Event): void;
  /** Hears, from the start on, of each instant at which a membership began or ended or the profile's zone changed: when all
   *  of that instant is decided. Returns the next instant at which it wants to hear though nothing else happens, a later
   *  one. */
  settled?(at: Instant): number;
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
  readonly #ground: Ground;
  readonly #compiler: Compiler;
  readonly #memberships: readonly Membership[];
  readonly #paths: Paths;
  /** The segments in the order in which they are decided, and the conditions that hear of each one's transitions. */
  readonly #order: readonly number[];
  readonly #tellings: readonly (readonly OtherSegmentLeaf[])[];
  /** When each segment must be looked at next, and after them the observer; and the first of these instants. */
  readonly #wakes: Float64Array;
  #firstWake = Infinity;
  readonly #listener = new Listener();
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
    this.#ground = new Ground(this.context, this.#paths);
    this.#compiler = new Compiler(this.#ground);
    this.#memberships = segments.map((each, index) => membershipOf(each, index, this.#compiler));
    this.#order = decisionOrder(segments);
    this.#tellings = segments.map(({ name }) => this.#ground.tellingsOf(name));
    this.#wakes = new Float64Array(segments.length + 1);
    this.#listener.segments = [segments.length];
    if (this.#observer?.settled !== undefined) this.context.watchZone(this.#listener);
  }

  /** The instant up to which everything is known. */
  get now(): Instant {
    return this.#now as Instant;
  }

  /** Turns to another profile, of whom no event was seen; `start` is the first instant of
   *  interest: what arrives before it is taken in, and membership begins then at the earliest. */
  reset(profile: Profile, start: Instant): void {
    this.context.reset(profile);
    for (const state of this.#ground.states) state.reset();
    for (const membership of this.#memberships) membership.reset();
    this.#pending.clear();
    this.#seen?.clear();
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
    return this.#memberships[segment]?.isMember === true;
  }

  /** Compiles a condition that no membership depends on, before the first profile. It wakes nobody: `update` brings its
   *  truth up to date as of an instant that is being settled. `anchor` is what `since send` looks back to. */
  ask(condition: Condition, anchor?: Anchor): Live {
    return this.#compiler.compileAside(condition, anchor);
  }

  #settleBefore(at: number): void {
    while (this.#firstWake < at || this.#pending.nextAt < at) this.#settle(this.nextInstant);
  }

  #settle(at: number): void {
    this.#applyPending(at);
    if (this.#firstWake > at) return;
    for (const segment of this.#order) if (this.#wakes[segment]! <= at) this.#decide(segment, at);
    const observer = this.#order.length;
    if (this.#wakes[observer]! <= at)
      this.#wakes[observer] = this.#observer?.settled?.(at as Instant) ?? Infinity;
    let firstWake = Infinity;
    for (const wake of this.#wakes) firstWake = Math.min(firstWake, wake);
    this.#firstWake = firstWake;
  }

  #decide(segment: number, at: number): void {
    const membership = this.#memberships[segment]!;
    const was = membership.isMember;
    membership.decide(at);
    this.#wakes[segment] = membership.until;
    if (membership.isMember === was) return;
    for (const leaf of this.#tellings[segment]!) {
      leaf.tell(at, membership.isMember);
      leaf.touch();
      for (const other of leaf.segments) this.#wakeAfter(segment, other, at);
    }
    this.#observer?.transition(at as Instant, segment, membership.isMember);
    this.#wakes[this.#order.length] = at;
  }

  /** Has a segment that asks for another one looked at in the same instant. In a circle, which `check` refuses, the ones
   *  that were decided already wait until something else wakes them. */
  #wakeAfter(segment: number, other: number, at: number): void {
    if (this.#order.indexOf(other) > this.#order.indexOf(segment)) this.#wakes[other] = at;
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
    for (const route of path.routes)
      if (follow(route, event, at) && route.leaf !== undefined) this.#changed(route.leaf);
  }

  /** Has the segments of a condition that an event changed looked at when that instant is settled. One function for
   *  all events: a closure per event would be garbage. */
  readonly #changed = (leaf: Leaf): void => {
    leaf.touch();
    const at = Math.max(this.#applyingAt, this.#start);
    for (const segment of leaf.segments) {
      this.#wakes[segment] = at;
      if (at < this.#firstWake) this.#firstWake = at;
    }
  };
}

/** What stands for the observer among the conditions. */
class Listener extends Leaf {
  update(): void {}
}

function membershipOf(segment: Segment, index: number, compiler: Compiler): Membership {
  const root = compiler.compile(membershipCondition(segment), index);
  if (segment.until === undefined) return new Membership({ root });
  const anchor = { at: -Infinity };
  const condition = compiler.compile(segment.until, index, anchor);
  return new Membership({ root, ending: { condition, anchor } });
}
