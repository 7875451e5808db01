import type { Live } from "../live.ts";

/** `send within 19:00..21:00` on the profile's own wall; without hours it is always open. To hear of every opening it
 *  must be looked at whenever its truth may change, from the beginning of a membership on. */
export class Gate {
  isOpen = true;
  readonly #hours: Live | undefined;

  constructor(hours: Live | undefined) {
    this.#hours = hours;
  }

  /** Looks at the wall; whether the gate has opened since the last look. */
  opens(at: number): boolean {
    const hours = this.#hours;
    if (hours === undefined) return false;
    hours.update(at);
    const hasOpened = hours.holds && !this.isOpen;
    this.isOpen = hours.holds;
    return hasOpened;
  }

  /** When to look again if the profile does not move. */
  get nextLook(): number {
    return this.#hours?.until ?? Infinity;
  }
}
