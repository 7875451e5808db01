import type { About, EventSet, Subject } from "./formula.ts";
import { from, fromLeastOf, only, unionOf, upToGreatestOf } from "./numbers.ts";
import {
  ALL_VALUES,
  MISSING,
  PRESENT,
  type Values,
  bothValues,
  isEmpty,
  numeric,
  numericOrMissing,
} from "./values.ts";
import { isWindowWithin, shortest } from "./window-within.ts";

/** What is known of one subject, given what may be found for another. */
export type Link = (given: Values) => Values;

/** Whether all events of one set are in another. */
export type Inclusion = (inner: EventSet, outer: EventSet) => boolean;

/** What one subject says about another. Every link must hold for all histories at all instants. */
export function linksOf(given: Subject, other: Subject, isWithin: Inclusion): readonly Link[] {
  const [a, b] = [given.about, other.about];
  switch (a.kind) {
    case "count":
    case "figure":
    case "first":
      return linksOfEvents(a, b, isWithin);
    case "sequence":
      return b.kind === "sequence" ? linksOfSequences(a, b, isWithin) : [];
    case "held":
      return b.kind === "held" && a.of === b.of ? linksOfHeld(a, b) : [];
    case "member":
    case "entered":
    case "left":
      return linksOfSegment(a, b);
    case "session":
      return linksOfSession(a, b);
    case "state":
      return [];
  }
}

type Held = Extract<About, { readonly kind: "held" }>;
type Sequence = Extract<About, { readonly kind: "sequence" }>;
type Events = Extract<About, { readonly kind: "count" | "figure" | "first" }>;
type Windowed = Extract<About, { readonly kind: "count" | "figure" }>;
type Session = Extract<About, { readonly kind: "session" }>;

const atLeast: Link = ({ numbers }) => numeric(fromLeastOf(numbers));
const atMost: Link = ({ numbers }) => numeric(upToGreatestOf(numbers));
const missingOrAtLeast: Link = ({ numbers }) => numericOrMissing(fromLeastOf(numbers));
const missingOrAtMost: Link = ({ numbers }) => numericOrMissing(upToGreatestOf(numbers));
const asPresent: Link = (set) => (set.missing ? ALL_VALUES : PRESENT);
const asMissing: Link = (set) => (isOnlyMissing(set) ? MISSING : ALL_VALUES);

function ifPresent(link: Link): Link {
  return (set) => (set.missing ? ALL_VALUES : link(set));
}

function isOnlyMissing(set: Values): boolean {
  return set.missing && isEmpty({ ...set, missing: false });
}

function isZero({ numbers }: Values): boolean {
  return numbers.length === 2 && numbers[0]!.at === 0 && numbers[1]!.at === 0;
}

function isNotZero({ numbers }: Values): boolean {
  return isEmpty(bothValues(numeric(numbers), numeric(only(0))));
}

function linksOfEvents(a: Events, b: About, isWithin: Inclusion): readonly Link[] {
  if (b.kind === "session" && a.kind === "count") return linksOfCountInSession(a, b);
  if (b.kind !== "count" && b.kind !== "figure" && b.kind !== "first") return [];
  if (a.kind === "first")
    return b.kind === "first" ? firsts(a, b, isWithin) : firstToCount(a, b, isWithin);
  if (b.kind === "first") return countToFirst(a, b, isWithin);
  return [
    ...(isInside(a, b, isWithin) ? linksOutward(a, b) : []),
    ...(isInside(b, a, isWithin) ? linksInward(a, b) : []),
  ];
}

function isInside(inner: Windowed, outer: Windowed, isWithin: Inclusion): boolean {
  return isWindowWithin(inner.window, outer.window) && isWithin(inner.events, outer.events);
}

/** What a figure over some events says about one over more of them. */
function linksOutward(inner: Windowed, outer: Windowed): readonly Link[] {
  const [a, b] = [functionOf(inner), functionOf(outer)];
  if (isCounting(a) && b === "count") return [atLeast];
  if (a === "sum" && b === "count")
    return [(set) => (isNotZero(set) ? numeric(from(1)) : ALL_VALUES)];
  if (!isOfOneProperty(inner, outer)) return [];
  if (a === "distinct" && b === "distinct") return [atLeast];
  if (!isOrdered(a)) return [];
  if (b === "maximum") return [ifPresent(atLeast)];
  return b === "minimum" ? [ifPresent(atMost)] : [];
}

/** What a figure over some events says about one over fewer of them. */
function linksInward(outer: Windowed, inner: Windowed): readonly Link[] {
  const [a, b] = [functionOf(outer), functionOf(inner)];
  if (a === "count" && isCounting(b)) return [atMost];
  if (a === "count" && b === "sum") return [(set) => (isZero(set) ? numeric(only(0)) : ALL_VALUES)];
  if (!isOfOneProperty(outer, inner)) return [];
  if (a === "distinct" && b === "distinct") return [atMost];
  if (!isOrdered(b)) return [];
  if (a === "maximum") return [missingOrAtMost];
  return a === "minimum" ? [missingOrAtLeast] : [];
}

function functionOf(about: Windowed) {
  return about.kind === "count" ? "count" : about.function;
}

function isCounting(name: string): boolean {
  return name === "count" || name === "distinct";
}

function isOrdered(name: string): boolean {
  return name === "minimum" || name === "average" || name === "maximum";
}

function isOfOneProperty(a: Windowed, b: Windowed): boolean {
  return a.kind === "figure" && b.kind === "figure" && a.property === b.property;
}

type First = Extract<About, { readonly kind: "first" }>;

/** The oldest of more events is as old or older. */
function firsts(a: First, b: First, isWithin: Inclusion): readonly Link[] {
  return [
    ...(isWithin(a.events, b.events) ? [ifPresent(atLeast)] : []),
    ...(isWithin(b.events, a.events) ? [missingOrAtMost] : []),
  ];
}

function firstToCount(first: First, count: Windowed, isWithin: Inclusion): readonly Link[] {
  if (count.kind !== "count") return [];
  const reach = shortest(count.window);
  return [
    ...(isWithin(count.events, first.events)
      ? [(set: Values) => (isOnlyMissing(set) ? numeric(only(0)) : ALL_VALUES)]
      : []),
    ...(isWithin(first.events, count.events)
      ? [(set: Values) => (isYounger(set, reach) ? numeric(from(1)) : ALL_VALUES)]
      : []),
  ];
}

/** Whether the oldest event is surely there and less than `reach` old. */
function isYounger(age: Values, reach: number): boolean {
  if (age.missing) return false;
  return reach === Infinity || isEmpty(bothValues(age, numeric(from(reach))));
}

function countToFirst(count: Windowed, first: First, isWithin: Inclusion): readonly Link[] {
  if (count.kind !== "count") return [];
  const reach = shortest(count.window);
  const older = reach === Infinity ? MISSING : numericOrMissing(from(reach));
  return [
    ...(isWithin(count.events, first.events)
      ? [(set: Values) => (isNotZero(set) ? PRESENT : ALL_VALUES)]
      : []),
    ...(isWithin(first.events, count.events)
      ? [(set: Values) => (isZero(set) ? older : ALL_VALUES)]
      : []),
  ];
}

function linksOfSequences(a: Sequence, b: Sequence, isWithin: Inclusion): readonly Link[] {
  return [
    ...(follows(a, b, isWithin) ? [asPresent] : []),
    ...(follows(b, a, isWithin) ? [asMissing] : []),
  ];
}

/** Whether the second sequence has happened wherever the first one has. */
function follows(a: Sequence, b: Sequence, isWithin: Inclusion): boolean {
  if (a.negated !== b.negated || !isWindowWithin(a.window, b.window)) return false;
  if (!isWithin(a.first, b.first)) return false;
  return a.negated
    ? b.within <= a.within && isWithin(b.second, a.second)
    : a.within <= b.within && isWithin(a.second, b.second);
}

/** A state that passes a narrower test has passed the wider one as long. */
function linksOfHeld(a: Held, b: Held): readonly Link[] {
  return [
    ...(isEmpty(bothValues(a.pass, b.fail)) ? [ifPresent(atLeast)] : []),
    ...(isEmpty(bothValues(b.pass, a.fail)) ? [missingOrAtMost] : []),
  ];
}

type OfSegment = Extract<About, { readonly kind: "member" | "entered" | "left" }>;

/** A member is one since the newest entering, and has not left since then. */
function linksOfSegment(a: OfSegment, b: About): readonly Link[] {
  if (b.kind !== "member" && b.kind !== "entered" && b.kind !== "left") return [];
  if (a.segment !== b.segment) return [];
  if (a.kind === "member")
    return b.kind === "entered" ? [ifPresent((set) => set)] : [ifPresent(missingOrAtLeast)];
  if (b.kind !== "member") return [];
  return a.kind === "entered"
    ? [({ numbers }) => numericOrMissing(numbers)]
    : [ifPresent(missingOrAtMost)];
}

type Count = Extract<About, { readonly kind: "count" }>;

/** `session depth` is the number of its pages, and missing where there is no session. */
function linksOfSession(session: Session, b: About): readonly Link[] {
  if (b.kind !== "count" || !isSameSession(session, b)) return [];
  return [({ numbers, missing }) => numeric(missing ? unionOf(numbers, only(0)) : numbers)];
}

function linksOfCountInSession(count: Count, session: Session): readonly Link[] {
  return isSameSession(session, count) ? [({ numbers }) => numericOrMissing(numbers)] : [];
}

function isSameSession({ field, events, gap }: Session, { window, ...count }: Count): boolean {
  if (field !== "depth" && field !== "clicks") return false;
  return window.kind === "session" && window.gap === gap && count.events.key === events?.key;
}
