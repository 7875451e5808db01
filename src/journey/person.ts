import { PROFILE_UPDATED, type Values } from "../model/event.ts";
import type { IntentSpan, MissionSpan, TrueEvent } from "../model/truth.ts";
import { exponential } from "../random/distribution.ts";
import { hashId, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { Agenda } from "./agenda.ts";
import type { Body } from "./body.ts";
import { type FactName, eventOf } from "./fact.ts";
import type { Ground } from "./ground.ts";
import { intentsOf } from "./intents.ts";
import type { Life, Message } from "./life.ts";
import type { Letter } from "./mail/letter.ts";
import { Mailbox } from "./mail/mailbox.ts";
import { subscribe } from "./mail/mailings.ts";
import { Persuasion } from "./persuasion.ts";
import { keepScore } from "./scoring.ts";
import { Shopper } from "./shopper.ts";
import { admitStranger } from "./stranger.ts";
import { traitsOf } from "./traits.ts";
import { Wake } from "./wake.ts";
import { Whereabouts } from "./whereabouts.ts";

const DRAW = { record: 0, signUp: 2, landing: 103 } as const;

/** A synthetic person: a shopper with a mailbox, and a record of both in the CRM. */
export class Person implements Life {
  readonly index: number;
  readonly id: string;
  readonly zone: string;
  readonly device: string;
  readonly #body: Body;
  readonly #shopper: Shopper;
  readonly #mailbox: Mailbox;
  #events: TrueEvent[] = [];

  constructor(ground: Ground, index: number, hears?: ReadonlySet<string>) {
    const traits = traitsOf(ground, index);
    const { zone, place, consent } = traits;
    this.index = index;
    this.id = traits.id;
    this.zone = zone.name;
    this.device = traits.device;
    const isHeard = (name: FactName): boolean => hears === undefined || hears.has(name);
    const emit = (event: TrueEvent): void => {
      if (hears === undefined || hears.has(event.name)) this.#events.push(event);
    };
    const where = new Whereabouts(ground, index, { zone, place });
    const persuasion = new Persuasion(ground, traits);
    const agenda = new Agenda(ground.to);
    const body: Body = { ground, traits, where, persuasion, agenda, emit, isHeard };
    this.#body = body;
    body.agenda.add({ at: ground.from, order: -1, run: () => this.#record() });
    // Given, not assigned later: V8 then keeps thousands of past people alive through a minor collection.
    this.#shopper = new Shopper(body, {
      formAt: () => (this.#mailbox.permission.isGiven ? "back_in_stock" : "newsletter"),
      onForm: (at) => this.#signUp(at),
    });
    this.#mailbox = new Mailbox(body, this.#reader());
    if (consent) this.#admit(ground.from);
    admitStranger(body, this.#shopper);
    keepScore(body, this.#shopper);
  }

  nextAt(): Instant {
    return this.#body.agenda.nextAt;
  }

  advance(): readonly TrueEvent[] {
    this.#events = [];
    this.#body.agenda.runNext();
    if (this.#events.length > 1) this.#events.sort((a, b) => a.sequence - b.sequence);
    return this.#events;
  }

  receive(message: Message): void {
    this.#mailbox.receive(message);
  }

  intents(): readonly IntentSpan[] {
    const { to } = this.#body.ground;
    return intentsOf(this.#shopper.missions, {
      reachable: this.#mailbox.permission.stretches(to),
      to,
    });
  }

  missions(): readonly MissionSpan[] {
    const { to } = this.#body.ground;
    return this.#shopper.missions.map(({ kind, start, end }) => ({
      kind,
      from: start,
      to: Math.min(end, to) as Instant,
    }));
  }

  #reader(): ConstructorParameters<typeof Mailbox>[1] {
    const { persuasion, ground } = this.#body;
    const wake = new Wake(this.#body, (key, at, origin) => this.#shopper.visit(key, at, origin));
    return {
      wants: (at) => this.#shopper.openAt(at).some(({ wants }) => wants),
      read: ({ flow, index, ordinal, appeal, code }: Letter, at, boost) => {
        persuasion.expose({ at, boost, code });
        wake.recall(hashId(flow, index, ordinal), at, appeal.visit);
      },
      click: (key, at, boost) => {
        const { index } = this.#body.traits;
        const visitKey = hashId(ground.streams.visit, index, key, DRAW.landing);
        const u = uniform(ground.streams.visit, index, visitKey, DRAW.landing);
        const landing = (at + Math.ceil(exponential(3 * UNITS.s, u))) as Instant;
        const run = (now: Instant): void => this.#shopper.visit(visitKey, now, "click", boost);
        this.#body.agenda.add({ at: landing, order: visitKey, run });
      },
    };
  }

  /** Whoever signs up for the newsletter may be written to from then on. */
  #signUp(at: Instant): void {
    const { ground, traits } = this.#body;
    if (this.#mailbox.permission.isGiven) return;
    this.#admit(at);
    if (!this.#mailbox.permission.isGiven) return;
    const key = hashId(ground.streams.ids, traits.index, at, DRAW.signUp);
    this.#update(key, at, { consent: true });
  }

  #admit(at: Instant): void {
    this.#mailbox.permission.grant(at);
    if (this.#mailbox.permission.isGiven) subscribe(this.#body, this.#mailbox, at);
  }

  /** What the CRM knows of the person from the start. */
  #record(): void {
    const { traits, ground } = this.#body;
    this.#update(hashId(ground.streams.ids, traits.index, DRAW.record), ground.from, {
      ...traits.place,
      timezone: traits.zone.name,
      consent: traits.consent,
      lifetime_orders: traits.earlierOrders,
    });
  }

  #update(key: number, at: Instant, properties: Values): void {
    const { traits, emit } = this.#body;
    const { place, zone } = traits;
    const name = PROFILE_UPDATED;
    emit(eventOf({ key, name, at, cause: "system", place, zone: zone.name, properties }));
  }
}
