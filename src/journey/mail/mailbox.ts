import { spelt } from "../../random/spelling.ts";
import { UNITS } from "../../time/duration.ts";
import { type Instant, NEVER } from "../../time/instant.ts";
import type { Body } from "../body.ts";
import type { Message } from "../life.ts";
import { type Deed, RANK, emitDeed, planDeed } from "./deed.ts";
import { Fatigue } from "./fatigue.ts";
import {
  LETTER_DRAW,
  type Letter,
  appealOfMessage,
  delayOf,
  drawOf,
  drawsAt,
  idOf,
} from "./letter.ts";
import { Permission } from "./permission.ts";
import { type Reader, readByHand } from "./reader.ts";

/** A message is on its way for a second at least (simulation.md, 2.3), and for two in the median: assumed. */
const SHORTEST_TRANSIT = UNITS.s;
/** A scanner clicks within five seconds of the delivery (Live Direct Marketing guide). */
const SCANNED_WITHIN = 5 * UNITS.s;

/** A person's inbox: what is delivered or bounces, is opened by the mailbox itself, and what a scanner clicks. */
export class Mailbox {
  readonly permission = new Permission();
  readonly #body: Body;
  readonly #fatigue: Fatigue;
  readonly #reader: Reader;

  constructor(body: Body, reader: Omit<Reader, "withdraw">) {
    this.#body = body;
    this.#fatigue = new Fatigue(body.ground.settings);
    this.#reader = { ...reader, withdraw: (at) => this.permission.withdraw(at) };
  }

  /** Takes a message that a rule sent. */
  receive({ at, flow: name, ordinal, subject, code }: Message): void {
    const { ground, traits } = this.#body;
    const { index } = traits;
    const flow = ground.keyOfFlow(`flow ${name}`);
    const address = { flow, index, ordinal };
    const properties = {
      email_id: spelt(idOf(address, RANK.letter)),
      email_subject: subject,
      flow: name,
    };
    const appeal = appealOfMessage(ground.settings);
    const draws = drawsAt(address);
    this.take({ ...address, draws, deliveredAt: at, appeal, code, properties }, at);
  }

  /** Takes a letter that was sent at `sentAt`. */
  take(draft: Letter, sentAt: Instant): void {
    const transit = delayOf(draft, LETTER_DRAW.transit, { median: UNITS.s, sigma: 1 });
    const deliveredAt = (sentAt + SHORTEST_TRANSIT + transit) as Instant;
    const letter = arriving(draft, deliveredAt);
    this.#body.agenda.add({
      at: deliveredAt,
      order: idOf(letter, RANK.delivered),
      run: () => this.#deliver(letter),
    });
  }

  #deliver(letter: Letter): void {
    const { deliveredAt: at, properties } = letter;
    const { hardBounce, softBounce } = this.#body.ground.settings.numbers;
    const u = drawOf(letter, LETTER_DRAW.bounce);
    if (u < hardBounce + softBounce) {
      const bounce_type = u < hardBounce ? "hard" : "soft";
      this.#emit(letter, {
        at,
        rank: RANK.delivered,
        name: "Email Bounced",
        cause: "system",
        properties: { ...properties, bounce_type },
      });
      if (u < hardBounce) this.permission.lose(at);
      return;
    }
    this.#emit(letter, {
      at,
      rank: RANK.delivered,
      name: "Email Delivered",
      cause: "system",
      properties,
    });
    const load = this.#fatigue.add(at);
    this.#scan(letter);
    const machineAt = this.#openByMachine(letter);
    readByHand(this.#body, this.#reader, { letter, machineAt, load, fatigue: this.#fatigue });
  }

  /** Some mailboxes have a machine click the links before anybody sees them. */
  #scan(letter: Letter): void {
    const { ground, traits } = this.#body;
    if (!traits.isScanned) return;
    if (drawOf(letter, LETTER_DRAW.scan) >= ground.settings.numbers.scansLetter) return;
    const delay = Math.ceil(drawOf(letter, LETTER_DRAW.scanDelay) * SCANNED_WITHIN);
    planDeed(this.#body, letter, {
      at: (letter.deliveredAt + delay) as Instant,
      rank: RANK.scan,
      name: "Email Link Clicked",
      cause: "scanner",
      properties: letter.properties,
    });
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
    planDeed(this.#body, letter, {
      at,
      rank: RANK.machine,
      name: "Email Opened",
      cause: "machine-open",
      properties: { ...letter.properties, mail_client: "apple_mail", machine_open: true },
    });
    return at;
  }

  #emit(letter: Letter, deed: Deed): void {
    emitDeed(this.#body, letter, deed);
  }
}

/** Field by field: a spread takes ten times as long. */
function arriving(draft: Letter, deliveredAt: Instant): Letter {
  const { flow, index, ordinal, draws, appeal, code, properties } = draft;
  return { flow, index, ordinal, draws, deliveredAt, appeal, code, properties };
}
