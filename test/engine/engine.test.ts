import fc from "fast-check";
import { expect, test } from "vitest";
import { nextChange } from "../../src/engine/next-change.ts";
import type { History } from "../../src/model/profile.ts";
import { holds } from "../../src/reference/holds.ts";
import {
  nextChange as referenceNextChange,
  transitions,
  turningInstants,
} from "../../src/reference/transitions.ts";
import type { Condition } from "../../src/rule/ast.ts";
import { days } from "../../src/time/duration.ts";
import type { Instant } from "../../src/time/instant.ts";
import { after, before } from "../../src/time/window.ts";
import { condition, occasion } from "./arbitraries.ts";
import { membershipAt, segmentOf, transitionsOf } from "./play.ts";

/** Every instant that matters, with its neighbours, and a few between. */
function probes(rule: Condition, history: History, base: Instant): readonly Instant[] {
  const stretch = { from: before(base, days(3)), to: after(base, days(3)) };
  const turning = turningInstants(rule, history, stretch);
  const all = new Set(turning.flatMap((at) => [at - 1, at, at + 1, at + 777_777]));
  return [...all]
    .filter((at) => at >= stretch.from && at <= stretch.to)
    .toSorted((a, b) => a - b) as Instant[];
}

const runs = Number(process.env["REHEARSAL_CASES"] ?? 1500);

test("the engine agrees with the reference at every instant, event or none", () => {
  fc.assert(
    fc.property(condition, occasion, (rule, { history, base }) => {
      const instants = probes(rule, history, base);
      const said = membershipAt(rule, history, instants);
      const wrong = instants.filter((at, index) => said[index] !== holds(rule, history, at));
      expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
    }),
    { numRuns: runs, interruptAfterTimeLimit: 600_000, markInterruptAsFailure: true },
  );
}, 600_000);

test("the engine tells of the same transitions, to the millisecond, when nobody asks it in between", () => {
  fc.assert(
    fc.property(condition, occasion, (rule, { history, base }) => {
      const stretch = { from: before(base, days(3)), to: after(base, days(3)) };
      expect(transitionsOf(rule, history, stretch)).toEqual(transitions(rule, history, stretch));
    }),
    { numRuns: runs },
  );
}, 600_000);

test("what comes next without an event is what the reference finds", () => {
  fc.assert(
    fc.property(
      condition,
      occasion,
      fc.integer({ min: -150, max: 90 }),
      (rule, { history, base }, halves) => {
        const at = (base + halves * 1_800_000) as Instant;
        const stretch = { from: at, to: after(at, days(12)) };
        const next = nextChange(segmentOf(rule), history, at);
        const within = next !== undefined && next.at <= stretch.to ? next.at : undefined;
        expect(within).toBe(referenceNextChange(rule, history, stretch));
      },
    ),
    { numRuns: runs / 3 },
  );
}, 600_000);
