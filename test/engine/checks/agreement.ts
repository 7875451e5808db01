import fc from "fast-check";
import { expect } from "./expect.ts";
import { type Effort, assertProperty } from "./keep.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import type { nextChange } from "../../../src/engine/next-change.ts";
import type { History } from "../../../src/model/profile.ts";
import { holds } from "../../../src/reference/holds.ts";
import {
  nextChange as referenceNextChange,
  transitions,
  turningInstants,
} from "../../../src/reference/transitions.ts";
import type { Condition } from "../../../src/rule/ast.ts";
import { days } from "../../../src/time/duration.ts";
import type { Instant } from "../../../src/time/instant.ts";
import { after, before } from "../../../src/time/window.ts";
import { condition, occasion } from "../arbitraries.ts";
import { membershipAt, segmentOf, transitionsOf } from "../play.ts";

/** An engine under test: ours, or one with a fault put in. */
export interface Modules {
  readonly Engine: typeof Engine;
  readonly nextChange: typeof nextChange;
}

/** Every instant that matters, with its neighbours, and a few between. */
function probes(rule: Condition, history: History, base: Instant): readonly Instant[] {
  const stretch = { from: before(base, days(3)), to: after(base, days(3)) };
  const turning = turningInstants(rule, history, stretch);
  const all = new Set(turning.flatMap((at) => [at - 1, at, at + 1, at + 777_777]));
  return [...all]
    .filter((at) => at >= stretch.from && at <= stretch.to)
    .toSorted((a, b) => a - b) as Instant[];
}

/** An instant around which a history lies, with it. */
interface Occasion {
  readonly history: History;
  readonly base: Instant;
}

/** What is asked of one random case, by the name of the check. */
export const asks = {
  agreesAtEveryInstant({ Engine }: Modules, rule: Condition, { history, base }: Occasion): void {
    const instants = probes(rule, history, base);
    const said = membershipAt(rule, history, instants, Engine);
    const wrong = instants.filter((at, index) => said[index] !== holds(rule, history, at));
    expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
  },
  tellsOfEveryTransition({ Engine }: Modules, rule: Condition, { history, base }: Occasion): void {
    const stretch = { from: before(base, days(3)), to: after(base, days(3)) };
    expect(transitionsOf(rule, history, stretch, Engine)).toEqual(
      transitions(rule, history, stretch),
    );
  },
  foreseesTheNextChange(modules: Modules, rule: Condition, { history, base: at }: Occasion): void {
    const stretch = { from: at, to: after(at, days(12)) };
    const segments = [segmentOf(rule)];
    const next = modules.nextChange({ segments, index: 0, history }, at);
    const within = next !== undefined && next.at <= stretch.to ? next.at : undefined;
    expect(within).toBe(referenceNextChange(rule, history, stretch));
  },
};

/** The engine says what the reference says, at every instant that matters. */
export function agreesAtEveryInstant(modules: Modules, effort: Effort): void {
  const property = fc.property(condition, occasion, (rule, given) =>
    asks.agreesAtEveryInstant(modules, rule, given),
  );
  assertProperty("agreesAtEveryInstant", property, effort);
}

/** The engine tells of the same transitions when it is fed and never asked. */
export function tellsOfEveryTransition(modules: Modules, effort: Effort): void {
  const property = fc.property(condition, occasion, (rule, given) =>
    asks.tellsOfEveryTransition(modules, rule, given),
  );
  assertProperty("tellsOfEveryTransition", property, effort);
}

/** The engine foresees the next change that needs no event. */
export function foreseesTheNextChange(modules: Modules, effort: Effort): void {
  const moment = fc
    .tuple(occasion, fc.integer({ min: -150, max: 90 }))
    .map(([{ history, base }, halves]) => ({
      history,
      base: (base + halves * 1_800_000) as Instant,
    }));
  const property = fc.property(condition, moment, (rule, given) =>
    asks.foreseesTheNextChange(modules, rule, given),
  );
  assertProperty("foreseesTheNextChange", property, effort);
}
