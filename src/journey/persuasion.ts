import { UNITS } from "../time/duration.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import type { Ground } from "./ground.ts";
import type { Traits } from "./traits.ts";

/** A letter that somebody has read: how strongly it speaks for buying at once, and the code in it. */
export interface Exposure {
  readonly at: Instant;
  readonly boost: number;
  /** A code that lowers the price, if the letter has one. */
  readonly code: string | undefined;
}

/** After so many times the decay nothing of an effect is left. */
const FORGOTTEN = 4;

/** What the mail that a person has read does to their readiness to visit and to buy. */
export class Persuasion {
  readonly #isSleepingDog: boolean;
  readonly #decay: number;
  readonly #size: number;
  readonly #codeMs: number;
  #exposures: readonly Exposure[] = [];
  #lastAt: Instant = -Infinity as Instant;

  constructor({ settings }: Ground, traits: Traits) {
    const { boostH, sleepingDogSize, discountH } = settings.numbers;
    this.#isSleepingDog = traits.isSleepingDog;
    this.#decay = boostH * UNITS.h;
    this.#size = sleepingDogSize;
    this.#codeMs = discountH * UNITS.h;
  }

  /** Takes a letter that was read. */
  expose(exposure: Exposure): void {
    const { at } = exposure;
    const isKnown = (each: Exposure): boolean => at - each.at < FORGOTTEN * this.#decay;
    this.#exposures = [...this.#exposures.filter(isKnown), exposure];
    this.#lastAt = at;
  }

  /** The share of those who would not buy at `at` that do because of what they have read; negative: the share of those who
   *  would that do not. The strongest letter counts, decayed by its age. */
  boostAt(at: Instant): number {
    let boost = 0;
    for (const exposure of this.#exposures) {
      const decayed = Math.exp((exposure.at - at) / this.#decay);
      const own = this.#isSleepingDog ? this.#size : exposure.boost;
      boost = Math.max(boost, own * decayed);
    }
    return this.#isSleepingDog ? -boost : boost;
  }

  /** The chance that a visit of the person's own does not take place at `at`. */
  lossAt(at: Instant): number {
    return this.#isSleepingDog ? -this.boostAt(at) : 0;
  }

  /** Whether the person has read a letter since `at`. */
  hasReadSince(at: Instant): boolean {
    return this.#lastAt >= at;
  }

  /** The code that is good at `at`: of several the latest. */
  codeAt(at: Instant): string | undefined {
    const good = this.#exposures.filter(
      (each) => each.code !== undefined && this.#isGood(each, at),
    );
    return good.at(-1)?.code;
  }

  #isGood(exposure: Exposure, at: Instant): boolean {
    return exposure.at < NEVER && at - exposure.at < this.#codeMs;
  }
}
