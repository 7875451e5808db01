import { Dated } from "./moments.ts";

/** How a state has passed a test as time went by: a verdict for each instant at which it was stated, whatever the order in
 *  which statements come; of those of one instant the last counts. A state may fall back on another one for as long as
 *  nothing was said of itself.
 *  INVARIANT: the oldest verdict is that of the state beforehand or of the beginning of the span that is looked at; the
 *  newest `#run` verdicts are passes. */
export class Verdicts extends Dated<boolean> {
  readonly #sequences: number[] = [];
  #run = 0;
  /** When the state itself, and not what it falls back on, was stated first. */
  #statedFrom = Infinity;

  /** Forgets all, and starts from the state beforehand. */
  begin(passes: boolean): void {
    this.clear();
    this.#sequences.length = 0;
    this.#run = 0;
    this.#statedFrom = Infinity;
    this.#judge(-Infinity, 0, passes);
  }

  /** Since when the state has passed; Infinity if it does not. */
  get since(): number {
    return this.times[this.times.length - this.#run] ?? Infinity;
  }

  /** Takes what was said of the state itself. */
  state(at: number, sequence: number, passes: boolean): void {
    if (at < this.#statedFrom) this.#dropFallback(at);
    this.#judge(at, sequence, passes);
  }

  /** Takes what was said of the state that it falls back on. */
  fallBack(at: number, sequence: number, passes: boolean): void {
    if (at < this.#statedFrom) this.#judge(at, sequence, passes);
  }

  /** Forgets what came before the verdict that held at `at`. */
  forgetUpTo(at: number): void {
    while ((this.times[this.first + 1] ?? Infinity) <= at) this.forgetOldest();
    this.#run = Math.min(this.#run, this.size);
  }

  #judge(at: number, sequence: number, passes: boolean): void {
    const place = this.indexFrom(at);
    const later = this.times.length - place;
    if (this.times[place] === at) {
      if (sequence < this.#sequences[place]!) return;
      this.#sequences[place] = sequence;
      this.things[place] = passes;
      if (!passes) this.#run = Math.min(this.#run, later - 1);
      else if (this.#run === later - 1) this.#extend();
    } else {
      this.put(at, passes);
      this.#sequences.splice(place, 0, sequence);
      if (!passes) this.#run = Math.min(this.#run, later);
      else if (this.#run >= later) this.#run += 1;
    }
  }

  /** Lengthens the run over all verdicts before it that pass. */
  #extend(): void {
    let start = this.things.length - this.#run;
    while (start > this.first && this.things[start - 1] === true) start -= 1;
    this.#run = this.things.length - start;
  }

  /** Voids what was fallen back on from `at` on. */
  #dropFallback(at: number): void {
    const from = this.indexFrom(at);
    const count = this.indexFrom(this.#statedFrom) - from;
    this.#statedFrom = at;
    if (count === 0) return;
    this.times.splice(from, count);
    this.things.splice(from, count);
    this.#sequences.splice(from, count);
    this.#run = 0;
    this.#extend();
  }

  protected override clearAway(count: number): void {
    super.clearAway(count);
    this.#sequences.splice(0, count);
  }
}
