import { PROFILE_UPDATED } from "../model/event.ts";
import type { IntentSpan, TrueEvent } from "../model/truth.ts";
import { hashId } from "../random/stream.ts";
import type { Instant } from "../time/instant.ts";
import { Agenda } from "./agenda.ts";
import { type Fact, eventOf } from "./fact.ts";
import type { Ground } from "./ground.ts";
import { intentsOf } from "./intents.ts";
import type { Life, Message } from "./life.ts";
import { Mailbox } from "./mailbox.ts";
import { subscribe } from "./mailings.ts";
import { type Body, Shopper } from "./shopper.ts";
import { type Traits, traitsOf } from "./traits.ts";

const FIRST_UPDATE = 0;

/** A synthetic person: a shopper with a mailbox, and a record of both in the CRM. */
export class Person implements Life {
  readonly index: number;
  readonly id: string;
  readonly zone: string;
  readonly device: string;
  readonly #ground: Ground;
  readonly #traits: Traits;
  readonly #agenda: Agenda;
  readonly #shopper: Shopper;
  readonly #mailbox: Mailbox;
  #events: TrueEvent[] = [];

  constructor(ground: Ground, index: number) {
    const traits = traitsOf(ground, index);
    this.index = index;
    this.id = traits.id;
    this.zone = traits.zone.name;
    this.device = traits.device;
    this.#ground = ground;
    this.#traits = traits;
    this.#agenda = new Agenda(ground.to);
    const emit = (fact: Fact): void => void this.#events.push(eventOf(fact));
    const body: Body = { ground, traits, agenda: this.#agenda, emit };
    this.#agenda.add({ at: ground.from, order: -1, run: () => emit(this.#record()) });
    this.#shopper = new Shopper(body);
    this.#mailbox = new Mailbox(body, (click) => this.#shopper.click(click));
    subscribe(body, this.#mailbox);
  }

  nextAt(): Instant {
    return this.#agenda.nextAt;
  }

  advance(): readonly TrueEvent[] {
    this.#events = [];
    this.#agenda.runNext();
    if (this.#events.length > 1) this.#events.sort((a, b) => a.sequence - b.sequence);
    return this.#events;
  }

  receive(message: Message): void {
    this.#mailbox.receive(message);
  }

  intents(): readonly IntentSpan[] {
    const reachableUntil = this.#traits.consent ? this.#mailbox.withdrawnAt : this.#ground.from;
    return intentsOf(this.#shopper.missions, { reachableUntil, to: this.#ground.to });
  }

  /** What the CRM knows of the person from the start. */
  #record(): Fact {
    const { traits, ground } = { traits: this.#traits, ground: this.#ground };
    return {
      key: hashId(ground.streams.ids, traits.index, FIRST_UPDATE),
      name: PROFILE_UPDATED,
      at: ground.from,
      cause: "system",
      place: traits.place,
      zone: traits.zone.name,
      properties: {
        ...traits.place,
        timezone: traits.zone.name,
        consent: traits.consent,
        lifetime_orders: traits.earlierOrders,
      },
    };
  }
}
