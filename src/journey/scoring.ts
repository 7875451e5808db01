import { PROFILE_UPDATED } from "../model/event.ts";
import { normal } from "../random/distribution.ts";
import { hashId, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, dayAt, getZone, instantOfWall } from "../time/zone.ts";
import type { Body } from "./body.ts";
import { eventOf } from "./fact.ts";
import type { Propensity } from "./propensity.ts";
import { HORIZON, type Scorer } from "./score.ts";
import type { Shopper } from "./shopper.ts";

const DRAW = { coverage: -1, id: 7 } as const;

/** Has a score worked out every night, as nightly history carries it; a person without one never gets one. */
export function keepScore(body: Body, shopper: Shopper): void {
  const { ground, traits } = body;
  const { propensity } = ground.settings;
  if (propensity === undefined || ground.scorer === undefined) return;
  const { coverage, zone } = propensity;
  if (uniform(ground.streams.score, traits.index, DRAW.coverage) >= coverage) return;
  planNight(
    { body, shopper, propensity, scorer: ground.scorer },
    dayAt(getZone(zone), ground.from),
  );
}

interface Keeping {
  readonly body: Body;
  readonly shopper: Shopper;
  readonly propensity: Propensity;
  readonly scorer: Scorer;
}

function planNight(keeping: Keeping, day: number): void {
  const { body, propensity } = keeping;
  const { ground, traits, agenda, emit, isHeard } = body;
  const at = instantOfWall(getZone(propensity.zone), day * DAY_MS + propensity.at);
  const key = hashId(ground.streams.score, traits.index, day, DRAW.id);
  const run = (): void => {
    const name = PROFILE_UPDATED;
    if (isHeard(name)) {
      const properties = { propensity: scoreOf(keeping, at, day) };
      emit(eventOf({ key, name, at, cause: "system", feed: "history", properties }));
    }
    planNight(keeping, day + 1);
  };
  if (at < ground.from) planNight(keeping, day + 1);
  else agenda.add({ at, order: key, run });
}

function scoreOf({ body, shopper, propensity, scorer }: Keeping, at: Instant, day: number): number {
  const { ground, traits } = body;
  const { slope, bias, noise } = propensity;
  const chance = Math.min(Math.max(chanceAt(body, shopper, { scorer, at }), 1e-6), 1 - 1e-6);
  const z = noise === 0 ? 0 : normal(uniform(ground.streams.score, traits.index, day));
  const logit = slope * Math.log(chance / (1 - chance)) + bias + noise * z;
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}

/** The chance that somebody buys within seven days of `at`, given all that is hidden, and no further mail. */
export function chanceAt(
  { ground, traits }: Body,
  shopper: Shopper,
  { scorer, at }: { readonly scorer: Scorer; readonly at: Instant },
): number {
  let none = 1;
  for (const { wants, type, state, cart, nextAt } of shopper.openAt(at)) {
    if (!wants) continue;
    const wait = nextAt - at;
    none *= 1 - scorer.chanceOf({ type, state, isCartFilled: cart.length > 0, wait });
  }
  if (shopper.isLostAt(at)) return 1 - none;
  const begun = (traits.missionsPerDay * HORIZON) / UNITS.d;
  return 1 - none * Math.exp(-begun * chanceOfNew(ground, traits, scorer));
}

function chanceOfNew(
  { settings }: Body["ground"],
  { kind }: Body["traits"],
  scorer: Scorer,
): number {
  const { missions, missionTypes, numbers } = settings;
  const total = Object.values(missions).reduce((sum, share) => sum + share, 0);
  const mixed = Object.entries(missions).reduce(
    (sum, [name, share]) => sum + (share / total) * scorer.chanceOfNew(missionTypes[name]!),
    0,
  );
  return numbers.kindLoyalty * scorer.chanceOfNew(kind.type) + (1 - numbers.kindLoyalty) * mixed;
}
