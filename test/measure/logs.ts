import type { Decision, ProfileLog, Send, Transition, TruthLog } from "../../src/model/log.ts";
import type { IntentSpan } from "../../src/model/truth.ts";
import { GRACE, type MeasureSetup, RECALL_WINDOW } from "../../src/measure/setup.ts";
import { type Totals, emptyTotals, fold } from "../../src/measure/totals.ts";
import { type Measures, type SegmentMeasures, summarize } from "../../src/measure/measures.ts";
import { type Instant, instant } from "../../src/time/instant.ts";
import { UNITS } from "../../src/time/duration.ts";

/** Midnight of 2026-03-28 in UTC: hour 0 of every log here. */
export const MIDNIGHT = instant(Date.UTC(2026, 2, 28));

/** The instant `hours` after midnight. */
export function at(hours: number): Instant {
  return instant(MIDNIGHT + Math.round(hours * UNITS.h));
}

/** One day, one segment that wants `buy`, two zones and two devices. */
export const DAY: MeasureSetup = {
  start: at(0),
  end: at(24),
  segments: ["evening_offer"],
  intents: ["buy"],
  grace: GRACE,
  recallWindow: RECALL_WINDOW,
  zones: ["Europe/Berlin", "Asia/Kolkata"],
  devices: ["mobile", "desktop"],
};

/** Entries and exits in turn, at hours after midnight: `[18, 21]` is one membership. */
export function visits(hours: readonly number[], segment = 0, device = "mobile"): Transition[] {
  return hours.map((hour, index) => ({
    at: at(hour),
    segment,
    kind: index % 2 === 0 ? "entered" : "left",
    device,
    zone: "Europe/Berlin",
  }));
}

/** A stretch in which the person wanted to buy. */
export function wants(from: number, to: number, mission = 1, kind = "researcher"): IntentSpan {
  return { intent: "buy", mission, kind, from: at(from), to: at(to) };
}

/** What truly was: perfect memberships and wishes. */
export function truly(perfect: readonly number[], ...intents: IntentSpan[]): TruthLog {
  return { perfect: visits(perfect), intents, orders: 1, twinOrders: 0 };
}

/** A decision and what came of it. */
export function decided(
  hour: number,
  outcome: Decision["outcome"],
  given: Partial<Decision> = {},
): Decision {
  return { at: at(hour), segment: 0, cause: "entered", outcome, ...given };
}

/** A message that went out, or its ghost. */
export function sent(hour: number, given: Partial<Send> = {}): Send {
  return { at: at(hour), segment: 0, subject: "Offer", payload: {}, ghost: false, ...given };
}

/** A log in which nothing happened, with what is given on top. */
export function log(index: number, given: Partial<ProfileLog> = {}): ProfileLog {
  return {
    index,
    id: `p-${index}`,
    zone: "Europe/Berlin",
    device: "mobile",
    zoneAssumed: false,
    consentUnknown: false,
    unmailable: [],
    events: 10,
    transitions: [],
    decisions: [],
    sends: [],
    ...given,
  };
}

/** The totals of some logs. */
export function totalsOf(logs: readonly ProfileLog[], setup: MeasureSetup = DAY): Totals {
  const totals = emptyTotals(setup);
  for (const each of logs) fold(totals, setup, each);
  return totals;
}

/** The measures of some logs. */
export function measured(logs: readonly ProfileLog[], setup: MeasureSetup = DAY): Measures {
  return summarize(totalsOf(logs, setup), setup);
}

/** The measures of the first segment. */
export function first(logs: readonly ProfileLog[], setup: MeasureSetup = DAY): SegmentMeasures {
  return measured(logs, setup).segments[0]!;
}
