import { Engine } from "../engine/engine.ts";
import type { Event } from "../model/event.ts";
import type { PartTurn } from "../model/log.ts";
import type { Profile } from "../model/profile.ts";
import type { Segment } from "../rule/ast.ts";
import { askedBy } from "../rule/order.ts";
import { printCondition } from "../rule/printer.ts";
import { topParts } from "../rule/shape.ts";
import type { Instant } from "../time/instant.ts";
import type { Plan } from "./plan.ts";

/** Which part of which segment's condition. */
interface Place {
  readonly segment: number;
  readonly part: number;
}

/** A condition and everywhere it is a part. */
interface Watched {
  readonly segment: Segment;
  readonly places: Place[];
}

/** The parts of the rules' conditions, each watched for itself on the same arrivals. Whether any selection of them held is
 *  read off their turns, so that no variant of a rule needs an engine of its own. */
export class PartsReading {
  readonly #engine: Engine;
  readonly #from: Instant;
  #turns: PartTurn[] = [];

  constructor(
    { segments, defaultZone, from, measure }: Plan,
    { uniqueIds }: { readonly uniqueIds: boolean },
  ) {
    const parts = watched(segments);
    const others = askedFor(segments);
    // What held before the stretch matters only to those that look back at other segments; a millisecond shows what began
    // earlier.
    this.#from = others.length > 0 ? from : (Math.max(from, measure.start - 1) as Instant);
    const transition = (at: Instant, index: number, holds: boolean): void => {
      for (const place of parts[index]?.places ?? []) this.#turns.push({ at, ...place, holds });
    };
    const all = [...parts.map(({ segment }) => segment), ...others];
    this.#engine = new Engine(all, { defaultZone, uniqueIds, observer: { transition } });
  }

  /** Turns to another profile. */
  reset(profile: Profile): void {
    this.#turns = [];
    this.#engine.reset(profile, this.#from);
  }

  /** Takes what arrived, in the order in which it did. */
  take(event: Event): void {
    this.#engine.push(event);
  }

  /** Lets everything happen up to and including `at`, and returns how the parts turned. */
  finish(at: Instant): readonly PartTurn[] {
    this.#engine.advanceTo(at);
    return this.#turns;
  }
}

/** The parts of rules that have more than one, equal ones once. */
function watched(segments: readonly Segment[]): readonly Watched[] {
  const all = new Map<string, Watched>();
  for (const [segment, each] of segments.entries()) {
    const parts = topParts(each);
    if (parts.length < 2) continue;
    for (const [part, when] of parts.entries()) {
      const name = `part ${printCondition(when)}`; // no name of a rule has a space
      const known = all.get(name);
      if (known !== undefined) known.places.push({ segment, part });
      else {
        const alone: Segment = { kind: "segment", span: when.span, name, named: true, when };
        all.set(name, { segment: alone, places: [{ segment, part }] });
      }
    }
  }
  return [...all.values()];
}

/** The segments that others ask for, by whatever detour. */
function askedFor(segments: readonly Segment[]): readonly Segment[] {
  const names = new Set(segments.flatMap((each) => [...askedBy(each)]));
  return segments.filter(({ name }) => names.has(name));
}
