import type { EventDefinition, Metric, Vocabulary } from "../model/vocabulary.ts";
import { formatTime } from "./grammar/clock.ts";
import { printWhere, printWord } from "./printer.ts";
import { quote } from "./quote.ts";

/** The vocabulary block that makes `vocabulary` out of `base`, in canonical form with a line end; empty if they are the
 *  same. Words that only `base` has cannot be taken away, and are passed over. */
export function printVocabulary(vocabulary: Vocabulary, base: Vocabulary): string {
  const { events, metrics, parts, attributes, things, devices, areas } = vocabulary;
  const lines = [
    ...changed(events, base.events).map(([name, event]) => printEvent(name, event)),
    ...changed(metrics, base.metrics).map(([name, metric]) => printMetric(name, metric)),
    ...changed(parts, base.parts).map(
      ([name, { from, to }]) => `part ${name} = ${formatTime(from)}..${formatTime(to)}`,
    ),
    ...changed(attributes, base.attributes).map(([name, type]) => `attribute ${name} ${type}`),
    ...changed(things, base.things).map(([name, key]) => `thing ${name} = ${printWord(key)}`),
    ...devices.filter((each) => !base.devices.includes(each)).map((name) => `device ${name}`),
    ...areas.filter((each) => !base.areas.includes(each)).map((name) => `area ${name}`),
  ];
  return lines.length === 0 ? "" : `vocabulary\n${lines.map((line) => `  ${line}\n`).join("")}`;
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

function printEvent(name: string, { feed, properties = {} }: EventDefinition): string {
  const list = Object.entries(properties).map(([key, type]) => `${printWord(key)} ${type}`);
  const from = feed === "session-log" ? "" : ` from ${feed}`;
  return `event ${quote(name)}${from}${list.length === 0 ? "" : ` with ${list.join(", ")}`}`;
}

function printMetric(name: string, { events, where }: Metric): string {
  return `metric ${name} = ${events.map(quote).join(" or ")}${printWhere(where)}`;
}
