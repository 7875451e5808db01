import type { Place } from "../model/event.ts";
import type { Away } from "../model/truth.ts";
import { logNormalMs } from "../random/distribution.ts";
import { hashId, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone } from "../time/zone.ts";
import type { Ground } from "./ground.ts";

/** Where somebody is: the clock on the wall, the place, and the trip if it is not home. */
export interface Stay {
  readonly zone: Zone;
  readonly place: Place;
  readonly away?: Away | undefined;
}

interface Trip extends Stay {
  readonly from: Instant;
  readonly to: Instant;
}

/** Trips that began so long before the run may still last. */
const LOOK_BACK = 45 * UNITS.d;
const DRAW = { begins: 0, when: 1, where: 2, length: 3, place: 4 } as const;

/** Where a person is over time: at home, but for some trips to other time zones. */
export class Whereabouts {
  readonly home: Stay;
  readonly #trips: readonly Trip[];

  constructor(ground: Ground, index: number, home: Stay) {
    this.home = home;
    this.#trips = tripsOf(ground, index, home);
  }

  /** Where the person is at `at`. */
  at(at: Instant): Stay {
    for (const trip of this.#trips) if (trip.from <= at && at < trip.to) return trip;
    return this.home;
  }
}

/** The trips, by a chance of every UTC day. Nobody leaves for a zone of the same name, or while away. */
function tripsOf(ground: Ground, index: number, home: Stay): readonly Trip[] {
  const { streams, settings, from, to } = ground;
  const chance = settings.numbers.tripsPerYear / 365;
  if (chance === 0) return NONE;
  const trips: Trip[] = [];
  let busyUntil = -Infinity;
  for (let day = Math.floor((from - LOOK_BACK) / DAY_MS); day * DAY_MS < to; day++) {
    if (uniform(streams.trip, index, day, DRAW.begins) >= chance) continue;
    const trip = tripOn(ground, { index, day }, home);
    if (trip.from < busyUntil || trip.zone.name === home.zone.name) continue;
    busyUntil = trip.to;
    if (trip.to > from) trips.push(trip);
  }
  return trips;
}

const NONE: readonly Trip[] = [];

function tripOn(
  { streams, settings, destinations }: Ground,
  { index, day }: { readonly index: number; readonly day: number },
  home: Stay,
): Trip {
  const { tripMedianD, tripSigma } = settings.numbers;
  const draw = (what: number): number => uniform(streams.trip, index, day, what);
  const from = (day * DAY_MS + Math.floor(draw(DRAW.when) * DAY_MS)) as Instant;
  const shape = { median: tripMedianD * UNITS.d, sigma: tripSigma };
  const { zone, places } = destinations.at(index, day);
  const cities = places[0]!;
  return {
    from,
    to: (from + Math.max(logNormalMs(shape, draw(DRAW.length)), UNITS.h)) as Instant,
    zone,
    place: cities[Math.floor(draw(DRAW.place) * cities.length)]!,
    away: { trip: hashId(streams.trip, index, day), since: from, home: home.zone.name },
  };
}
