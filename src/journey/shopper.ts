import { exponential, logNormalMs } from "../random/distribution.ts";
import { hashId, uniform } from "../random/stream.ts";
import { PROFILE_UPDATED } from "../model/event.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { Agenda } from "./agenda.ts";
import type { Fact } from "./fact.ts";
import type { Ground } from "./ground.ts";
import { type Mission, missionStarts } from "./mission.ts";
import type { Traits } from "./traits.ts";
import type { Act } from "./visit-plan.ts";
import { type Occasion, type Visit, beginVisit, factOfStep } from "./visit.ts";

/** What a life is made of: what all share, who it is, what lies ahead, and where facts go. */
export interface Body {
  readonly ground: Ground;
  readonly traits: Traits;
  readonly agenda: Agenda;
  readonly emit: (fact: Fact) => void;
}

/** A click on a message: `key` says which message, `boost` what it does to the readiness to buy. */
export interface Click {
  readonly key: number;
  readonly at: Instant;
  readonly boost: number;
}

/** Visits of one mission have consecutive keys. */
const MOST_VISITS = 64;
const DRAW = { goesOn: 100, gap: 101, fade: 102, landing: 103, pause: 104 } as const;
const LIFETIME_ORDERS = 1;

/** A person in the shop: missions, their visits, the cart. One visit at a time. */
export class Shopper {
  readonly missions: readonly Mission[];
  readonly #body: Body;
  #orders: number;
  /** Until when a visit goes on. */
  #busyUntil = -Infinity;

  constructor(body: Body) {
    this.#body = body;
    this.#orders = body.traits.earlierOrders;
    this.missions = missionStarts(body.ground, body.traits);
    for (const mission of this.missions) this.#schedule(mission, mission.start);
  }

  /** Takes a click on a message. It starts a visit, in the mission that is most on the person's mind; one that would
   *  fall into another visit is folded into that. */
  click({ key, at, boost }: Click): void {
    const { ground, traits } = this.#body;
    const visitKey = hashId(ground.streams.visit, traits.index, key, DRAW.landing);
    const u = uniform(ground.streams.visit, traits.index, visitKey, DRAW.landing);
    const landing = (at + Math.ceil(exponential(3 * UNITS.s, u))) as Instant;
    const run = (now: Instant): void => {
      if (now <= this.#busyUntil) return;
      const mission = this.#uppermost(now);
      this.#begin({ key: visitKey, at: now, mission, isFirst: false, boost });
    };
    this.#body.agenda.add({ at: landing, order: visitKey, run });
  }

  /** Plans the next natural visit of a mission. One that falls into another visit waits until that is over. */
  #schedule(mission: Mission, at: Instant): void {
    const key = mission.key * MOST_VISITS + mission.visits;
    const run = (now: Instant): void => {
      if (now >= mission.end) return;
      if (now <= this.#busyUntil) {
        this.#schedule(mission, (this.#busyUntil + UNITS.min) as Instant);
        return;
      }
      this.#begin({ key, at: now, mission, isFirst: mission.visits === 0, boost: undefined });
    };
    this.#body.agenda.add({ at, order: key, run });
  }

  #begin(occasion: Occasion): void {
    const { ground, traits } = this.#body;
    const visit = beginVisit(ground, traits, occasion);
    this.#busyUntil = visit.times[visit.times.length - 1]!;
    this.#step(visit, 0);
  }

  #step(visit: Visit, step: number): void {
    const { ground, traits, agenda, emit } = this.#body;
    const { mission } = visit;
    const at = visit.times[step]!;
    const { act, product } = visit.steps[step]!;
    if (mission !== undefined && act === "add") putInCart(mission, product, at);
    emit(
      factOfStep(ground, traits, {
        visit,
        step,
        cart: showsCart(act) ? this.#cartAt(at, mission) : NOTHING,
      }),
    );
    if (act === "order") this.#order(at, mission);
    const next = step + 1;
    if (next === visit.steps.length) this.#leave(visit, at);
    else
      agenda.add({ at: visit.times[next]!, order: visit.key, run: () => this.#step(visit, next) });
  }

  /** Ends a visit: another follows, or the wish begins to fade. A visit that a message caused only prolongs the wish. */
  #leave({ mission, boost, key }: Visit, at: Instant): void {
    if (mission === undefined || hasBought(mission, at)) return;
    if (boost !== undefined) {
      if (mission.end <= at) mission.end = (at + 1) as Instant;
      return;
    }
    const { ground, traits } = this.#body;
    const { habits, numbers } = ground.settings;
    const draw = (ordinal: number): number =>
      uniform(ground.streams.visit, traits.index, key, ordinal);
    mission.visits += 1;
    if (draw(DRAW.goesOn) < habits[mission.kind].goesOn && mission.visits < MOST_VISITS) {
      const shape = { median: numbers.visitGapMedianH * UNITS.h, sigma: numbers.visitGapSigma };
      const gap = logNormalMs(shape, draw(DRAW.gap));
      const due = (at + Math.max(gap, UNITS.h / 2)) as Instant;
      const visit = { index: traits.index, key: key + 1 };
      this.#schedule(
        mission,
        ground.rhythm.settle(ground.streams.visitWhen, visit, due, traits.zone),
      );
    } else {
      const shape = { median: numbers.wishFadeMedianH * UNITS.h, sigma: numbers.wishFadeSigma };
      const fade = logNormalMs(shape, draw(DRAW.fade));
      mission.end = (at + Math.max(fade, 1)) as Instant;
    }
  }

  /** An order takes all that is in the cart, and ends every mission that had put something there. */
  #order(at: Instant, own: Mission | undefined): void {
    const { ground, traits, emit } = this.#body;
    for (const mission of this.missions) {
      if (mission !== own && (mission.start > at || mission.end <= at)) continue;
      if (mission.cart.length > 0) mission.end = at;
    }
    this.#orders += 1;
    emit({
      key: hashId(ground.streams.ids, traits.index, at, LIFETIME_ORDERS),
      name: PROFILE_UPDATED,
      at,
      cause: "system",
      properties: { lifetime_orders: this.#orders },
    });
  }

  /** What lies in the cart: the things of the missions that are not over. */
  #cartAt(at: Instant, own: Mission | undefined): readonly number[] {
    const open = this.missions.filter(
      (each) => each === own || (each.start <= at && at < each.end),
    );
    return [...new Set(open.flatMap(({ cart }) => cart))];
  }

  /** The open mission that a message speaks to: one that wants what is in the cart, else the latest. */
  #uppermost(at: Instant): Mission | undefined {
    const open = this.missions.filter(({ start, end }) => start <= at && at < end);
    return open.findLast(({ wants, cart }) => wants && cart.length > 0) ?? open.at(-1);
  }
}

const NOTHING: readonly number[] = [];

function showsCart(act: Act): boolean {
  return act === "cart" || act === "checkout" || act === "order";
}

function hasBought(mission: Mission, at: Instant): boolean {
  return mission.cart.length > 0 && mission.end === at;
}

function putInCart(mission: Mission, product: number, at: Instant): void {
  mission.cart.push(product);
  if (at < mission.cartedAt) mission.cartedAt = at;
}
