import fc from "fast-check";
import { expect } from "./expect.ts";
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

/** How hard to look. */
export interface Effort {
  readonly cases: number;
  readonly seed?: number | undefined;
  /** Whether a failure is reported as it was found. */
  readonly asFound?: boolean | undefined;
}

/** How fast-check is asked to look so hard. */
export function parametersOf({ cases, seed, asFound }: Effort): fc.Parameters<unknown> {
  return {
    numRuns: cases,
    ...(seed === undefined ? {} : { seed }),
    endOnFailure: asFound === true,
  };
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

/** The engine says what the reference says, at every instant that matters. */
export function agreesAtEveryInstant(modules: Modules, effort: Effort): void {
  fc.assert(
    fc.property(condition, occasion, (rule, { history, base }) => {
      const instants = probes(rule, history, base);
      const said = membershipAt(rule, history, instants, modules.Engine);
      const wrong = instants.filter((at, index) => said[index] !== holds(rule, history, at));
      expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
    }),
    parametersOf(effort),
  );
}

/** The engine tells of the same transitions when it is fed and never asked. */
export function tellsOfEveryTransition(modules: Modules, effort: Effort): void {
  fc.assert(
    fc.property(condition, occasion, (rule, { history, base }) => {
      const stretch = { from: before(base, days(3)), to: after(base, days(3)) };
      expect(transitionsOf(rule, history, stretch, modules.Engine)).toEqual(
        transitions(rule, history, stretch),
      );
    }),
    parametersOf(effort),
  );
}

/** The engine foresees the next change that needs no event. */
export function foreseesTheNextChange(modules: Modules, effort: Effort): void {
  fc.assert(
    fc.property(
      condition,
      occasion,
      fc.integer({ min: -150, max: 90 }),
      (rule, { history, base }, halves) => {
        const at = (base + halves * 1_800_000) as Instant;
        const stretch = { from: at, to: after(at, days(12)) };
        const next = modules.nextChange(segmentOf(rule), history, at);
        const within = next !== undefined && next.at <= stretch.to ? next.at : undefined;
        expect(within).toBe(referenceNextChange(rule, history, stretch));
      },
    ),
    parametersOf(effort),
  );
}
