import { Moments } from "../leaves/moments.ts";

/** A follow-up whose time has come: its number, and the instant of the send that it follows. */
export interface Due {
  readonly number: number;
  readonly sentAt: number;
}

/** The follow-ups of one rule that are still to come. State: the instant of each send, once for every follow-up, until
 *  that is due, and those that quiet hours hold. */
export class FollowUps {
  /** When the next one is due. */
  dueAt = Infinity;
  readonly #afters: readonly number[];
  /** The sends that wait for each follow-up, by its number. */
  readonly #sends: readonly Moments[];
  #held: Due[] = [];

  /** `afters` is how long after a send each follow-up is due, in milliseconds. */
  constructor(afters: readonly number[]) {
    this.#afters = afters;
    this.#sends = afters.map(() => new Moments());
  }

  get hasHeld(): boolean {
    return this.#held[0] !== undefined;
  }

  /** Takes a send that is to be followed up. */
  follow(sentAt: number): void {
    if (this.#sends.length === 0) return;
    for (const sends of this.#sends) sends.add(sentAt);
    this.#look();
  }

  /** Keeps one until quiet hours end. */
  hold(due: Due): void {
    this.#held.push(due);
  }

  /** Takes out those that are due at `at`, and those that are held if quiet hours are over; those of earlier sends first,
   *  then by number. */
  take(at: number, isOver: boolean): readonly Due[] {
    const taken = isOver ? this.#held : [];
    if (isOver) this.#held = [];
    for (const [number, sends] of this.#sends.entries()) {
      for (; sends.oldest + this.#afters[number]! <= at; sends.forgetOldest())
        taken.push({ number, sentAt: sends.oldest });
    }
    this.#look();
    return taken.sort((a, b) => a.sentAt - b.sentAt || a.number - b.number);
  }

  reset(): void {
    for (const sends of this.#sends) sends.clear();
    this.#held = [];
    this.dueAt = Infinity;
  }

  #look(): void {
    this.dueAt = Infinity;
    for (const [number, { oldest }] of this.#sends.entries())
      this.dueAt = Math.min(this.dueAt, oldest + this.#afters[number]!);
  }
}
