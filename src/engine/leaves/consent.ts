import { type Event, PROFILE_UPDATED, type Value } from "../../model/event.ts";
import type { ConsentIs } from "../../rule/ast.ts";
import { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";
import { Latest } from "./latest.ts";

/** The events that may say something about consent (Segment email spec names). */
export const CONSENT_NAMES: readonly string[] = [
  "Unsubscribed",
  "Email Marked as Spam",
  "Subscribed",
  PROFILE_UPDATED,
];

/** What an event says about consent: given or not; `undefined` if nothing. */
export function consentIn({ name, properties }: Event): boolean | undefined {
  switch (name) {
    case "Subscribed":
      return true;
    case "Unsubscribed":
    case "Email Marked as Spam":
      return false;
    case PROFILE_UPDATED:
      return consentFrom(properties["consent"]);
    default:
      return undefined;
  }
}

/** What the attribute `consent` says. */
export function consentFrom(value: Value | undefined): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** Whether consent is as asked. */
export function isConsent(state: ConsentIs["state"], consent: boolean | undefined): boolean {
  switch (state) {
    case "given":
      return consent === true;
    case "withdrawn":
      return consent === false;
    case "unknown":
      return consent === undefined;
  }
}

/** `consent given`: what the newest statement says. State: that statement. */
export class ConsentLeaf extends Leaf implements Sink {
  readonly #state: ConsentIs["state"];
  readonly #beforehand: () => boolean | undefined;
  readonly #latest = new Latest();
  #consent: boolean | undefined;

  constructor(state: ConsentIs["state"], beforehand: () => boolean | undefined) {
    super();
    this.#state = state;
    this.#beforehand = beforehand;
  }

  count(event: Event): boolean {
    const consent = consentIn(event);
    if (consent === undefined || !this.#latest.accepts(event)) return false;
    this.#consent = consent;
    this.until = -Infinity;
    return true;
  }

  update(): void {
    this.holds = isConsent(this.#state, this.#consent);
    this.until = Infinity;
  }

  override reset(): void {
    this.#latest.reset();
    this.#consent = this.#beforehand();
    super.reset();
  }
}
