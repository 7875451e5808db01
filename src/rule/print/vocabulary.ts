import type { Predicate } from "../../model/predicate.ts";
import type { EventDefinition, Metric, PartOfDay, Vocabulary } from "../../model/vocabulary.ts";
import { formatDuration } from "../../time/duration.ts";
import { formatTime } from "../grammar/clock.ts";
import { quote } from "../quote.ts";
import { meaningOf } from "../vocabulary.ts";
import { printWhere, printWord } from "./value.ts";

/** The vocabulary block that makes `vocabulary` out of `base`, in canonical form with a line end; empty if they are the
 *  same. Words that only `base` has cannot be taken away, and are passed over. */
export function printVocabulary(vocabulary: Vocabulary, base: Vocabulary): string {
  const { events, metrics, parts, attributes, scores, things, devices, areas } = vocabulary;
  const newScores = added(scores, base.scores);
  const isOther = ([name]: readonly [string, unknown]): boolean => !newScores.includes(name);
  const lines = [
    ...changed(events, base.events).map(([name, event]) =>
      printEvent(name, event, meaningOf(base.events, name)),
    ),
    // Metrics may name parts of the day, so those come before them.
    ...changed(parts, base.parts).map(([name, part]) => printPartEntry(name, part)),
    ...changed(metrics, base.metrics).map(([name, metric]) => printMetric(name, metric, parts)),
    ...changed(attributes, base.attributes)
      .filter(isOther)
      .map(([name, type]) => `attribute ${name} ${type}`),
    ...newScores.map((name) => `score ${name}`),
    ...changed(things, base.things).map(([name, key]) => `thing ${name} = ${printWord(key)}`),
    ...added(devices, base.devices).map((name) => `device ${name}`),
    ...added(areas, base.areas).map((name) => `area ${name}`),
    ...(vocabulary.sessionGap === base.sessionGap
      ? []
      : [`session gap ${formatDuration(vocabulary.sessionGap)}`]),
  ];
  return lines.length === 0 ? "" : `vocabulary\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function added(words: readonly string[], base: readonly string[]): readonly string[] {
  return words.filter((each) => !base.includes(each));
}

function changed<T>(
  words: Readonly<Record<string, T>>,
  base: Readonly<Record<string, T>>,
): readonly (readonly [string, T])[] {
  return Object.entries(words).filter(
    ([word, meaning]) =>
      !Object.hasOwn(base, word) || JSON.stringify(base[word]) !== JSON.stringify(meaning),
  );
}

function printEvent(
  name: string,
  { feed, properties = {} }: EventDefinition,
  before: EventDefinition | undefined,
): string {
  const list = Object.entries(properties).map(([key, type]) => `${printWord(key)} ${type}`);
  const from = feed === (before?.feed ?? "session-log") ? "" : ` from ${feed}`;
  return `event ${quote(name)}${from}${list.length === 0 ? "" : ` with ${list.join(", ")}`}`;
}

/** The entry that defines a part of the day. */
export function printPartEntry(name: string, { from, to }: PartOfDay): string {
  return `part ${name} = ${formatTime(from)}..${formatTime(to)}`;
}

type Parts = Readonly<Record<string, PartOfDay>>;

function printMetric(name: string, metric: Metric, parts: Parts): string {
  const { where } = metric;
  return printMetricEntry(
    name,
    where === undefined ? metric : { ...metric, where: settle(where, parts) },
  );
}

/** The entry that defines a metric, where the words for parts of the day still mean what they meant to it. */
export function printMetricEntry(name: string, metric: Metric): string {
  const { events, prefix, feed, where } = metric;
  const beginning = prefix === undefined ? [] : [`starting with ${quote(prefix)}`];
  const counted = [...events.map(quote), ...beginning].join(" or ");
  const from = feed === undefined ? "" : ` from ${feed}`;
  return `metric ${name} = ${counted}${from}${printWhere(where)}`;
}

/** The predicate with times instead of words for parts of the day that have since come to mean others. */
function settle(predicate: Predicate, parts: Parts): Predicate {
  switch (predicate.kind) {
    case "and":
    case "or":
      return { ...predicate, predicates: predicate.predicates.map((each) => settle(each, parts)) };
    case "not":
      return { kind: "not", predicate: settle(predicate.predicate, parts) };
    case "local_time": {
      const { kind, from, to, part } = predicate;
      const now = part === undefined ? undefined : meaningOf(parts, part);
      return now?.from === from && now.to === to ? predicate : { kind, from, to };
    }
    case "property":
    case "weekday":
      return predicate;
  }
}
