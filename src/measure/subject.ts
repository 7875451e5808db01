import type { ProfileLog, Transition } from "../model/log.ts";
import type { IntentSpan } from "../model/truth.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import { type MeasureSetup, zoneSlice } from "./setup.ts";

/** One membership, `[from, to)`; `to` is `NEVER` if it did not end. */
export interface Stay {
  readonly from: Instant;
  readonly to: Instant;
  /** The device at the entry, as the engine knew it. */
  readonly device: string | undefined;
}

/** One profile before one segment: what every measure looks at. */
export interface Subject {
  readonly log: ProfileLog;
  readonly segment: number;
  readonly zone: number;
  /** The memberships that the engine gave, in order. */
  readonly stays: readonly Stay[];
  /** The parts of them in which the profile could be written to. */
  readonly mailable: readonly Stay[];
  /** Those on perfect data, and the stretches of the intent that the segment is for; absent without truth. */
  readonly truth: Truth | undefined;
}

/** What a subject truly was. */
export interface Truth {
  readonly stays: readonly Stay[];
  readonly wanted: readonly IntentSpan[];
}

const NONE: readonly never[] = [];

/** Reads the profile's log for one segment. */
export function subjectOf(log: ProfileLog, setup: MeasureSetup, segment: number): Subject {
  const stays = staysOf(log.transitions, segment);
  return {
    log,
    segment,
    zone: zoneSlice(setup, log.zone),
    stays,
    mailable: log.unmailable.length === 0 ? stays : without(stays, log.unmailable),
    truth: log.truth && {
      stays: staysOf(log.truth.perfect, segment),
      wanted: wantedOf(log.truth.intents, setup.intents[segment]),
    },
  };
}

/** The memberships that the transitions of a segment make. An end without a beginning means nothing. */
export function staysOf(transitions: readonly Transition[], segment: number): readonly Stay[] {
  if (transitions.length === 0) return NONE;
  const stays: Stay[] = [];
  let open: Transition | undefined;
  for (const transition of transitions) {
    if (transition.segment !== segment) continue;
    if (transition.kind === "entered") open ??= transition;
    else if (open !== undefined) {
      stays.push({ from: open.at, to: transition.at, device: open.device });
      open = undefined;
    }
  }
  if (open !== undefined) stays.push({ from: open.at, to: NEVER, device: open.device });
  return stays;
}

/** What is left of stays outside of some stretches, which are in order and apart. */
function without(stays: readonly Stay[], stretches: readonly Lasting[]): readonly Stay[] {
  return stays.flatMap(({ device, ...stay }) => {
    const left: Stay[] = [];
    let from = stay.from;
    for (const stretch of stretches) {
      const to = stretch.from < stay.to ? stretch.from : stay.to;
      if (from < to) left.push({ device, from, to });
      if (from < stretch.to) from = stretch.to;
    }
    return from < stay.to ? [...left, { device, from, to: stay.to }] : left;
  });
}

function wantedOf(
  intents: readonly IntentSpan[],
  intent: string | undefined,
): readonly IntentSpan[] {
  return intents.length === 0 ? NONE : intents.filter((span) => span.intent === intent);
}

/** Something that lasts, `[from, to)`. */
export interface Lasting {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether one of the spans holds the instant. */
export function covers(spans: readonly Lasting[], at: Instant): boolean {
  return spans.some((span) => span.from <= at && at < span.to);
}

/** Spans that overlap or touch, made one: what several missions want at once is wanted once. */
export function joined(spans: readonly Lasting[]): readonly Lasting[] {
  if (spans.length < 2) return spans;
  const whole: Lasting[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last === undefined || span.from > last.to) whole.push(span);
    else whole[whole.length - 1] = { from: last.from, to: span.to > last.to ? span.to : last.to };
  }
  return whole;
}

/** How long two spans overlap within a third, in milliseconds. */
export function overlapMs(a: Lasting, b: Lasting, within: Lasting): number {
  return Math.max(0, Math.min(a.to, b.to, within.to) - Math.max(a.from, b.from, within.from));
}
