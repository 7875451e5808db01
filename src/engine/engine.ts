import type { Event } from "../model/event.ts";
import type { Profile } from "../model/profile.ts";
import type { Condition, Segment } from "../rule/ast.ts";
import { membershipCondition } from "../rule/membership.ts";
import { decisionOrder } from "../rule/order.ts";
import type { Instant } from "../time/instant.ts";
import { Agenda, type Turn } from "./agenda.ts";
import { Compiler } from "./compile.ts";
import { Context } from "./context.ts";
import { Anchor } from "./leaves/window-start.ts";
import { Live } from "./live.ts";
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
  readonly #paths: Paths;
  /** In the order in which they are decided, and by their segments. */
  readonly #inOrder: readonly Membership[];
  readonly #memberships: readonly Membership[];
  readonly #agenda = new Agenda();
  readonly #listener: Listener;
  readonly #pending = new Pending();
  readonly #seen: Seen | undefined;

  constructor(segments: readonly Segment[], options: EngineOptions) {
    this.segments = segments;
    this.#observer = options.observer;
    this.#seen = options.uniqueIds === true ? undefined : new Seen();
    this.context = new Context(options.defaultZone);
    this.#paths = new Paths(options.observer?.hears ?? new Set());
    this.#ground = new Ground(this.context, this.#paths);
    this.#compiler = new Compiler(this.#ground);
    const order = decisionOrder(segments);
    this.#memberships = segments.map((each, index) =>
      this.#membershipOf(each, index, order.indexOf(index)),
    );
    this.#inOrder = order.map((segment) => this.#memberships[segment]!);
    this.#listener = new Listener(segments.length);
    this.#listener.callsUp(this.#listener, this.#agenda);
    if (this.#observer?.settled !== undefined) this.context.watchZone(this.#listener);
  }

  #membershipOf(segment: Segment, index: number, place: number): Membership {
    const root = this.#compiler.compile(membershipCondition(segment));
    const anchor = new Anchor();
    const condition = segment.until && this.#compiler.compile(segment.until, anchor);
    const membership = new Membership({
      segment: index,
      place,
      root,
      ending: condition && { condition, anchor },
      tellings: this.#ground.tellingsOf(segment.name),
    });
    root.callsUp(membership, this.#agenda);
    condition?.callsUp(membership, this.#agenda);
    return membership;
  }

  /** The instant up to which everything is known. */
  get now(): Instant {
    return this.#agenda.now as Instant;
  }

  /** Turns to another profile, of whom no event was seen; `start` is the first instant of
   *  interest: what arrives before it is taken in, and membership begins then at the earliest. */
  reset(profile: Profile, start: Instant): void {
    this.context.reset(profile);
    for (const state of this.#ground.states) state.reset();
    for (const membership of this.#memberships) membership.reset(start);
    this.#listener.at = start;
    this.#pending.clear();
    this.#seen?.clear();
    this.#agenda.reset(start);
  }

  /** Takes the next event of the feed. All that was to happen before its arrival has then happened; what it changes is
   *  decided once all events of that instant are in. Throws if arrivals go back in time: that is our bug. */
  push(event: Event): void {
    const { arrivedAt } = event;
    const agenda = this.#agenda;
    if (arrivedAt < agenda.now)
      throw new Error(`unreachable: an arrival at ${arrivedAt} after ${agenda.now}`);
    if (agenda.first <= arrivedAt) this.#catchUp(event);
    agenda.now = arrivedAt;
    if (this.#seen !== undefined && !this.#seen.add(event.id)) return;
    if (event.at > arrivedAt) this.#wait(event);
    else this.#apply(event);
  }

  /** Lets everything happen up to and including `at`. */
  advanceTo(at: Instant): void {
    this.#settleUpTo(at);
    this.#agenda.now = at;
  }

  /** The next instant at which something may happen if no further event arrives; `NEVER` if nothing can. */
  get nextInstant(): Instant {
    return this.#agenda.first as Instant;
  }

  /** Whether the profile is in the segment, as of the last instant that was settled. */
  isMember(segment: number): boolean {
    return this.#memberships[segment]?.isMember === true;
  }

  /** Compiles a condition that no membership depends on, before the first profile. It wakes nobody: `update` brings its
   *  truth up to date as of an instant that is being settled. `anchor` is what `since send` looks back to. */
  ask(condition: Condition, anchor?: Anchor): Live {
    return this.#compiler.compile(condition, anchor);
  }

  /** Lets everything happen before an event arrives, and applies what waited for that instant: it arrived earlier, so of
   *  equals it comes first. */
  #catchUp({ arrivedAt }: Event): void {
    this.#settleUpTo(arrivedAt - 1);
    if (this.#pending.nextAt <= arrivedAt) this.#applyPending(arrivedAt);
  }

  #settleUpTo(at: number): void {
    const agenda = this.#agenda;
    while (agenda.first <= at) {
      agenda.now = agenda.first;
      this.#settle();
    }
  }

  /** Decides all that is to be decided now. */
  #settle(): void {
    const agenda = this.#agenda;
    const { now } = agenda;
    if (this.#pending.nextAt <= now) this.#applyPending(now);
    let first = this.#pending.nextAt;
    const memberships = this.#inOrder;
    for (let place = 0; place < memberships.length; place++) {
      const membership = memberships[place]!;
      if (membership.at <= now) this.#decide(membership, now);
      if (membership.at < first) first = membership.at;
    }
    agenda.deciding = -1;
    const listener = this.#listener;
    if (listener.at <= now) listener.at = this.#observer?.settled?.(now as Instant) ?? Infinity;
    agenda.first = listener.at < first ? listener.at : first;
  }

  #decide(membership: Membership, now: number): void {
    this.#agenda.deciding = membership.place;
    if (!membership.decide(now)) return;
    const { segment, isMember, tellings } = membership;
    for (const leaf of tellings) {
      leaf.tell(now, isMember);
      leaf.truth.doubt();
    }
    this.#observer?.transition(now as Instant, segment, isMember);
    this.#listener.at = now;
  }

  #wait(event: Event): void {
    this.#pending.add(event);
    this.#agenda.first = Math.min(this.#agenda.first, this.#pending.nextAt);
  }

  #applyPending(at: number): void {
    const pending = this.#pending;
    this.#agenda.now = at;
    while (pending.nextAt <= at) this.#apply(pending.take());
  }

  /** Takes an event that counts from now on. */
  #apply(event: Event): void {
    const { now } = this.#agenda;
    this.context.take(event);
    const { heard, routes } = this.#paths.of(event.name);
    if (heard) this.#observer?.applied?.(event);
    for (let index = 0; index < routes.length; index++) follow(routes[index]!, event, now);
  }
}

/** What stands for the observer among the conditions, and for its turn after all memberships. */
class Listener extends Live implements Turn {
  at = Infinity;
  readonly place: number;

  constructor(place: number) {
    super();
    this.place = place;
  }

  update(): void {}
}
