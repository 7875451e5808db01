import { normal } from "../random/distribution.ts";
import { hashId, uniform } from "../random/stream.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import { DAY_MS } from "../time/zone.ts";
import { normalShare } from "./delay.ts";
import type { Ground } from "./ground.ts";
import type { MissionState, MissionType } from "./mission-type.ts";
import type { Device } from "./device.ts";
import { PER_CATEGORY, productOfRank } from "./site/catalogue.ts";
import type { PeopleSettings } from "./settings.ts";
import type { Traits } from "./traits.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** One purchase in somebody's mind, or one idle look around: what its visits have in common. */
export interface Mission {
  /** Which mission this is: made of the UTC day and the number of the candidate, so the same in every world. */
  readonly key: number;
  readonly kind: string;
  readonly type: MissionType;
  /** Whether the person truly wants to buy. */
  readonly wants: boolean;
  readonly start: Instant;
  /** The key of the visit that began it, if a letter caused that one: it turns the mission as one of its own would. */
  readonly begunBy: number | undefined;
  /** The products in question, as indexes of the catalogue. */
  readonly products: readonly number[];
  /** The state of the next visit. */
  state: MissionState;
  /** When the next natural visit is due; Infinity if there is none. */
  nextAt: number;
  /** How many natural visits it has had, and the device of the last. */
  visits: number;
  device: Device | undefined;
  /** What of it is in the cart, and since when. */
  readonly cart: number[];
  cartedAt: Instant;
  /** When it was over: bought, or the wish had faded. `NEVER` while that is not known. */
  end: Instant;
  hasBought: boolean;
  /** Whether only the wish is left: nothing of the mission's own will follow. */
  isFading: boolean;
}

/** Chances a day for a mission to begin. Nobody begins more in the mean than half of them, at the quietest of hours. */
const CANDIDATES = 4;
/** The products are drawn at the ordinals from `product` on. */
const DRAW = { own: 2, wants: 3, category: 4, product: 5, prompt: 99 } as const;
const PRODUCTS = 5;

/** The missions that begin within the span, by thinning candidates at keyed instants of each UTC day, in the order of
 *  days. Chances above 1 count as 1. */
export function missionStarts(
  ground: Ground,
  traits: Traits,
  where: Whereabouts,
): readonly Mission[] {
  const { rhythm, streams, from, to } = ground;
  const missions: Mission[] = [];
  const chance = traits.missionsPerDay / CANDIDATES;
  const highest = chance * rhythm.peak;
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
    for (let candidate = 0; candidate < CANDIDATES; candidate++) {
      const key = day * CANDIDATES + candidate;
      const u = uniform(streams.missionStart, traits.index, key);
      if (u >= highest) continue;
      const at = (day * DAY_MS +
        Math.floor(uniform(streams.missionStart, traits.index, key, 1) * DAY_MS)) as Instant;
      if (at < from || at >= to) continue;
      if (u < chance * rhythm.intensityAt(where.at(at).zone, at))
        missions.push(createMission(ground, traits, { key, start: at, begunBy: undefined }));
    }
  }
  return missions;
}

/** The mission that a visit, caused by a letter to somebody who bought lately and wants nothing, begins at `start`;
 *  `undefined` if it begins none. Its key is made of the visit's, and such that `range` keys follow for its own visits. */
export function promptedMission(
  ground: Ground,
  traits: Traits,
  {
    visit,
    start,
    range,
  }: { readonly visit: number; readonly start: Instant; readonly range: number },
): Mission | undefined {
  const { streams, settings } = ground;
  const key = Math.floor(hashId(streams.mission, traits.index, visit, DRAW.prompt) / range);
  const u = uniform(streams.missionStart, traits.index, key, DRAW.prompt);
  if (u >= settings.numbers.promptRecent) return undefined;
  return createMission(ground, traits, { key, start, begunBy: visit });
}

function createMission(
  { settings, streams, kinds }: Ground,
  { index, kind: own, purse }: Traits,
  { key, start, begunBy }: Pick<Mission, "key" | "start" | "begunBy">,
): Mission {
  const draw = (ordinal: number): number => uniform(streams.mission, index, key, ordinal);
  const { name: kind, type } =
    draw(DRAW.own) < settings.numbers.kindLoyalty ? own : kinds.at(index, key);
  return {
    key,
    kind,
    type,
    wants: begunBy !== undefined || draw(DRAW.wants) < type.wants,
    start,
    begunBy,
    products: productsOf(settings, purse, draw),
    state: type.states[type.start]!,
    nextAt: start,
    visits: 0,
    device: undefined,
    cart: [],
    cartedAt: NEVER,
    end: NEVER,
    hasBought: false,
    isFading: false,
  };
}

/** Some products of one category, each about as dear as the person's purse is full. */
function productsOf(
  { categories, numbers: { priceLoyalty } }: PeopleSettings,
  purse: number,
  draw: (ordinal: number) => number,
): readonly number[] {
  const category = Math.floor(draw(DRAW.category) * categories.length);
  const own = Math.sqrt(1 - priceLoyalty ** 2);
  const ranks: number[] = [];
  while (ranks.length < PRODUCTS) {
    const level = priceLoyalty * purse + own * normal(draw(DRAW.product + ranks.length));
    let rank = Math.min(Math.floor(normalShare(level) * PER_CATEGORY), PER_CATEGORY - 1);
    while (ranks.includes(rank)) rank = (rank + 1) % PER_CATEGORY;
    ranks.push(rank);
  }
  return ranks.map((rank) => productOfRank(category, rank));
}
