import { Sender } from "../engine/sender.ts";
import { type Delivery, createDelivery } from "../feed/deliver.ts";
import { mayRepeat } from "../feed/settings.ts";
import type { Life } from "../journey/life.ts";
import { type People, createPeople } from "../journey/population.ts";
import type { Event, Values } from "../model/event.ts";
import type { ProfileLog } from "../model/log.ts";
import type { Profile } from "../model/profile.ts";
import type { TrueEvent } from "../model/truth.ts";
import type { Instant } from "../time/instant.ts";
import { Arrivals } from "./arrivals.ts";
import { policyOf } from "./holdout.ts";
import { Mailable } from "./mailable.ts";
import { type Deed, deedOf, deedsWithin } from "./deed.ts";
import { type Living, type SentMessage, deedsAfter, outcomesOf } from "./outcomes.ts";
import { PartsReading } from "./parts.ts";
import { PerfectReading } from "./perfect.ts";
import type { Plan } from "./plan.ts";
import { racesOf } from "./races.ts";

/** Hears of everything that happens to the profile at hand; for explanations, exports and our own checks. */
export interface Witness {
  happened?(event: TrueEvent): void;
  arrived?(event: Event): void;
}

/** A world in which the profiles of a plan live one after the other: truth, observation, engine, policy, response. */
export class World {
  readonly #plan: Plan;
  readonly #people: People;
  readonly #delivery: Delivery;
  readonly #sender: Sender;
  readonly #perfect: PerfectReading;
  readonly #parts: PartsReading;
  readonly #arrivals = new Arrivals();
  readonly #mailable = new Mailable();
  #happened: TrueEvent[] = [];
  #ordersKnown: Event[] = [];
  #posted = 0;
  #sent: SentMessage[] = [];
  #deeds: Deed[] = [];
  #events = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    const { segments, defaultZone, seed } = plan;
    this.#people = createPeople(plan.people, { seed, from: plan.from, to: plan.measure.end });
    this.#delivery = createDelivery(plan.feeds, seed);
    const uniqueIds = !mayRepeat(plan.feeds);
    this.#sender = new Sender(segments, { ...policyOf(plan), defaultZone, uniqueIds });
    this.#perfect = new PerfectReading(segments, defaultZone);
    this.#parts = new PartsReading(plan, { uniqueIds });
  }

  /** The id of a profile. */
  idOf(index: number): string {
    return this.#people.lifeOf(index).id;
  }

  /** Lets one profile live, and returns what was written down. */
  live(index: number, witness: Witness = {}): ProfileLog {
    const life = this.#people.lifeOf(index);
    this.#begin(life);
    for (
      let at = this.#nextInstant(life);
      at < this.#plan.measure.end;
      at = this.#nextInstant(life)
    ) {
      this.#step(life, at, witness);
    }
    this.#sender.engine.advanceTo((this.#plan.measure.end - 1) as Instant);
    return this.#logOf(life);
  }

  /** All that truly happened to the profile that lived last, in the order of time. */
  get happened(): readonly TrueEvent[] {
    return this.#happened;
  }

  #begin(life: Life): void {
    const profile: Profile = { id: life.id };
    this.#sender.reset(profile, this.#plan.from);
    this.#perfect.reset(profile, this.#plan.from);
    this.#parts.reset(profile);
    this.#arrivals.clear();
    this.#mailable.reset();
    this.#delivery.begin(life.index);
    this.#happened = [];
    this.#ordersKnown = [];
    this.#posted = 0;
    this.#sent = [];
    this.#deeds = [];
    this.#events = 0;
  }

  #nextInstant(life: Life): Instant {
    const next = Math.min(life.nextAt(), this.#arrivals.nextAt, this.#sender.engine.nextInstant);
    return next as Instant;
  }

  /** One instant: what truly happens, what arrives, what the engine makes of it, and the answers to what was sent. */
  #step(life: Life, at: Instant, witness: Witness): void {
    const { engine } = this.#sender;
    while (life.nextAt() <= at) this.#happen(life, witness);
    while (this.#arrivals.nextAt <= at) {
      const event = this.#arrivals.take();
      witness.arrived?.(event);
      if (event.name === "Order Completed") this.#ordersKnown.push(event);
      this.#mailable.take(event);
      engine.push(event);
      this.#parts.take(event);
    }
    if (engine.nextInstant > at) return; // nothing can have come of it: most instants
    engine.advanceTo(at);
    this.#post(life);
  }

  #happen(life: Life, witness: Witness): void {
    const events = life.advance();
    for (let index = 0; index < events.length; index++) {
      const event = events[index]!;
      this.#events += 1;
      const deed = deedOf(event);
      if (deed !== undefined) this.#deeds.push(deed);
      this.#happened.push(event);
      witness.happened?.(event);
      this.#perfect.take(event);
      this.#delivery.deliver(event, this.#receive);
    }
  }

  readonly #receive = (event: Event): void => this.#arrivals.add(event);

  /** Hands over what was sent since the last instant; ghosts reach nobody. The n-th message of a segment has the key
   *  (segment, n), and each of its follow-ups is a flow of its own. */
  #post(life: Life): void {
    const { sends } = this.#sender.outcome;
    for (; this.#posted < sends.length; this.#posted++) {
      const { at, segment, subject, payload, ghost, followUp } = sends[this.#posted]!;
      if (ghost) continue;
      const ordinal = sends
        .slice(0, this.#posted)
        .filter((each) => each.segment === segment && each.followUp === followUp).length;
      const { name } = this.#plan.segments[segment]!;
      const flow = followUp === undefined ? name : `${name} follow-up ${followUp + 1}`;
      const message = { at, flow, ordinal, subject, code: codeOf(payload) };
      this.#sent.push({ segment, message });
      life.receive(message);
    }
  }

  #logOf(life: Life): ProfileLog {
    const { index, id, zone, device } = life;
    const { outcome, engine, isConsentUnknown } = this.#sender;
    const { twin, measure } = this.#plan;
    const living = { people: this.#people, index, end: measure.end };
    const last = (measure.end - 1) as Instant;
    const deeds = this.#deeds;
    const twinDeeds = twin ? this.#twinDeedsOf(living) : undefined;
    const own = deedsWithin(deeds, measure.start, last);
    const twins = twinDeeds && deedsWithin(twinDeeds, measure.start, last);
    return {
      index,
      id,
      zone,
      device,
      zoneAssumed: engine.context.isZoneAssumed,
      consentUnknown: isConsentUnknown,
      unmailable: this.#mailable.stretches,
      events: this.#events,
      transitions: outcome.transitions,
      parts: this.#parts.finish(last),
      decisions: outcome.decisions,
      sends: outcome.sends,
      truth: {
        perfect: this.#perfect.finish(last),
        intents: life.intents(),
        missions: outcome.transitions.length > 0 ? life.missions() : undefined,
        orders: own.orders,
        twinOrders: twins?.orders,
        worlds: twins && { with: own, without: twins },
        outcomes: twinDeeds && outcomesOf(living, this.#sent, { deeds, twinDeeds }),
        races: racesOf(this.#sent, this.#happened, this.#ordersKnown),
      },
    };
  }

  /** The deeds of the same person without the rules' sends. Who was sent nothing lives the same life twice. */
  #twinDeedsOf(living: Living): readonly Deed[] {
    return this.#sent.length === 0 ? this.#deeds : deedsAfter(living, []);
  }
}

/** The code in a message that lowers the price. */
function codeOf(payload: Values): string | undefined {
  const code = payload["discount_code"];
  return typeof code === "string" ? code : undefined;
}
