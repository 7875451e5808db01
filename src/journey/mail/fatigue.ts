import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import type { PeopleSettings } from "../settings.ts";

/** How tired of mail a person is: every delivery adds 1, which fades. */
export class Fatigue {
  readonly #numbers: PeopleSettings["numbers"];
  #load = 0;
  #at = 0;

  constructor({ numbers }: PeopleSettings) {
    this.#numbers = numbers;
  }

  /** Adds a delivery, and returns the load with it. */
  add(at: Instant): number {
    this.#load = this.loadAt(at) + 1;
    this.#at = at;
    return this.#load;
  }

  loadAt(at: Instant): number {
    return this.#load * Math.exp((this.#at - at) / (this.#numbers.fatigueD * UNITS.d));
  }

  /** The share of letters that a person still opens under a load. */
  stillOpens(load: number): number {
    const { fatigueOpen, fatigueOpenFrom } = this.#numbers;
    return Math.exp(-fatigueOpen * Math.max(0, load - fatigueOpenFrom));
  }

  /** The chance to unsubscribe under a load. */
  unsubscribes(chance: number, load: number): number {
    const { fatigueUnsubscribe, fatigueOpenFrom } = this.#numbers;
    return withOdds(chance, fatigueUnsubscribe * Math.max(0, load - fatigueOpenFrom));
  }

  /** The chance to complain under a load. */
  complains(chance: number, load: number): number {
    const { fatigueComplaint, fatigueComplaintFrom } = this.#numbers;
    return withOdds(chance, fatigueComplaint * Math.max(0, load - fatigueComplaintFrom));
  }
}

/** A chance whose odds have grown by `logOdds`. */
function withOdds(chance: number, logOdds: number): number {
  if (logOdds === 0) return chance;
  const odds = (chance / (1 - chance)) * Math.exp(logOdds);
  return odds / (1 + odds);
}
