import { type Instant, NEVER } from "../../time/instant.ts";

/** A stretch `[from, to)`. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** When a person may be written to: from consent until an unsubscribe, a complaint or the end of the mailbox, and again
 *  after a new consent. */
export class Permission {
  readonly #past: Stretch[] = [];
  #since: Instant = NEVER;
  #isGone = false;

  /** Since when the person may be written to without a break; `NEVER` if not now. */
  get since(): Instant {
    return this.#since;
  }

  /** Whether the person may be written to now. */
  get isGiven(): boolean {
    return this.#since < NEVER;
  }

  grant(at: Instant): void {
    if (!this.isGiven && !this.#isGone) this.#since = at;
  }

  withdraw(at: Instant): void {
    if (!this.isGiven) return;
    this.#past.push({ from: this.#since, to: at });
    this.#since = NEVER;
  }

  /** The mailbox is no more. */
  lose(at: Instant): void {
    this.withdraw(at);
    this.#isGone = true;
  }

  /** All stretches until `to`, in order. */
  stretches(to: Instant): readonly Stretch[] {
    return this.isGiven ? [...this.#past, { from: this.#since, to }] : this.#past;
  }
}
