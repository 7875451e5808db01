import { Moments } from "./moments.ts";
import { SequenceLeaf } from "./sequence.ts";

/** `adds then orders within 1h in last 48h`: true while the newest second that follows a first closely enough lies in the
 *  window. State: the firsts that a second in the window may still follow, the seconds in the window that are newer than
 *  the newest that does; of `ever`, nothing more once there is one. */
export class ThenLeaf extends SequenceLeaf {
  readonly #firsts = new Moments();
  readonly #seconds = new Moments();
  /** The newest second that follows a first. */
  #newest = -Infinity;

  protected takeFirst(at: number, now: number): boolean {
    if (this.#isSettled()) return false;
    this.#firsts.add(at);
    this.#forget(now);
    const second = this.#seconds.newestBefore(at + this.asked.within);
    return second > at && this.#find(second);
  }

  protected takeSecond(at: number, now: number): boolean {
    if (this.#isSettled() || at <= this.#newest) return false;
    if (at - this.#firsts.newestBefore(at) < this.asked.within) return this.#find(at);
    this.#seconds.add(at);
    this.#forget(now);
    return false;
  }

  update(at: number): void {
    const leaves = this.#newest === -Infinity ? -Infinity : this.#newest + this.asked.window;
    this.holds = at < leaves;
    this.until = this.holds ? leaves : Infinity;
  }

  override reset(): void {
    this.#firsts.clear();
    this.#seconds.clear();
    this.#newest = -Infinity;
    super.reset();
  }

  /** Whether nothing can change any more. */
  #isSettled(): boolean {
    return this.asked.window === Infinity && this.#newest !== -Infinity;
  }

  #find(second: number): boolean {
    this.#newest = second;
    this.#seconds.forgetBefore(second + 1);
    return true;
  }

  #forget(now: number): void {
    const { window, within } = this.asked;
    this.#firsts.forgetBefore(now - window - within + 1);
    this.#seconds.forgetBefore(now - window + 1);
  }
}
