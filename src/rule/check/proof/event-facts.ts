import { UNITS, duration } from "../../../time/duration.ts";
import type {
  Aggregate,
  Count,
  InSession,
  MetricRef,
  Recency,
  Sequence,
  Window,
} from "../../ast.ts";
import type { Duration } from "../../../time/duration.ts";
import { type Bound, type EventSet, FALSE, type Formula, type Subject } from "./formula.ts";
import { type Maker, factFor, factOf, numberFact } from "./maker.ts";
import { ALL_NUMBERS, below, both, from, numbersOf, only, others, upTo } from "./numbers.ts";
import { MISSING, PRESENT, type Values, numeric, numericOrMissing } from "./values.ts";

/** Sums, averages and extremes are compared in ten-thousandths. */
const PARTS_OF_ONE = 10_000;

/** No value beyond this is looked at. */
const LARGEST = 1e9 * PARTS_OF_ONE;

/** Sessions lie in the last 24 h. */
const LONGEST_SESSION = UNITS.d;

/** All events of the session log. */
const ANY_VISIT: MetricRef = {
  word: "events",
  quoted: false,
  events: [],
  prefix: "",
  feed: "session-log",
};

/** The meaning of a count. */
export function countMeaning(count: Count, maker: Maker): Formula {
  const { metric, where, of, window, comparator, number } = count;
  const events = maker.eventsOf(metric, where);
  const numbers = numbersOf(comparator, number);
  const subjectFor = (bound: Bound): Subject =>
    countSubject(boundTo(events, of!.property, bound), window, maker);
  const pass = numeric(numbers);
  const fail = numeric(others(numbers));
  if (of === undefined) return factOf(countSubject(events, window, maker), pass, fail);
  return factFor(subjectFor, true, pass, fail);
}

function boundTo(events: EventSet, property: string, bound: Bound): EventSet {
  const value = bound[property] ?? "";
  return { ...events, key: `${events.key} of ${property} ${value}`, bound: { property, value } };
}

function countSubject(events: EventSet, window: Window, maker: Maker): Subject {
  return maker.subject(`count ${events.key} ${JSON.stringify(window)}`, () => ({
    about: { kind: "count", events, window },
    universe: numeric(maker.isImpossible(events) ? only(0) : from(0)),
  }));
}

/** There are as many events in the window, or more. */
function atLeast(number: number, events: EventSet, window: Window, maker: Maker): Formula {
  return numberFact(countSubject(events, window, maker), from(number));
}

/** There is none in the window. */
function none(events: EventSet, window: Window, maker: Maker): Formula {
  return numberFact(countSubject(events, window, maker), only(0));
}

/** The meaning of a figure over events. */
export function aggregateMeaning(aggregate: Aggregate, maker: Maker): Formula {
  const { metric, where, window, property, comparator, number } = aggregate;
  const events = maker.eventsOf(metric, where);
  const name = aggregate.function;
  const subject = maker.subject(
    `${name} ${JSON.stringify(property)} ${events.key} ${JSON.stringify(window)}`,
    () => ({
      about: { kind: "figure", function: name, property, events, window },
      universe: FIGURES[name],
      ...(name === "average" ? { isReal: true } : {}),
      ifPresent: () =>
        name === "sum" || name === "distinct" ? undefined : atLeast(1, events, window, maker),
    }),
  );
  const asked = name === "distinct" ? number : Math.round(number * PARTS_OF_ONE);
  return numberFact(subject, numbersOf(comparator, asked));
}

const BETWEEN = numericOrMissing(both(from(-LARGEST), upTo(LARGEST)));
const FIGURES: Readonly<Record<Aggregate["function"], Values>> = {
  sum: numeric(ALL_NUMBERS),
  distinct: numeric(from(0)),
  average: BETWEEN,
  minimum: BETWEEN,
  maximum: BETWEEN,
};

/** The meaning of how long ago the newest or the oldest event happened. The newest is told by counts: one within the
 *  length, or none within it and yet one before. */
export function recencyMeaning(recency: Recency, maker: Maker): Formula {
  const { metric, where, which, relation, length } = recency;
  const events = maker.eventsOf(metric, where);
  const last: Window = { kind: "last", length };
  if (which === "last") {
    if (relation === "within") return atLeast(1, events, last, maker);
    const ever = atLeast(1, events, { kind: "ever" }, maker);
    return { kind: "all", parts: [none(events, last, maker), ever] };
  }
  const isOlder = relation === "before";
  return numberFact(firstSubject(events, maker), isOlder ? from(length) : below(length));
}

function firstSubject(events: EventSet, maker: Maker): Subject {
  return maker.subject(`first ${events.key}`, () => ({
    about: { kind: "first", events },
    universe: numericOrMissing(from(0)),
    ifPresent: () => atLeast(1, events, { kind: "ever" }, maker),
    ifMissing: () => none(events, { kind: "ever" }, maker),
  }));
}

const HAPPENED = only(1);

/** The meaning of one event that follows another, or does not. */
export function sequenceMeaning(sequence: Sequence, maker: Maker): Formula {
  const { negated, within, window } = sequence;
  const first = maker.eventsOf(sequence.first.metric, sequence.first.where);
  const second = maker.eventsOf(sequence.second.metric, sequence.second.where);
  // An event that lies in the window is not yet as old as that.
  if (negated && window.kind === "last" && within >= window.length) return FALSE;
  const about = { kind: "sequence", first, second, negated, within, window } as const;
  const key = JSON.stringify([first.key, second.key, negated, within, window]);
  const subject = maker.subject(`sequence ${key}`, () => ({
    about,
    universe: numericOrMissing(HAPPENED),
    ifPresent: () => ({
      kind: "all",
      parts: negated
        ? [
            atLeast(1, first, window, maker),
            none(second, { kind: "last", length: within }, maker),
            numberFact(firstSubject(first, maker), from(within)),
          ]
        : [atLeast(1, second, window, maker), atLeast(1, first, longer(window, within), maker)],
    }),
  }));
  return factOf(subject, PRESENT, MISSING);
}

function longer(window: Sequence["window"], by: Duration): Window {
  if (window.kind === "ever") return window;
  return { kind: "last", length: duration(window.length + by) };
}

/** The meaning of `in session` and `session ended`: an event of the session log younger than the pause. */
export function inSessionMeaning({ gap, ended }: Pick<InSession, "gap" | "ended">, maker: Maker) {
  const length = duration(Math.min(gap, LONGEST_SESSION));
  const visits = maker.eventsOf(ANY_VISIT, undefined);
  const window: Window = { kind: "last", length };
  return ended ? none(visits, window, maker) : atLeast(1, visits, window, maker);
}
