import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import type { CompiledPredicate, CompiledTest } from "../passes.ts";
import type { Sink } from "../routes.ts";
import type { Figure } from "./figures.ts";
import type { Sessions } from "./sessions.ts";

/** `in session`, `session ended`: whether there is a session at hand. State: none besides the sessions that all such
 *  conditions share. */
export class InSessionLeaf extends Leaf implements Sink {
  readonly #sessions: Sessions;
  readonly #ended: boolean;

  constructor(sessions: Sessions, { ended }: { readonly ended: boolean }) {
    super();
    this.#sessions = sessions;
    this.#ended = ended;
  }

  /** Hears of every event of the session log; one more cannot end a session. */
  count(_: Event, now: number): boolean {
    if (this.holds !== this.#ended && now < this.until) return false;
    this.until = -Infinity;
    return true;
  }

  update(at: number): void {
    this.#sessions.update(at);
    this.holds = (this.#sessions.from === Infinity) === this.#ended;
    this.until = this.#sessions.until;
  }
}

/** `session depth >= 3` and its like: a test on a figure of the session at hand. State: the figure's. */
export class SessionLeaf extends Leaf implements Sink {
  readonly #sessions: Sessions;
  readonly #figure: Figure;
  readonly #test: CompiledTest;

  constructor(sessions: Sessions, figure: Figure, test: CompiledTest) {
    super();
    this.#sessions = sessions;
    this.#figure = figure;
    this.#test = test;
  }

  /** Hears of every event of the session log. */
  count(event: Event, now: number): boolean {
    this.#figure.take(event, now);
    this.until = -Infinity;
    return true;
  }

  update(at: number): void {
    if (at < this.until) return;
    const sessions = this.#sessions;
    sessions.update(at);
    const isOver = sessions.from === Infinity;
    this.holds = this.#test(isOver ? undefined : this.#figure.read(sessions, at));
    this.until = isOver ? Infinity : Math.min(sessions.until, this.#figure.turns(at));
  }

  override reset(): void {
    this.#figure.reset();
    super.reset();
  }
}

/** Brings the events of the session log to a condition over the events of the session: only those that are meant are
 *  taken, but any may make the session begin earlier, or a new one begin. */
export class SessionGate implements Sink {
  readonly #isMeant: CompiledPredicate;
  readonly #leaf: Leaf & Sink;

  constructor(isMeant: CompiledPredicate, leaf: Leaf & Sink) {
    this.#isMeant = isMeant;
    this.#leaf = leaf;
  }

  count(event: Event, now: number): boolean {
    if (this.#isMeant(event)) this.#leaf.count(event, now);
    this.#leaf.touch();
    return true;
  }
}
