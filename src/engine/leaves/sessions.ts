import type { Event } from "../../model/event.ts";
import { DAY_MS } from "../../time/zone.ts";
import type { Sink } from "../routes.ts";
import { Moments } from "./moments.ts";
import type { WindowStart } from "./window-start.ts";

/** The session at hand: the newest session-log events of the last 24 hours of which each follows the one before it by
 *  less than the gap; none once the newest is as old as the gap. One for all conditions with the same gap. State: the
 *  instants of the session-log events of 24 hours. */
export class Sessions implements WindowStart, Sink {
  from = Infinity;
  readonly returns = Infinity;
  readonly forgets = true;
  /** The earliest instant at which the session may change without an event. */
  until = Infinity;
  readonly #gap: number;
  readonly #times = new Moments();
  /** How many of the newest instants follow one another by less than the gap. */
  #run = 0;

  constructor(gap: number) {
    this.#gap = gap;
  }

  /** The instant of the newest event of the session-log. */
  get newest(): number {
    return this.#times.newest;
  }

  /** Takes an event of the session log. Conditions on the session say for themselves whether that may change them. */
  count({ at }: Event, now: number): boolean {
    const times = this.#times;
    const keepFrom = this.keepFrom(now);
    this.#forgetBefore(keepFrom);
    if (at < keepFrom) return false;
    if (at === times.newest) return false;
    if (at >= times.newest + this.#gap) this.#run = 0;
    const place = times.add(at);
    const later = times.times.length - place - 1;
    if (later < this.#run) this.#run += 1;
    else this.#extend();
    return false;
  }

  update(at: number): void {
    this.#forgetBefore(this.keepFrom(at));
    const end = this.#times.newest + this.#gap;
    if (at < end) {
      const { times } = this.#times;
      this.from = times[times.length - this.#run]!;
      this.until = Math.min(end, this.from + DAY_MS);
    } else {
      this.from = Infinity;
      this.until = Infinity;
    }
  }

  leaves(): number {
    return this.until;
  }

  keepFrom(at: number): number {
    return at - DAY_MS + 1;
  }

  reset(): void {
    this.#times.clear();
    this.#run = 0;
    this.from = Infinity;
    this.until = Infinity;
  }

  /** Lengthens the run while the event before it is near enough. */
  #extend(): void {
    const { times, first } = this.#times;
    let start = times.length - this.#run;
    while (start > first && this.#isNear(times[start - 1]!, times[start])) start -= 1;
    this.#run = times.length - start;
  }

  #isNear(earlier: number, later: number | undefined): boolean {
    return later === undefined || later - earlier < this.#gap;
  }

  #forgetBefore(at: number): void {
    this.#times.forgetBefore(at);
    this.#run = Math.min(this.#run, this.#times.size);
  }
}
