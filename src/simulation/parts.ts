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

/** An engine and the first instant that it looks at. */
interface Watch {
  readonly engine: Engine;
  readonly from: Instant;
}

/** The parts of the rules' conditions, each watched for itself on the same arrivals. Whether any selection of them held is
 *  read off their turns, so that no variant of a rule needs an engine of its own. */
export class PartsReading {
  readonly #watches: readonly Watch[];
  #turns: PartTurn[] = [];

  constructor(plan: Plan, options: { readonly uniqueIds: boolean }) {
    const { segments, from, measure } = plan;
    const parts = watched(segments);
    const looksBack = ({ segment }: Watched): boolean => askedBy(segment).size > 0;
    const plain = parts.filter((part) => !looksBack(part));
    const others = parts.filter(looksBack);
    // What held before the stretch matters only to those that look at other segments; for the rest a millisecond shows what
    // began earlier.
    const late = Math.max(from, measure.start - 1) as Instant;
    const watch = (own: readonly Watched[], company: readonly Segment[]): Engine =>
      this.#watch(own, company, { ...options, defaultZone: plan.defaultZone });
    this.#watches = [
      ...(plain.length > 0 ? [{ engine: watch(plain, []), from: late }] : []),
      ...(others.length > 0 ? [{ engine: watch(others, askedFor(segments)), from }] : []),
    ];
  }

  #watch(
    parts: readonly Watched[],
    company: readonly Segment[],
    options: { readonly defaultZone: string; readonly uniqueIds: boolean },
  ): Engine {
    const transition = (at: Instant, index: number, holds: boolean): void => {
      for (const place of parts[index]?.places ?? []) this.#turns.push({ at, ...place, holds });
    };
    const all = [...parts.map(({ segment }) => segment), ...company];
    return new Engine(all, { ...options, observer: { transition } });
  }

  /** Turns to another profile. */
  reset(profile: Profile): void {
    this.#turns = [];
    for (const { engine, from } of this.#watches) engine.reset(profile, from);
  }

  /** Takes what arrived, in the order in which it did. */
  take(event: Event): void {
    for (const { engine } of this.#watches) engine.push(event);
  }

  /** Lets everything happen up to and including `at`, and returns how the parts turned, in the order of time. */
  finish(at: Instant): readonly PartTurn[] {
    for (const { engine } of this.#watches) engine.advanceTo(at);
    return this.#watches.length < 2 ? this.#turns : this.#turns.toSorted((a, b) => a.at - b.at);
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
