import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone, spanAt } from "../time/zone.ts";
import { Leaf } from "./live.ts";
import { isInRange } from "./passes.ts";

/** The zone in which the profile at hand lives, as the engine knows it. */
export interface Wall {
  zone: Zone;
}

/** `local time from..to` for one profile: true while the wall reads `[from, to)`; `from > to` wraps past midnight. Turns
 *  at the next such reading or, if that comes first, is looked at again when the clocks change. */
export class LocalClock extends Leaf {
  readonly #wall: Wall;
  readonly #from: number;
  readonly #to: number;
  #zone: Zone | undefined;
  #offset = 0;
  #spanEnd = -Infinity;

  constructor(wall: Wall, from: number, to: number) {
    super();
    this.#wall = wall;
    this.#from = from;
    this.#to = to;
  }

  update(at: number): void {
    if (at < this.until) return;
    const { zone } = this.#wall;
    if (zone !== this.#zone || at >= this.#spanEnd) this.#findSpan(zone, at);
    const wall = at + this.#offset;
    const time = wall - Math.floor(wall / DAY_MS) * DAY_MS;
    this.holds = isInRange(time, this.#from, this.#to);
    const turn = at + untilReading(time, this.holds ? this.#to : this.#from);
    this.until = turn < this.#spanEnd ? turn : this.#spanEnd;
  }

  /** Looks up the offset of `at`. Instants ascend, but the next profile begins anew. */
  #findSpan(zone: Zone, at: number): void {
    const span = spanAt(zone, at as Instant);
    this.#zone = zone;
    this.#offset = zone.offsets[span]!;
    this.#spanEnd = zone.starts[span + 1] ?? Infinity;
  }

  override reset(): void {
    this.#zone = undefined;
    super.reset();
  }
}

/** Milliseconds from one reading of the wall to the next `reading`, 1 to a whole day. */
function untilReading(time: number, reading: number): number {
  return reading > time ? reading - time : reading - time + DAY_MS;
}
