import type { Place } from "../model/event.ts";
import { beta, choose, gamma, normal, poisson } from "../random/distribution.ts";
import { uniform } from "../random/stream.ts";
import type { Zone } from "../time/zone.ts";
import type { Ground, Kind } from "./ground.ts";
import type { Device } from "./device.ts";

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
  /** The devices of `owned` that the shop knows before the run. */
  readonly known: number;
  /** Whether somebody else shops on the device used most. */
  readonly shares: boolean;
  readonly appleMail: boolean;
  /** Whether a machine checks the links of mail before it is shown. */
  readonly isScanned: boolean;
  /** Whether mail puts the person off. */
  readonly isSleepingDog: boolean;
  /** Whether the person agreed to mailings before the run. */
  readonly consent: boolean;
  /** How much the person likes mail: normal, mean 0, deviation 1. */
  readonly affinity: number;
  /** How dear the things are that the person buys: normal, mean 0, deviation 1. */
  readonly purse: number;
  readonly missionsPerDay: number;
  /** What the person's own missions are like. */
  readonly kind: Kind;
  /** The chance to be lost after an order. */
  readonly dropout: number;
  readonly earlierOrders: number;
}

/** The ordinals of the draws about a profile; a new one gets a new number, and moves no other. */
const DRAW = {
  area: 2,
  city: 3,
  devices: 4,
  appleMail: 5,
  consent: 6,
  affinity: 7,
  earlierOrders: 9,
  known: 10,
  shares: 11,
  scanned: 12,
  sleepingDog: 13,
  purse: 14,
} as const;

/** The traits of the person with that index. */
export function traitsOf(ground: Ground, index: number): Traits {
  const { settings, streams } = ground;
  const { numbers } = settings;
  const draw = (ordinal: number): number => uniform(streams.profile, index, ordinal);
  const home = ground.homes.at(index);
  const places = home.places[choose(ground.areaWeights, draw(DRAW.area))]!;
  const owned = bitsOf(ground, index, DRAW.devices);
  const rateScale = numbers.missionsPerWeek / 7 / numbers.missionRateShape;
  return {
    index,
    id: `p-${String(index).padStart(5, "0")}`,
    zone: home.zone,
    place: places[Math.floor(draw(DRAW.city) * places.length)]!,
    owned,
    device: ground.devices.mainOf(owned),
    known: bitsOf(ground, index, DRAW.known),
    shares: draw(DRAW.shares) < numbers.sharedDevice,
    appleMail: draw(DRAW.appleMail) < settings.appleMail,
    isScanned: draw(DRAW.scanned) < numbers.scannedMailbox,
    isSleepingDog: draw(DRAW.sleepingDog) < numbers.sleepingDog,
    consent: draw(DRAW.consent) < settings.consent,
    affinity: normal(draw(DRAW.affinity)),
    purse: normal(draw(DRAW.purse)),
    missionsPerDay: rateScale * gamma(numbers.missionRateShape, streams.missionRate, index),
    kind: ground.ownKinds.at(index),
    dropout: dropoutOf(ground, index),
    earlierOrders: poisson(numbers.earlierOrders, draw(DRAW.earlierOrders)),
  };
}

function dropoutOf({ settings, streams }: Ground, index: number): number {
  const { churnAlpha, churnBeta } = settings.numbers;
  return churnAlpha === 0
    ? 0
    : beta(churnAlpha, churnBeta, [streams.churnA, streams.churnB, index]);
}

/** The devices that somebody owns, or those that the shop knows. */
function bitsOf(
  { streams, owns, settings }: Ground,
  index: number,
  draw: typeof DRAW.devices | typeof DRAW.known,
): number {
  let bits = 0;
  for (let bit = 0; bit < owns.length; bit++) {
    const chance = draw === DRAW.devices ? owns[bit]! : settings.numbers.knownDevice;
    if (uniform(streams.profile, index, draw, bit) < chance) bits |= 1 << bit;
  }
  return bits;
}
