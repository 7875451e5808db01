import { NewestTimes } from "../newest.ts";

/** At most so many fires in `(at - per, at]`. */
export interface FireCap {
  readonly sends: number;
  readonly per: number;
}

/** The newest fires of one profile, as many as the caps ask about. */
export class Fires {
  readonly #caps: readonly FireCap[];
  readonly #times: NewestTimes;

  constructor(caps: readonly FireCap[]) {
    this.#caps = caps;
    this.#times = new NewestTimes(Math.max(1, ...caps.map(({ sends }) => sends)));
  }

  /** Whether one more fire at `at` would be more than a cap allows. */
  isFull(at: number): boolean {
    for (const { sends, per } of this.#caps) if (this.#times.newest(sends) > at - per) return true;
    return false;
  }

  add(at: number): void {
    this.#times.add(at);
  }

  reset(): void {
    this.#times.clear();
  }
}
