import { consentIn } from "../engine/leaves/consent.ts";
import { NewestValue } from "../engine/newest-value.ts";
import type { Event } from "../model/event.ts";
import type { Unmailable } from "../model/log.ts";
import { type Instant, NEVER } from "../time/instant.ts";

/** Watches, event by event as they arrive, whether one profile may and can be written to: consent counts as given until it
 *  is refused, withdrawn or a complaint comes, and a mailbox as reachable until a message bounces for good. */
export class Mailable {
  readonly #consent = new NewestValue();
  #isGone = false;
  #since: Instant = NEVER;
  #past: Unmailable[] = [];

  /** Turns to another profile. */
  reset(): void {
    this.#consent.reset(undefined);
    this.#isGone = false;
    this.#since = NEVER;
    this.#past = [];
  }

  take(event: Event): void {
    const { name, arrivedAt, properties } = event;
    const consent = consentIn(event);
    if (consent !== undefined) this.#consent.take(consent, event);
    else if (name === "Email Bounced" && properties["bounce_type"] === "hard") this.#isGone = true;
    else return;
    const isMailable = !this.#isGone && this.#consent.value !== false;
    if (isMailable && this.#since < NEVER) this.#past.push({ from: this.#since, to: arrivedAt });
    if (isMailable) this.#since = NEVER;
    else if (this.#since === NEVER) this.#since = arrivedAt;
  }

  /** When the profile could not be written to, as far as was known then. */
  get stretches(): readonly Unmailable[] {
    return this.#since < NEVER ? [...this.#past, { from: this.#since, to: NEVER }] : this.#past;
  }
}
