import { exponential } from "../random/distribution.ts";
import { type StreamKey, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone, instantOfWall, modulo, wallAt, weekdayOf } from "../time/zone.ts";

/** The address of the draws of one visit: whose it is, and its key. */
export interface VisitKey {
  readonly index: number;
  readonly key: number;
}

/** How busy a person's own day and week are: the intensity of visits on the wall clock. */
export class Rhythm {
  /** The highest intensity, where the mean over a week is 1. */
  readonly peak: number;
  readonly #hours: Float64Array;
  readonly #weekdays: Float64Array;

  constructor(hours: readonly number[], weekdays: readonly number[]) {
    this.#hours = scaledToMeanOne(hours);
    this.#weekdays = scaledToMeanOne(weekdays);
    this.peak = Math.max(...this.#hours) * Math.max(...this.#weekdays);
  }

  /** The intensity at `at`, mean 1 over a week. It is read off the wall, so an hour that clocks skip has none. */
  intensityAt(zone: Zone, at: Instant): number {
    const wall = wallAt(zone, at);
    const hour = Math.floor(modulo(wall, DAY_MS) / UNITS.h);
    return this.#hours[hour]! * this.#weekdays[weekdayOf(Math.floor(wall / DAY_MS))]!;
  }

  /** When a visit that was due at `at` takes place: then, or at one of the later occasions, each taken with a chance that
   *  follows the intensity (thinning after Lewis and Shedler 1979). Occasions come every three hours in the mean. */
  settle(stream: StreamKey, visit: VisitKey, due: Instant, zone: Zone): Instant {
    let at = due;
    for (let occasion = 0; occasion < 200; occasion++) {
      const chance = this.intensityAt(zone, at) / this.peak;
      if (uniform(stream, visit.index, visit.key, 2 * occasion) < chance) return at;
      const u = uniform(stream, visit.index, visit.key, 2 * occasion + 1);
      at = (at + Math.ceil(exponential(OCCASION_MS, u))) as Instant;
    }
    return at;
  }
}

const OCCASION_MS = 3 * UNITS.h;

/** `at`, or the hour of waking after it if the person sleeps then: `wake` and `sleep` are milliseconds since midnight,
 *  `wake` < `sleep`. */
export function nextWaking(
  zone: Zone,
  at: Instant,
  { wake, sleep }: { readonly wake: number; readonly sleep: number },
): Instant {
  const wall = wallAt(zone, at);
  const time = modulo(wall, DAY_MS);
  if (time >= wake && time < sleep) return at;
  const midnight = wall - time + (time >= sleep ? DAY_MS : 0);
  return instantOfWall(zone, midnight + wake);
}

function scaledToMeanOne(weights: readonly number[]): Float64Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return Float64Array.from(weights, (weight) => weight / mean);
}
