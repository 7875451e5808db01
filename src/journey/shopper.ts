import { PROFILE_UPDATED } from "../model/event.ts";
import { delayAt } from "./delay.ts";
import { hashId, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import { basketAt, emptyCarts, isOpenAt, putInCart, showsCart, uppermostAt } from "./basket.ts";
import type { Body } from "./body.ts";
import { eventOf } from "./fact.ts";
import { isEnd, turnAt } from "./mission-type.ts";
import { type Mission, missionStarts, promptedMission } from "./mission.ts";
import { DEVICES, type Device } from "./device.ts";
import { NAME_OF, eventOfStep } from "./site/step-event.ts";
import type { Act } from "./site/visit-plan.ts";
import { type Occasion, type Visit, beginVisit, cookieOf } from "./site/visit.ts";
import { Wake } from "./wake.ts";

/** Visits of one mission have consecutive keys. */
const MOST_VISITS = 64;
const DRAW = { turn: 0, delay: 1, fade: 2, skips: 3 } as const;
const LIFETIME_ORDERS = 1;
/** The shortest pause between two visits of a mission: below it they would be one. */
const SHORTEST_PAUSE = UNITS.h / 2;

/** The form that a person would fill in, and what follows from it. */
export interface Forms {
  formAt(at: Instant): string;
  onForm(at: Instant): void;
}

/** A person in the shop: missions, their visits, the cart. One visit at a time. */
export class Shopper {
  /** Those that have begun, and those of the person's own that will. */
  missions: readonly Mission[];
  /** A bit for each of `DEVICES` that the shop knows to be this person's. */
  known: number;
  readonly #body: Body;
  readonly #forms: Forms;
  readonly #wake: Wake;
  #orders: number;
  /** Until when a visit goes on. */
  #busyUntil = -Infinity;
  /** From when on the person is lost to the shop. */
  #lostAt: Instant = NEVER;
  /** When the last order was made. */
  #boughtAt = -Infinity;

  constructor(body: Body, forms: Forms) {
    const { ground, traits, where } = body;
    this.#body = body;
    this.#forms = forms;
    this.#orders = traits.earlierOrders;
    this.known = traits.known;
    this.#wake = new Wake(body, (key, at, origin) => this.visit(key, at, origin));
    this.missions = missionStarts(ground, traits, where);
    for (const mission of this.missions) this.#schedule(mission, mission.start);
  }

  /** Starts a visit that something else than a mission entailed, in the mission that is most on the person's mind; one that
   *  would fall into another visit is folded into that. `least` is what a click adds to the readiness to buy. */
  visit(key: number, at: Instant, origin: Occasion["origin"], least = 0): void {
    if (at <= this.#busyUntil) return;
    const own = this.#body.persuasion.boostAt(at);
    const boost = own < 0 ? own : Math.max(own, least);
    const open = uppermostAt(this.missions, at);
    const mission = open?.wants === true ? open : (this.#prompted(key, at, origin) ?? open);
    this.#begin({ key, at, mission, origin, boost });
  }

  /** Mail makes recent buyers, now and then, want something more, and wins some back who were lost to the shop; not those
   *  whom it puts off. */
  #prompted(visit: number, at: Instant, origin: Occasion["origin"]): Mission | undefined {
    const { ground, traits } = this.#body;
    const isRecent = at - this.#boughtAt < ground.settings.numbers.recentD * UNITS.d;
    if (origin === "echo" || !isRecent || traits.isSleepingDog) return undefined;
    const mission = promptedMission(ground, traits, { visit, start: at, range: MOST_VISITS });
    if (mission === undefined) return undefined;
    const later = this.missions.findIndex(({ start }) => start > at);
    const place = later < 0 ? this.missions.length : later;
    this.missions = this.missions.toSpliced(place, 0, mission);
    return mission;
  }

  /** When the visit that goes on is over. */
  get busyUntil(): number {
    return this.#busyUntil;
  }

  /** Plans the next natural visit of a mission. One that falls into another visit waits until that is over. */
  #schedule(mission: Mission, at: Instant): void {
    const key = mission.key * MOST_VISITS + mission.visits;
    mission.nextAt = at;
    const run = (now: Instant): void => {
      if (mission.visits === 0 && now >= this.#lostAt) mission.end = mission.start;
      if (now >= mission.end) return;
      if (now <= this.#busyUntil) {
        this.#schedule(mission, (this.#busyUntil + UNITS.min) as Instant);
        return;
      }
      const { ground, traits, persuasion } = this.#body;
      if (uniform(ground.streams.turn, traits.index, key, DRAW.skips) < persuasion.lossAt(now))
        this.#turn(mission, { key, at: now });
      else
        this.#begin({ key, at: now, mission, origin: "mission", boost: persuasion.boostAt(now) });
    };
    this.#body.agenda.add({ at, order: key, run });
  }

  #begin(occasion: Occasion): void {
    const { ground, traits, where } = this.#body;
    const { known } = this;
    const stay = where.at(occasion.at);
    const visit = beginVisit(ground, { traits, known, stay }, occasion);
    this.#busyUntil = visit.times[visit.times.length - 1]!;
    if (occasion.mission !== undefined) occasion.mission.device = visit.device;
    this.#walk(visit);
  }

  /** Takes one step of a visit after the other, the first at once; those that change nothing only if somebody hears of
   *  them. One task for all: a new one for each would be garbage. */
  #walk(visit: Visit): void {
    const { times, key: order } = visit;
    const last = times.length - 1;
    let step = 0;
    const run = (now: Instant): void => {
      this.#step(visit, step);
      if (step === last) return this.#leave(visit, now);
      do step += 1;
      while (step < last && !this.#matters(visit.steps[step]!.act));
      task.at = times[step]!;
      return this.#body.agenda.add(task);
    };
    const task = { at: times[0]!, order, run };
    run(task.at);
  }

  #matters(act: Act): boolean {
    return (act !== "page" && act !== "product") || this.#body.isHeard(NAME_OF[act]);
  }

  #step(visit: Visit, step: number): void {
    const { mission } = visit;
    const at = visit.times[step]!;
    const { act, product } = visit.steps[step]!;
    if (mission !== undefined && act === "add") putInCart(mission, product, at);
    const reveals = this.#reveal(visit, step);
    if (this.#body.isHeard(NAME_OF[act])) this.#tell(visit, step, reveals);
    if (act === "order" && mission !== undefined) this.#order(at, mission);
    if (act === "form") this.#forms.onForm(at);
  }

  #tell(visit: Visit, step: number, reveals: number | undefined): void {
    const { ground, where, persuasion, traits, emit } = this.#body;
    const at = visit.times[step]!;
    const { act } = visit.steps[step]!;
    emit(
      eventOfStep(ground, {
        index: traits.index,
        stay: where.at(at),
        visit,
        step,
        cart: showsCart(act) ? basketAt(this.missions, at, visit.mission) : NOTHING,
        code: act === "order" ? persuasion.codeAt(at) : undefined,
        form: act === "form" ? this.#forms.formAt(at) : "",
        anonymous: this.#isKnown(visit.device) ? undefined : visit.anonymous,
        reveals,
      }),
    );
  }

  #isKnown(device: Device): boolean {
    return ((this.known >> DEVICES.indexOf(device)) & 1) === 1;
  }

  /** A device is known from the first click on a letter, login, checkout or form on it on. */
  #reveal(visit: Visit, step: number): number | undefined {
    const { act } = visit.steps[step]!;
    const { device } = visit;
    const tells =
      (visit.origin === "click" && step === 0) ||
      act === "sign_in" ||
      act === "checkout" ||
      act === "form";
    if (!tells || this.#isKnown(device)) return undefined;
    this.known |= 1 << DEVICES.indexOf(device);
    return cookieOf(this.#body.ground, this.#body.traits.index, device);
  }

  /** Ends a visit: another follows, or the wish begins to fade. A visit that something else entailed only prolongs the
   *  wish. */
  #leave({ mission, origin, key }: Visit, at: Instant): void {
    this.#wake.follow(key, at);
    if (mission === undefined || mission.hasBought) return;
    if (origin === "mission" || mission.begunBy === key) this.#turn(mission, { key, at });
    else if (mission.end <= at) mission.end = (at + 1) as Instant;
  }

  /** Turns a mission after the visit with that key into its next state, or towards its end. */
  #turn(mission: Mission, { key, at }: { readonly key: number; readonly at: Instant }): void {
    const { ground, traits, where, persuasion } = this.#body;
    const draw = (what: number): number => uniform(ground.streams.turn, traits.index, key, what);
    mission.visits += 1;
    mission.nextAt = Infinity;
    const facts = {
      isCartFilled: mission.cart.length > 0,
      visits: mission.visits,
      hasOpened: persuasion.hasReadSince(mission.start),
    };
    const turn = turnAt(mission.state, facts, draw(DRAW.turn));
    if (turn === undefined || isEnd(turn.to) || mission.visits === MOST_VISITS) {
      mission.isFading = true;
      const fade = turn === undefined ? mission.type.fade : turn.after;
      mission.end = (at + Math.max(delayAt(fade, draw(DRAW.fade)), 1)) as Instant;
      return;
    }
    mission.state = mission.type.states[turn.to]!;
    const pause = Math.max(delayAt(turn.after, draw(DRAW.delay)), SHORTEST_PAUSE);
    const visit = { index: traits.index, key: key + 1 };
    const due = (at + pause) as Instant;
    const { zone } = where.at(due);
    this.#schedule(mission, ground.rhythm.settle(ground.streams.visitWhen, visit, due, zone));
  }

  /** An order empties the cart, and some people are lost after it. */
  #order(at: Instant, mission: Mission): void {
    const { ground, traits, emit } = this.#body;
    const { streams } = ground;
    emptyCarts(this.missions, at, mission);
    if (uniform(streams.churn, traits.index, mission.key) < traits.dropout) this.#lose(at);
    this.#orders += 1;
    this.#boughtAt = at;
    const key = hashId(streams.ids, traits.index, at, LIFETIME_ORDERS);
    const properties = { lifetime_orders: this.#orders };
    emit(eventOf({ key, name: PROFILE_UPDATED, at, cause: "system", properties }));
  }

  /** Whoever is lost to the shop wants nothing more of it, unless a letter prompts it. */
  #lose(at: Instant): void {
    this.#lostAt = Math.min(this.#lostAt, at) as Instant;
    for (const mission of this.openAt(at)) mission.end = at;
  }

  /** The missions that are open at `at`. */
  openAt(at: Instant): readonly Mission[] {
    return this.missions.filter((each) => isOpenAt(each, at));
  }

  /** Whether the person is lost to the shop at `at`. */
  isLostAt(at: Instant): boolean {
    return at >= this.#lostAt;
  }
}

const NOTHING: readonly number[] = [];
