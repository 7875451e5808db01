import { choose } from "../random/distribution.ts";
import { uniform } from "../random/stream.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import { DAY_MS } from "../time/zone.ts";
import { CATEGORIES, PER_CATEGORY } from "./catalogue.ts";
import type { Ground } from "./ground.ts";
import { MISSION_KINDS, type MissionKind } from "./settings.ts";
import type { Traits } from "./traits.ts";

/** One purchase in somebody's mind, or one idle look around: what its visits have in common. */
export interface Mission {
  /** Which mission this is: made of the UTC day and the number of the candidate, so the same in every world. */
  readonly key: number;
  readonly kind: MissionKind;
  /** Whether the person truly wants to buy. */
  readonly wants: boolean;
  readonly start: Instant;
  /** The products in question, as indexes of the catalogue. */
  readonly products: readonly number[];
  /** How many natural visits it has had. */
  visits: number;
  /** What of it is in the cart, and since when. */
  readonly cart: number[];
  cartedAt: Instant;
  /** When it was over: bought, or the wish had faded. `NEVER` while that is not known. */
  end: Instant;
}

/** Chances a day for a mission to begin. Nobody begins more in the mean than half of them, at the quietest of hours. */
const CANDIDATES = 4;
const DRAW = { kind: 1, own: 2, wants: 3, category: 4, product: 5 } as const;
const PRODUCTS = 3;

/** The missions that begin within the span, by thinning candidates at keyed instants of each UTC day, in the order of
 *  days. Chances above 1 count as 1. */
export function missionStarts(ground: Ground, traits: Traits): readonly Mission[] {
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
      if (at < from || at >= to || u >= chance * rhythm.intensityAt(traits.zone, at)) continue;
      missions.push(createMission(ground, traits, { key, start: at }));
    }
  }
  return missions;
}

function createMission(
  { settings, streams, kindWeights }: Ground,
  { index, kind: ownKind }: Traits,
  { key, start }: { readonly key: number; readonly start: Instant },
): Mission {
  const draw = (ordinal: number): number => uniform(streams.mission, index, key, ordinal);
  const mixed = MISSION_KINDS[choose(kindWeights, draw(DRAW.kind))]!;
  const kind = draw(DRAW.own) < settings.numbers.kindLoyalty ? ownKind : mixed;
  const category = Math.floor(draw(DRAW.category) * CATEGORIES.length);
  const first = Math.floor(draw(DRAW.product) * PER_CATEGORY);
  const products = Array.from(
    { length: PRODUCTS },
    (_, step) => category * PER_CATEGORY + ((first + step * 7) % PER_CATEGORY),
  );
  const wants = draw(DRAW.wants) < settings.habits[kind].wants;
  return {
    key,
    kind,
    wants,
    start,
    products,
    visits: 0,
    cart: [],
    cartedAt: NEVER,
    end: NEVER,
  };
}
