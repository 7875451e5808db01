import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { type Zone, timeOfDayAt } from "../../time/zone.ts";
import { DEVICES, type Device } from "../device.ts";
import { type PeopleSettings } from "../settings.ts";

/** Chooses the device of a visit among those that a person owns, so that over all people the shares of visits are the
 *  ones asked for, with more phones from 19 to 22 local. */
export class DeviceChoice {
  /** The shares by day and in the evening, each by who owns what. */
  readonly #shares: readonly (readonly (readonly number[])[])[];

  constructor(settings: PeopleSettings) {
    const weights = fitWeights(settings);
    this.#shares = [1, settings.numbers.eveningPhoneOdds].map((odds) =>
      Array.from({ length: 1 << DEVICES.length }, (_, owned) => sharesOf(weights, owned, odds)),
    );
  }

  /** The device that `u` chooses. `owned` has a bit for each of `DEVICES`; whoever owns none has a phone at hand. */
  deviceAt(u: number, owned: number, isEvening: 0 | 1): Device {
    const shares = this.#shares[isEvening]![owned]!;
    if (u < shares[0]!) return DEVICES[0];
    return u < shares[0]! + shares[1]! ? DEVICES[1] : DEVICES[2];
  }

  /** The device that a person with these devices uses most. */
  mainOf(owned: number): Device {
    const shares = this.#shares[0]![owned]!;
    return DEVICES[shares.indexOf(Math.max(...shares))]!;
  }
}

/** 1 from 19 to 22 on the wall, else 0. */
export function eveningAt(zone: Zone, at: Instant): 0 | 1 {
  const time = timeOfDayAt(zone, at);
  return time >= 19 * UNITS.h && time < 22 * UNITS.h ? 1 : 0;
}

function sharesOf(weights: readonly number[], owned: number, phoneOdds: number): number[] {
  const have = owned === 0 ? 1 : owned;
  const parts = weights.map((weight, bit) =>
    (have >> bit) & 1 ? weight * (bit === 0 ? phoneOdds : 1) : 0,
  );
  const total = parts.reduce((sum, part) => sum + part, 0);
  return total > 0 ? parts.map((part) => part / total) : [1, 0, 0];
}

/** Finds weights whose mean over who owns what, and over evening and day, gives the shares asked for (iterative
 *  proportional fitting; what ownership cannot give is approached). */
function fitWeights(settings: PeopleSettings): readonly number[] {
  const { numbers, hours } = settings;
  const total = DEVICES.reduce((sum, device) => sum + settings.devices[device], 0);
  const asked = DEVICES.map((device) => settings.devices[device] / total);
  const evening = [19, 20, 21].reduce((sum, hour) => sum + hours[hour]!, 0);
  const eveningShare = evening / hours.reduce((sum, weight) => sum + weight, 0);
  const own = [numbers.ownPhone, numbers.ownDesktop, numbers.ownTablet];
  let weights = asked;
  for (let round = 0; round < 200; round++) {
    const found = meanShares(weights, own, { eveningShare, odds: numbers.eveningPhoneOdds });
    weights = weights.map((weight, bit) =>
      found[bit]! > 0 ? (weight * asked[bit]!) / found[bit]! : weight,
    );
  }
  return weights;
}

function meanShares(
  weights: readonly number[],
  own: readonly number[],
  { eveningShare, odds }: { readonly eveningShare: number; readonly odds: number },
): readonly number[] {
  const sum = [0, 0, 0];
  for (let owned = 0; owned < 8; owned++) {
    const chance = own.reduce(
      (product, each, bit) => product * ((owned >> bit) & 1 ? each : 1 - each),
      1,
    );
    const day = sharesOf(weights, owned, 1);
    const late = sharesOf(weights, owned, odds);
    for (let bit = 0; bit < 3; bit++)
      sum[bit]! += chance * (day[bit]! * (1 - eveningShare) + late[bit]! * eveningShare);
  }
  return sum;
}
