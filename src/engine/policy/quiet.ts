import type { Live } from "../live.ts";

/** Hours on the profile's own wall in which nothing fires; without hours there are none. */
export class Quiet {
  /** Whether what would have fired is held until they end. */
  readonly isHolding: boolean;
  readonly #hours: Live | undefined;

  constructor(hours: Live | undefined, { isHolding }: { readonly isHolding: boolean }) {
    this.#hours = hours;
    this.isHolding = isHolding;
  }

  isOn(at: number): boolean {
    return this.#hours?.holdsAt(at) === true;
  }

  /** When to look again if the profile does not move. */
  get nextLook(): number {
    return this.#hours?.until ?? Infinity;
  }
}
