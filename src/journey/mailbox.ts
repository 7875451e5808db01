import { exponential } from "../random/distribution.ts";
import { UNITS } from "../time/duration.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import type { FactName } from "./fact.ts";
import {
  LETTER_DRAW,
  type Letter,
  appealOfMessage,
  delayOf,
  drawOf,
  idOf,
  opens,
} from "./letter.ts";
import type { Message } from "./life.ts";
import { nextWaking } from "./rhythm.ts";
import type { Body, Click } from "./shopper.ts";
import type { Cause } from "../model/truth.ts";
import type { Values } from "../model/event.ts";

/** The events of a letter, by which their ids are told apart. */
const RANK = { letter: 0, delivered: 1, machine: 2, open: 3, click: 4, unsubscribe: 5, spam: 6 };
/** A message is on its way for a second at least (simulation.md, 2.3), and for two in the median: assumed. */
const SHORTEST_TRANSIT = UNITS.s;
/** How long people take to get to their mail after waking, in the mean: assumed. */
const AFTER_WAKING = 45 * UNITS.min;
/** From reading to unsubscribing or complaining, median: assumed. */
const TO_WITHDRAW = 40 * UNITS.s;

/** One thing that is done with a letter. */
interface Deed {
  readonly at: Instant;
  readonly rank: number;
  readonly name: FactName;
  readonly cause: Cause;
  readonly properties: Values;
}

/** A person's inbox: what is delivered, opened by hand or by the mailbox itself, clicked, and refused. */
export class Mailbox {
  /** When the person unsubscribed or complained; `NEVER` so far. */
  withdrawnAt: Instant = NEVER;
  readonly #body: Body;
  readonly #click: (click: Click) => void;

  constructor(body: Body, click: (click: Click) => void) {
    this.#body = body;
    this.#click = click;
  }

  /** Takes a message that a rule sent. */
  receive({ at, flow: name, ordinal, subject }: Message): void {
    const { ground, traits } = this.#body;
    const { index } = traits;
    const flow = ground.keyOfFlow(`flow ${name}`);
    this.take(
      {
        flow,
        index,
        ordinal,
        deliveredAt: at,
        appeal: appealOfMessage(ground.settings),
        properties: {
          email_id: idOf({ flow, index, ordinal }, RANK.letter).toString(36),
          email_subject: subject,
          flow: name,
        },
      },
      at,
    );
  }

  /** Takes a letter that was sent at `sentAt`. */
  take(draft: Letter, sentAt: Instant): void {
    const transit = delayOf(draft, LETTER_DRAW.transit, { median: UNITS.s, sigma: 1 });
    const deliveredAt = (sentAt + SHORTEST_TRANSIT + transit) as Instant;
    const letter = { ...draft, deliveredAt };
    this.#body.agenda.add({
      at: deliveredAt,
      order: idOf(letter, RANK.delivered),
      run: () => this.#deliver(letter),
    });
  }

  #deliver(letter: Letter): void {
    const { deliveredAt: at, properties } = letter;
    const name = "Email Delivered";
    this.#emit(letter, { at, rank: RANK.delivered, name, cause: "system", properties });
    const machineAt = this.#openByMachine(letter);
    this.#openByHand(letter, machineAt);
  }

  /** Apple Mail fetches the pictures of most letters by itself (Mail Privacy Protection): an open without a reader. */
  #openByMachine(letter: Letter): Instant {
    const { ground, traits } = this.#body;
    const { numbers } = ground.settings;
    if (!traits.appleMail || drawOf(letter, LETTER_DRAW.machine) >= numbers.machineOpen)
      return NEVER;
    const isFast = drawOf(letter, LETTER_DRAW.machineKind) < numbers.machineFastShare;
    const median = isFast
      ? numbers.machineFastMedianMin * UNITS.min
      : numbers.machineSlowMedianH * UNITS.h;
    const shape = { median, sigma: numbers.machineSigma };
    const delay = delayOf(letter, LETTER_DRAW.machineDelay, shape);
    const at = (letter.deliveredAt + delay) as Instant;
    const properties = { ...letter.properties, mail_client: "apple_mail", machine_open: true };
    const name = "Email Opened";
    this.#later(letter, { at, rank: RANK.machine, name, cause: "machine-open", properties });
    return at;
  }

  /** The person opens the letter when awake. Once the mailbox has fetched the pictures, nobody sees that; a click still
   *  shows. */
  #openByHand(letter: Letter, machineAt: Instant): void {
    const { ground, traits } = this.#body;
    if (!opens(letter, traits.affinity, ground.settings.numbers.openAffinitySlope)) return;
    const at = this.#openingOf(letter);
    const mail_client = traits.appleMail ? "apple_mail" : "other";
    const properties = { ...letter.properties, mail_client };
    const name = "Email Opened";
    if (at < machineAt)
      this.#later(letter, { at, rank: RANK.open, name, cause: "human", properties });
    this.#answer(letter, at);
  }

  #openingOf(letter: Letter): Instant {
    const { ground, traits } = this.#body;
    const { openDelayMedianH, openDelaySigma, wakeH, sleepH } = ground.settings.numbers;
    const shape = { median: openDelayMedianH * UNITS.h, sigma: openDelaySigma };
    const delay = delayOf(letter, LETTER_DRAW.openDelay, shape);
    const wished = (letter.deliveredAt + delay) as Instant;
    const hours = { wake: wakeH * UNITS.h, sleep: sleepH * UNITS.h };
    const awake = nextWaking(traits.zone, wished, hours);
    if (awake === wished) return wished;
    const pause = exponential(AFTER_WAKING, drawOf(letter, LETTER_DRAW.wake));
    return (awake + Math.ceil(pause)) as Instant;
  }

  /** Of those who open, some click, some unsubscribe, and very few complain. */
  #answer(letter: Letter, openedAt: Instant): void {
    const { appeal, properties } = letter;
    const { clickDelayMedianS, clickDelaySigma } = this.#body.ground.settings.numbers;
    const follows = (draw: number, share: number): boolean =>
      drawOf(letter, draw) < share / appeal.open;
    const after = (draw: number, median: number): Instant =>
      (openedAt + delayOf(letter, draw, { median, sigma: clickDelaySigma })) as Instant;
    if (follows(LETTER_DRAW.click, appeal.click)) {
      const at = after(LETTER_DRAW.clickDelay, clickDelayMedianS * UNITS.s);
      const name = "Email Link Clicked";
      this.#later(letter, { at, rank: RANK.click, name, cause: "human", properties });
    }
    if (follows(LETTER_DRAW.unsubscribe, appeal.unsubscribe)) {
      const at = after(LETTER_DRAW.unsubscribeDelay, TO_WITHDRAW);
      this.#later(letter, {
        at,
        rank: RANK.unsubscribe,
        name: "Unsubscribed",
        cause: "human",
        properties,
      });
    }
    if (follows(LETTER_DRAW.complaint, appeal.complaint)) {
      const at = after(LETTER_DRAW.complaintDelay, TO_WITHDRAW);
      const name = "Email Marked as Spam";
      this.#later(letter, { at, rank: RANK.spam, name, cause: "human", properties });
    }
  }

  #later(letter: Letter, deed: Deed): void {
    const run = (): void => this.#emit(letter, deed);
    this.#body.agenda.add({ at: deed.at, order: idOf(letter, deed.rank), run });
  }

  #emit(letter: Letter, { at, rank, name, cause, properties }: Deed): void {
    const key = idOf(letter, rank);
    this.#body.emit({ key, name, at, cause, properties });
    if (rank === RANK.click) this.#click({ key, at, boost: letter.appeal.boost });
    if (rank === RANK.unsubscribe || rank === RANK.spam) this.#withdraw(at);
  }

  #withdraw(at: Instant): void {
    if (at < this.withdrawnAt) this.withdrawnAt = at;
  }
}
