import fc from "fast-check";
import type * as senderModule from "../../../src/engine/sender.ts";
import type { History } from "../../../src/model/profile.ts";
import { type Policy, runReference } from "../../../src/reference/run.ts";
import type { Segment } from "../../../src/rule/ast.ts";
import { days } from "../../../src/time/duration.ts";
import type { Instant } from "../../../src/time/instant.ts";
import { after, before } from "../../../src/time/window.ts";
import { occasion } from "../arbitraries.ts";
import { policyOptions, segmentsWithClauses, shopping } from "../arbitraries/clauses.ts";
import { expect } from "./expect.ts";
import { type Effort, assertProperty } from "./keep.ts";

/** Rules, what holds for all of them, and a history around an instant. */
interface Given {
  readonly segments: readonly Segment[];
  readonly policy: Policy;
  readonly history: History;
  readonly base: Instant;
}

const given: fc.Arbitrary<Given> = fc
  .tuple(segmentsWithClauses, policyOptions, occasion)
  .map(([segments, policy, { history, base }]) => {
    return { segments, policy, history: shopping(history), base };
  });

/** What is asked of one random case. */
export function askDecisions(
  { Sender }: typeof senderModule,
  { segments, policy, history, base }: Given,
): void {
  const stretch = { from: before(base, days(2)), to: after(base, days(2)) };
  const { defaultZone, profile, events } = history;
  const sender = new Sender(segments, { ...policy, defaultZone });
  sender.reset(profile, stretch.from);
  for (const event of events.toSorted((a, b) => a.arrivedAt - b.arrivedAt))
    if (event.arrivedAt <= stretch.to) sender.engine.push(event);
  sender.engine.advanceTo(stretch.to);
  const { transitions, decisions, sends } = runReference(segments, history, stretch, policy);
  expect(sender.outcome).toEqual({ transitions, decisions, sends });
}

/** Rules with clauses make of a profile what the definition makes of it: who is in, what is sent, and why what else is not. */
export function decidesAsDefined(sender: typeof senderModule, effort: Effort): void {
  const property = fc.property(given, (each) => askDecisions(sender, each));
  assertProperty("decidesAsDefined", property, effort);
}
