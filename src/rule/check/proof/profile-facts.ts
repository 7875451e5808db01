import type { ValueTest } from "../../../model/predicate.ts";
import { UNITS } from "../../../time/duration.ts";
import type {
  AttributeIs,
  ConsentIs,
  DeviceIs,
  FreshIs,
  Held,
  InSegment,
  InstantIs,
  PlaceIs,
  SegmentChange,
  SessionField,
  SessionIs,
} from "../../ast.ts";
import { membershipCondition } from "../../membership.ts";
import { inSessionMeaning } from "./event-facts.ts";
import type { Fact, Formula, Subject } from "./formula.ts";
import { type Maker, factOf, numberFact } from "./maker.ts";
import { ALL_NUMBERS, type Numbers, above, both, from, range, upTo } from "./numbers.ts";
import { ALL_TEXTS } from "./texts.ts";
import {
  ALL_VALUES,
  MISSING,
  NO_VALUES,
  PRESENT,
  type Values,
  numericOrMissing,
  texts,
  valuesOf,
} from "./values.ts";

const ANY_TEXT: Values = { ...NO_VALUES, texts: ALL_TEXTS };
const STATES: readonly string[] = ["given", "withdrawn", "unknown"] satisfies ConsentIs["state"][];

/** The meaning of a test on what a profile is: its device, place, an attribute, its consent. */
export function stateMeaning(
  state: DeviceIs | PlaceIs | AttributeIs | ConsentIs,
  maker: Maker,
): Fact {
  switch (state.kind) {
    case "device":
      return tested("device", { ...ANY_TEXT, missing: true }, state.test, maker);
    case "place": {
      // Everyone has a zone; the other fields may come from an attribute of any type.
      const universe = state.field === "zone" ? ANY_TEXT : ALL_VALUES;
      return tested(`place ${state.field}`, universe, state.test, maker);
    }
    case "attribute":
      return tested(attributeKey(state.attribute), ALL_VALUES, state.test, maker);
    case "consent": {
      const test = { kind: "compare", comparator: "=", value: state.state } as const;
      return tested("consent", texts(...STATES), test, maker);
    }
  }
}

function attributeKey(attribute: string): string {
  return `attribute ${attribute}`;
}

function tested(key: string, universe: Values, test: ValueTest, maker: Maker): Fact {
  const { pass, fail } = valuesOf(test);
  const draft = { about: { kind: "state", name: key }, universe, isReal: true } as const;
  return factOf(
    maker.subject(key, () => draft),
    pass,
    fail,
  );
}

/** The meaning of a state that has lasted: how long ago it last began to pass the test. */
export function heldMeaning({ condition, length }: Held, maker: Maker): Formula {
  const inner = stateMeaning(condition, maker);
  const of = inner.subjectFor({});
  const { pass, fail } = inner;
  const asked = condition.kind === "consent" ? condition.state : condition.test;
  const subject = maker.subject(`held ${of.id} ${JSON.stringify(asked)}`, () => ({
    about: { kind: "held", of, pass, fail },
    universe: numericOrMissing(from(0)),
    ifPresent: () => inner,
    ifMissing: () => ({ kind: "not", part: inner }),
  }));
  return numberFact(subject, from(length));
}

/** The meaning of where an attribute of type instant lies, seen from now. */
export function instantMeaning(condition: InstantIs, maker: Maker): Formula {
  const { attribute, relation, length } = condition;
  const spelled: Values = { ...NO_VALUES, texts: { ...ALL_TEXTS, unspelt: false } };
  const subject = maker.subject(`instant ${attribute}`, () => ({
    about: { kind: "state", name: attributeKey(attribute) },
    universe: numericOrMissing(ALL_NUMBERS),
    ifPresent: () => factOf(attributeSubject(attribute, maker), spelled, ALL_VALUES),
  }));
  return numberFact(subject, distances(relation, length));
}

function distances(relation: InstantIs["relation"], length: number): Numbers {
  switch (relation) {
    case "within_last":
      return both(above(-length), upTo(0));
    case "before_last":
      return upTo(-length);
    case "within_next":
      return both(above(0), upTo(length));
    case "after_next":
      return above(length);
  }
}

function attributeSubject(attribute: string, maker: Maker): Subject {
  const present = { kind: "attribute", attribute, test: { kind: "present" } } as const;
  return stateMeaning({ ...present, span: { start: 0, end: 0 } }, maker).subjectFor({});
}

/** The meaning of how new the newest statement of an attribute is. */
export function freshMeaning({ attribute, length }: FreshIs, maker: Maker): Formula {
  const subject = maker.subject(`fresh ${attribute}`, () => ({
    about: { kind: "state", name: attributeKey(attribute) },
    universe: numericOrMissing(from(0)),
    ifPresent: () => factOf(attributeSubject(attribute, maker), PRESENT, MISSING),
  }));
  return numberFact(subject, range(0, length));
}

const OF_TIME = numericOrMissing(range(0, UNITS.d)); // A session lies in the last 24 h.
const OF_NUMBER = numericOrMissing(from(0));
const FIELDS: Readonly<Record<SessionField, Values>> = {
  depth: OF_NUMBER,
  clicks: OF_NUMBER,
  duration: OF_TIME,
  time_on_page: OF_TIME,
  scroll_depth: numericOrMissing(ALL_NUMBERS),
  referrer: { ...ANY_TEXT, missing: true },
  campaign: { ...ANY_TEXT, missing: true },
};

/** Fields that every session has. */
const ALWAYS_THERE: readonly SessionField[] = ["depth", "clicks", "duration"];

/** The meaning of a test on the session at hand. */
export function sessionMeaning({ field, metric, gap, test }: SessionIs, maker: Maker): Formula {
  const events = metric === undefined ? undefined : maker.eventsOf(metric, undefined);
  const subject = maker.subject(`session ${field} ${gap} ${events?.key}`, () => ({
    about: { kind: "session", field, events, gap },
    universe: FIELDS[field],
    ...(field === "scroll_depth" ? { isReal: true } : {}),
    ifPresent: () => inSessionMeaning({ gap, ended: false }, maker),
    ifMissing: () =>
      ALWAYS_THERE.includes(field) ? inSessionMeaning({ gap, ended: true }, maker) : undefined,
  }));
  const { pass, fail } = valuesOf(test);
  return factOf(subject, pass, fail);
}

/** The meaning of being a member of another segment: since when, and that its own conditions hold. */
export function inSegmentMeaning(condition: InSegment, maker: Maker): Formula {
  const { segment } = condition;
  const asked = maker.segmentOf(segment);
  const inner = (): Formula | undefined =>
    asked === undefined ? undefined : maker.formulaOf(membershipCondition(asked));
  const subject = maker.subject(`member ${segment}`, () => ({
    about: { kind: "member", segment },
    universe: numericOrMissing(from(0)),
    ifPresent: inner,
    // Who satisfies the conditions is a member, unless an `until` has ended that.
    ifMissing: () => {
      const part = asked?.until === undefined ? inner() : undefined;
      return part && { kind: "not", part };
    },
  }));
  return numberFact(subject, from(condition.for ?? 0));
}

/** The meaning of having entered or left another segment: how long ago it was. */
export function changeMeaning({ segment, change, length }: SegmentChange, maker: Maker): Formula {
  const subject = maker.subject(`${change} ${segment}`, () => ({
    about: { kind: change, segment },
    universe: numericOrMissing(from(0)),
  }));
  return numberFact(subject, range(0, length));
}
