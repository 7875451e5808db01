import { type Event, PROFILE_UPDATED } from "../model/event.ts";
import type { Cause, Decision } from "../model/log.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";

/** What policy is set up with: pauses in milliseconds. */
export interface PolicyOptions {
  /** The pause for rules that state none; `undefined` for no pause. */
  readonly coolOff?: number | undefined;
}

/** Events after which nobody may be written to (Segment email spec names). */
const WITHDRAWALS = new Set(["Unsubscribed", "Email Marked as Spam"]);

/** The events that say something about consent. */
export const CONSENT_EVENTS: ReadonlySet<string> = new Set([...WITHDRAWALS, PROFILE_UPDATED]);

/** Decides which candidates of one profile become fires: first consent, then cool-off. It never changes membership. */
export class Policy {
  readonly #coolOffs: readonly number[];
  readonly #lastFires: Float64Array;
  #consentAt = -Infinity;
  #consent: boolean | undefined;

  constructor(segments: readonly Segment[], options: PolicyOptions) {
    this.#coolOffs = segments.map((segment) => segment.coolOff ?? options.coolOff ?? 0);
    this.#lastFires = new Float64Array(segments.length);
    this.reset(undefined);
  }

  /** Turns to another profile; `consent` is what is known of it beforehand. */
  reset(consent: boolean | undefined): void {
    this.#lastFires.fill(-Infinity);
    this.#consentAt = -Infinity;
    this.#consent = consent;
  }

  /** Whether nothing has stated consent, so that it counts as given. */
  get isConsentUnknown(): boolean {
    return this.#consent === undefined;
  }

  /** Takes what an event says about consent: the newest statement counts. */
  take(event: Event): void {
    const stated = statementOf(event);
    if (stated === undefined || event.at < this.#consentAt) return;
    this.#consent = stated;
    this.#consentAt = event.at;
  }

  /** Decides a candidate. The next fire of a segment is allowed at `t >= last fire + cool-off`; one that is suppressed
   *  does not start the pause anew (language.md, law 9). */
  decide(segment: number, at: Instant, cause: Cause): Decision {
    if (this.#consent === false) return { at, segment, cause, outcome: "consent" };
    const coolOff = this.#coolOffs[segment] ?? 0;
    if (at < this.#lastFires[segment]! + coolOff)
      return { at, segment, cause, outcome: "cool_off" };
    this.#lastFires[segment] = at;
    return { at, segment, cause, outcome: "fired" };
  }
}

function statementOf(event: Event): boolean | undefined {
  if (WITHDRAWALS.has(event.name)) return false;
  const consent = event.name === PROFILE_UPDATED ? event.properties["consent"] : undefined;
  return typeof consent === "boolean" ? consent : undefined;
}
