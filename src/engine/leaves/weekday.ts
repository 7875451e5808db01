import type { Instant } from "../../time/instant.ts";
import { DAY_MS, spanAt, weekdayOf } from "../../time/zone.ts";
import type { Wall } from "../clock.ts";
import { Leaf } from "../live.ts";

/** `local day in (saturday, sunday)`: true on these days of the profile's wall. Turns at the midnight after which that is
 *  no longer so or, if that comes first, is looked at again when the clocks change. State: none of its own. */
export class WeekdayLeaf extends Leaf {
  readonly #days: ReadonlySet<number>;
  readonly #wall: Wall;

  constructor(days: readonly number[], wall: Wall) {
    super();
    this.#days = new Set(days);
    this.#wall = wall;
  }

  update(at: number): void {
    if (at < this.until) return;
    const { zone } = this.#wall;
    const span = spanAt(zone, at as Instant);
    const offset = zone.offsets[span]!;
    const day = Math.floor((at + offset) / DAY_MS);
    this.holds = this.#days.has(weekdayOf(day));
    const turn = (day + this.#daysUntilTurn(day)) * DAY_MS - offset;
    this.until = Math.min(turn, zone.starts[span + 1] ?? Infinity);
  }

  /** How many days after `day` the first one lies of which the opposite is true; Infinity if all days are alike. */
  #daysUntilTurn(day: number): number {
    for (const days of [1, 2, 3, 4, 5, 6]) {
      if (this.#days.has(weekdayOf(day + days)) !== this.holds) return days;
    }
    return Infinity;
  }
}
