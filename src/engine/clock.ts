import { DAY_MS, type Zone, modulo, spanAt } from "../time/zone.ts";
import { Leaf } from "./live.ts";

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

  constructor(wall: Wall, from: number, to: number) {
    super();
    this.#wall = wall;
    this.#from = from;
    this.#to = to;
  }

  update(at: number): void {
    if (at < this.until) return;
    const { starts, offsets } = this.#wall.zone;
    const span = spanAt(this.#wall.zone, at as never);
    const time = modulo(at + offsets[span]!, DAY_MS);
    const from = this.#from;
    const to = this.#to;
    this.holds = from <= to ? from <= time && time < to : from <= time || time < to;
    const turn = at + untilReading(time, this.holds ? to : from);
    const change = starts[span + 1] ?? Infinity;
    this.until = turn < change ? turn : change;
  }
}

/** Milliseconds from one reading of the wall to the next `reading`, 1 to a whole day. */
function untilReading(time: number, reading: number): number {
  return reading > time ? reading - time : reading - time + DAY_MS;
}
