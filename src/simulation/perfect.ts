import { Engine } from "../engine/engine.ts";
import type { Event } from "../model/event.ts";
import type { Transition } from "../model/log.ts";
import type { Profile } from "../model/profile.ts";
import type { TrueEvent } from "../model/truth.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";

/** The same rules on perfect data: every true event at the instant at which it happened, and none that is not their own
 *  (simulation.md, section 10.1: F). */
export class PerfectReading {
  readonly #engine: Engine;
  #transitions: Transition[] = [];

  constructor(segments: readonly Segment[], defaultZone: string) {
    const transition = (at: Instant, segment: number, entered: boolean): void => {
      const { device, zone } = this.#engine.context;
      const kind = entered ? "entered" : "left";
      this.#transitions.push({ at, segment, kind, device, zone: zone.name });
    };
    this.#engine = new Engine(segments, { defaultZone, observer: { transition }, uniqueIds: true });
  }

  /** Turns to another profile. */
  reset(profile: Profile, start: Instant): void {
    this.#transitions = [];
    this.#engine.reset(profile, start);
  }

  /** Takes what truly happened, in the order in which it did. */
  take(event: TrueEvent): void {
    if (isForeign(event)) return;
    this.#engine.push(perfectly(event));
  }

  /** Lets everything happen up to and including `at`, and returns the transitions. */
  finish(at: Instant): readonly Transition[] {
    this.#engine.advanceTo(at);
    return this.#transitions;
  }
}

/** An event as perfect data shows it: at once. Field by field, because a spread of them takes ten times as long. */
export function perfectly(event: TrueEvent): Event {
  const { id, name, at, sequence, feed, properties, device, place, zone } = event;
  return { id, name, at, arrivedAt: at, sequence, feed, properties, device, place, zone };
}

/** Whether somebody else than the person made the event: a machine in the mailbox, or another person at the device. */
export function isForeign({ cause }: TrueEvent): boolean {
  return cause === "machine-open" || cause === "scanner" || cause === "other-person";
}
