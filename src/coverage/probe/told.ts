import { PROFILE_UPDATED, type Value, type Values } from "../../model/event.ts";
import type { CaseEvent } from "../../scenario/case-event.ts";
import type { CaseFile } from "../../scenario/case-schema.ts";
import type { CaseWish } from "../../scenario/case-wish.ts";
import { type Instant, formatInstant } from "../../time/instant.ts";
import { sessionEvents } from "./session.ts";
import type { PlacedEvent, State, StateKey, StateValue } from "./sketch.ts";
import type { Scene } from "./stage.ts";
import { sampleOf } from "./values.ts";

/** An event of a made-up life. */
export type ToldEvent = Omit<CaseEvent, "offset" | "arrives"> & { readonly at: Instant };

/** A made-up life, and the instant at which is asked about it. */
export interface Told {
  readonly zone: string;
  readonly device?: string | undefined;
  readonly attributes: Values;
  readonly isHeldOut?: boolean | undefined;
  readonly events: readonly ToldEvent[];
  /** Nobody is a member before this; without it, the case begins just before its first event. */
  readonly from?: Instant | undefined;
  readonly at: Instant;
}

/** The life that a sketch asks for. */
export function told({ stage, sketch, zone, at }: Scene): Told {
  const attributes: Record<string, Value> = {};
  const said: ToldEvent[] = [];
  let device: string | undefined;
  for (const [key, state] of Object.entries(sketch.states) as [StateKey, State][]) {
    const beforehand = valueOf(state.ago === undefined ? state.value : state.before, at);
    if (state.ago !== undefined) said.push(sayingOf(key, state, { at, stage }));
    if (beforehand === null || beforehand === undefined) continue;
    if (key === "device") device = textOf(beforehand);
    else attributes[key.slice(key.indexOf(".") + 1)] = beforehand;
  }
  const session = sketch.session === undefined ? [] : sessionEvents(sketch.session, stage);
  const placed = [...sketch.events, ...session].map((event) => toldEvent(event, at));
  return { zone: zone.name, device, attributes, events: inOrder([...placed, ...said]), at };
}

function toldEvent({ ago, ...event }: PlacedEvent, at: Instant): ToldEvent {
  return { ...event, at: (at - ago) as Instant };
}

/** The order in which events are written: by when they happen. */
export function inOrder(events: readonly ToldEvent[]): readonly ToldEvent[] {
  return events.toSorted((a, b) => a.at - b.at);
}

function valueOf(value: StateValue | undefined, at: Instant): Value | undefined {
  if (!isRelative(value)) return value;
  return formatInstant((at + value.relative) as Instant);
}

function isRelative(value: StateValue | undefined): value is { readonly relative: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "relative" in value &&
    typeof value.relative === "number"
  );
}

/** Devices and places are texts. */
function textOf(value: Value | undefined): string {
  return typeof value === "string" ? value : "another";
}

/** The event that brings a state about. */
export function sayingOf(
  key: StateKey,
  state: State,
  { at, stage }: Pick<Scene, "at" | "stage">,
): ToldEvent {
  const when = { at: (at - (state.ago ?? 0)) as Instant };
  const value = valueOf(state.value, at);
  const name = key.slice(key.indexOf(".") + 1);
  if (key === "device")
    return { ...when, name: stage.neutral, properties: {}, device: textOf(value) };
  if (key.startsWith("place."))
    return { ...when, name: stage.neutral, properties: {}, place: { [name]: textOf(value) } };
  const stated = value === undefined ? sampleOf(stage.vocabulary.attributes[name]) : value;
  return { ...when, name: PROFILE_UPDATED, properties: { [name]: stated } };
}

/** The case that tells of a life. */
export function caseOfTold(
  name: string,
  { zone, device, attributes, isHeldOut, events, from, at }: Told,
  expectations: Readonly<Record<string, CaseWish>>,
): CaseFile {
  return {
    name,
    profile: { zone, device, attributes, ...(isHeldOut === true ? { holdout: true } : {}) },
    from: from === undefined ? undefined : { kind: "offset", offset: from - at },
    events: events.map(({ at: when, ...event }): CaseEvent => {
      const offset = when - at;
      // What lies after the instant must say when it becomes known: when it happens.
      return { ...event, offset, arrives: offset > 0 ? offset : undefined };
    }),
    at: { kind: "instant", at },
    expectations,
  };
}
