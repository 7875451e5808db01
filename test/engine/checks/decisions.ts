import fc from "fast-check";
import type * as senderModule from "../../../src/engine/sender.ts";
import { runReference } from "../../../src/reference/run.ts";
import { days } from "../../../src/time/duration.ts";
import { after, before } from "../../../src/time/window.ts";
import { occasion } from "../arbitraries.ts";
import { policyOptions, segmentsWithClauses, shopping } from "../arbitraries/clauses.ts";
import { type Effort, parametersOf } from "./agreement.ts";
import { expect } from "./expect.ts";

/** Rules with clauses make of a profile what the definition makes of it: who is in, what is sent, and why what else is not. */
export function decidesAsDefined({ Sender }: typeof senderModule, effort: Effort): void {
  fc.assert(
    fc.property(
      segmentsWithClauses,
      policyOptions,
      occasion.map(({ history, base }) => ({ history: shopping(history), base })),
      (segments, policy, { history, base }) => {
        const stretch = { from: before(base, days(2)), to: after(base, days(2)) };
        const { defaultZone, profile, events } = history;
        const sender = new Sender(segments, { ...policy, defaultZone });
        sender.reset(profile, stretch.from);
        for (const event of events.toSorted((a, b) => a.arrivedAt - b.arrivedAt))
          if (event.arrivedAt <= stretch.to) sender.engine.push(event);
        sender.engine.advanceTo(stretch.to);
        const { transitions, decisions, sends } = runReference(segments, history, stretch, policy);
        expect(sender.outcome).toEqual({ transitions, decisions, sends });
      },
    ),
    parametersOf(effort),
  );
}
