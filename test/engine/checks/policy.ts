import { expect } from "./expect.ts";
import type * as policyModule from "../../../src/engine/policy.ts";
import { type Event, PROFILE_UPDATED, type Values } from "../../../src/model/event.ts";
import { hours } from "../../../src/time/duration.ts";
import { type Instant, instant } from "../../../src/time/instant.ts";
import { segmentOf } from "../play.ts";

const anyone = { kind: "and", span: { start: 0, end: 0 }, conditions: [] } as const;
const plain = segmentOf(anyone);
const paused = { ...plain, coolOff: hours(72) };
const at = (hour: number): Instant => instant(Date.UTC(2026, 2, 1) + hours(hour));

function said(name: string, hour: number, properties: Values = {}): Event {
  return {
    id: `${name}${hour}`,
    name,
    at: at(hour),
    arrivedAt: at(hour),
    sequence: 0,
    feed: "crm",
    properties,
  };
}

/** What is asked of the policy, law by law. */
export const policyChecks: readonly (readonly [string, (engine: typeof policyModule) => void])[] = [
  [
    "the next fire is allowed exactly one cool-off after the last, and a suppressed one does not restart it",
    ({ Policy }) => {
      const policy = new Policy([paused], {});
      const outcomes = [at(0), at(71), instant(at(72) - 1), at(72), instant(at(144) - 1), at(144)];
      expect(outcomes.map((each) => policy.decide(0, each, "entered").outcome)).toEqual([
        "fired",
        "cool_off",
        "cool_off",
        "fired",
        "cool_off",
        "fired",
      ]);
    },
  ],

  [
    "the scenario's pause holds where the rule states none, and each segment has its own",
    ({ Policy }) => {
      const policy = new Policy([plain, paused, plain], { coolOff: hours(1) });
      expect(policy.decide(0, at(0), "entered").outcome).toBe("fired");
      expect(policy.decide(1, at(0), "entered").outcome).toBe("fired");
      expect(policy.decide(0, instant(at(1) - 1), "entered").outcome).toBe("cool_off");
      expect(policy.decide(0, at(1), "entered").outcome).toBe("fired");
      expect(policy.decide(1, at(71), "entered").outcome).toBe("cool_off");
      expect(policy.decide(2, at(71), "entered").outcome).toBe("fired");
      expect(new Policy([plain], {}).decide(0, at(0), "entered").outcome).toBe("fired");
    },
  ],

  [
    "nobody who withdrew is written to, until the newest statement says otherwise",
    ({ Policy }) => {
      const policy = new Policy([plain], {});
      expect(policy.isConsentUnknown).toBe(true);
      expect(policy.decide(0, at(0), "entered").outcome).toBe("fired");
      policy.take(said("Unsubscribed", 5));
      expect(policy.decide(0, at(6), "entered").outcome).toBe("consent");
      policy.take(said(PROFILE_UPDATED, 4, { consent: true })); // late news of an older statement
      expect(policy.decide(0, at(7), "entered").outcome).toBe("consent");
      policy.take(said(PROFILE_UPDATED, 8, { consent: true }));
      expect(policy.decide(0, at(9), "entered").outcome).toBe("fired");
      policy.take(said("Email Marked as Spam", 10));
      expect(policy.decide(0, at(11), "entered").outcome).toBe("consent");
      policy.take(said(PROFILE_UPDATED, 10, { consent: true })); // of one instant, the later word counts
      expect(policy.decide(0, at(11), "entered").outcome).toBe("fired");
      policy.reset(false);
      expect(policy.decide(0, at(12), "entered").outcome).toBe("consent");
      policy.reset(undefined);
      expect(policy.decide(0, at(13), "entered").outcome).toBe("fired");
    },
  ],
];
