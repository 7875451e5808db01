import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import type { CompiledPredicate } from "../passes.ts";
import type { Sink } from "../routes.ts";

/** What is asked of two kinds of events: which they are, in milliseconds how near, and in what window. */
export interface SequenceAsked {
  readonly isFirst: CompiledPredicate;
  readonly isSecond: CompiledPredicate;
  readonly within: number;
  /** Infinity for `ever`. */
  readonly window: number;
}

/** A condition on two kinds of events; one event may be of both. */
export abstract class SequenceLeaf extends Leaf implements Sink {
  protected readonly asked: SequenceAsked;

  constructor(asked: SequenceAsked) {
    super();
    this.asked = asked;
  }

  count(event: Event, now: number): boolean {
    const first = this.asked.isFirst(event) && this.takeFirst(event.at, now);
    const second = this.asked.isSecond(event) && this.takeSecond(event.at, now);
    if (!first && !second) return false;
    this.until = -Infinity;
    return true;
  }

  /** Takes the instant of a first; whether the truth may have changed. */
  protected abstract takeFirst(at: number, now: number): boolean;

  /** Takes the instant of a second; whether the truth may have changed. */
  protected abstract takeSecond(at: number, now: number): boolean;
}
