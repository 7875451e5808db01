import fc from "fast-check";
import type { Engine } from "../../../src/engine/engine.ts";
import type { History } from "../../../src/model/profile.ts";
import { nextTransition, runReference } from "../../../src/reference/run.ts";
import type { Segment } from "../../../src/rule/ast.ts";
import { days } from "../../../src/time/duration.ts";
import type { Instant } from "../../../src/time/instant.ts";
import { after, before } from "../../../src/time/window.ts";
import { HALF_HOUR } from "../arbitraries/grid.ts";
import { occasion, segments } from "../arbitraries.ts";
import { arrivals } from "../play.ts";
import type { Modules } from "./agreement.ts";
import { expect } from "./expect.ts";
import { type Effort, assertProperty } from "./keep.ts";

/** Segments that ask for one another and end, and an instant of a history. */
interface Given {
  readonly segments: readonly Segment[];
  readonly history: History;
  readonly base: Instant;
}

interface Told {
  readonly at: Instant;
  readonly segment: number;
  readonly kind: "entered" | "left";
}

const given: fc.Arbitrary<Given> = fc
  .tuple(segments, occasion)
  .map(([each, { history, base }]) => ({ segments: each, history, base }));

function toldBy(
  OurEngine: typeof Engine,
  { segments: rules, history }: Given,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): readonly Told[] {
  const changes: Told[] = [];
  const transition = (at: Instant, segment: number, entered: boolean): void => {
    changes.push({ at, segment, kind: entered ? "entered" : "left" });
  };
  const engine = new OurEngine(rules, {
    defaultZone: history.defaultZone,
    observer: { transition },
  });
  engine.reset(history.profile, from);
  for (const event of arrivals(history)) if (event.arrivedAt <= to) engine.push(event);
  engine.advanceTo(to);
  return changes;
}

/** What is asked of one random case, by the name of the check. */
export const asksAmong = {
  tellsAmongSegments({ Engine: OurEngine }: Modules, each: Given): void {
    const stretch = { from: before(each.base, days(2)), to: after(each.base, days(2)) };
    const { transitions } = runReference(each.segments, each.history, stretch);
    const wanted = transitions.map(({ at, segment, kind }) => ({ at, segment, kind }));
    expect(toldBy(OurEngine, each, stretch)).toEqual(wanted);
  },
  foreseesAmongSegments({ nextChange }: Modules, each: Given): void {
    const { segments: rules, history, base: at } = each;
    const stretch = { from: before(at, days(1)), to: after(at, days(4)) };
    for (const index of rules.keys()) {
      const next = nextChange({ segments: rules, index, history, start: stretch.from }, at);
      const within = next !== undefined && next.at <= stretch.to ? next : undefined;
      expect(within).toEqual(nextTransition(rules, history, { stretch, segment: index, at }));
    }
  },
};

/** Segments that ask for one another, are relaxed, refined and ended: their transitions, in order. */
export function tellsAmongSegments(modules: Modules, effort: Effort): void {
  const property = fc.property(given, (each) => asksAmong.tellsAmongSegments(modules, each));
  assertProperty("tellsAmongSegments", property, effort);
}

/** What comes next of a segment among segments, since memberships are decided. */
export function foreseesAmongSegments(modules: Modules, effort: Effort): void {
  const moment = fc
    .tuple(given, fc.integer({ min: -60, max: 40 }))
    .map(([each, halves]) => ({ ...each, base: (each.base + halves * HALF_HOUR) as Instant }));
  const property = fc.property(moment, (each) => asksAmong.foreseesAmongSegments(modules, each));
  assertProperty("foreseesAmongSegments", property, effort);
}
