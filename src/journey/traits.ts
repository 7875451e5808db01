import type { Place } from "../model/event.ts";
import { choose, gamma, normal, poisson } from "../random/distribution.ts";
import { uniform } from "../random/stream.ts";
import type { Zone } from "../time/zone.ts";
import type { Ground } from "./ground.ts";
import { type Device, MISSION_KINDS, type MissionKind } from "./settings.ts";

/** What stays the same about a person. */
export interface Traits {
  readonly index: number;
  readonly id: string;
  readonly zone: Zone;
  readonly place: Place;
  /** A bit for each of `DEVICES`. */
  readonly owned: number;
  /** The device used most. */
  readonly device: Device;
  readonly appleMail: boolean;
  /** Whether the person agreed to mailings before the run. */
  readonly consent: boolean;
  /** How much the person likes mail: normal, mean 0, deviation 1. */
  readonly affinity: number;
  readonly missionsPerDay: number;
  /** What the person's own missions are like. */
  readonly kind: MissionKind;
  readonly earlierOrders: number;
}

/** The ordinals of the draws about a profile; a new one gets a new number, and moves no other. */
const DRAW = {
  home: 1,
  area: 2,
  city: 3,
  devices: 4,
  appleMail: 5,
  consent: 6,
  affinity: 7,
  kind: 8,
  earlierOrders: 9,
} as const;

/** The traits of the person with that index. */
export function traitsOf(ground: Ground, index: number): Traits {
  const { settings, streams } = ground;
  const draw = (ordinal: number): number => uniform(streams.profile, index, ordinal);
  const { missionsPerWeek, missionRateShape, earlierOrders } = settings.numbers;
  const home = ground.homes[choose(ground.homeWeights, draw(DRAW.home))]!;
  const places = home.places[choose(ground.areaWeights, draw(DRAW.area))]!;
  const owned = ownedBy(ground, index);
  const rateScale = missionsPerWeek / 7 / missionRateShape;
  return {
    index,
    id: `p-${String(index).padStart(5, "0")}`,
    zone: home.zone,
    place: places[Math.floor(draw(DRAW.city) * places.length)]!,
    owned,
    device: ground.devices.mainOf(owned),
    appleMail: draw(DRAW.appleMail) < settings.appleMail,
    consent: draw(DRAW.consent) < settings.consent,
    affinity: normal(draw(DRAW.affinity)),
    missionsPerDay: rateScale * gamma(missionRateShape, streams.missionRate, index),
    kind: MISSION_KINDS[choose(ground.kindWeights, draw(DRAW.kind))]!,
    earlierOrders: poisson(earlierOrders, draw(DRAW.earlierOrders)),
  };
}

function ownedBy({ settings, streams }: Ground, index: number): number {
  const { ownPhone, ownDesktop, ownTablet } = settings.numbers;
  const owns = (chance: number, bit: number): number =>
    uniform(streams.profile, index, DRAW.devices, bit) < chance ? 1 << bit : 0;
  return owns(ownPhone, 0) | owns(ownDesktop, 1) | owns(ownTablet, 2);
}
