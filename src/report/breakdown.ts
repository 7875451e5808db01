import type { AccuracySlice } from "../measure/accuracy.ts";
import type { BreakdownMeasure } from "../measure/breakdown.ts";
import type { CaseName, EightCase } from "../measure/eight-cases.ts";
import type { Rate } from "../measure/verdict.ts";
import { formatCount, formatEstimate } from "./format.ts";
import { table } from "./table.ts";

const NAMES: Readonly<Record<CaseName, string>> = {
  true_positive: "true positive",
  intent_false_positive: "intent false positive",
  staleness_false_positive: "staleness false positive",
  lucky_positive: "lucky positive",
  staleness_false_negative: "staleness false negative",
  rule_false_negative: "rule false negative",
  averted: "averted by a fault",
  true_negative: "true negative",
};

/** The eight cases, each with how many there were and their share. */
export function casesTable(cases: readonly EightCase[]): string {
  const mark = (is: boolean): string => (is ? "yes" : "no");
  const rows = cases.map(({ name, engine, perfect, wanted, entries, sends }) => [
    NAMES[name],
    ...[engine, perfect, wanted].map(mark),
    counted(entries),
    engine ? counted(sends) : "",
  ]);
  return [
    "The eight cases, by whether the engine said in, perfect data says in, and the person wanted it. Shares are of entries and of sends; where the engine said nothing, of the entries on perfect data, and of missions where the rule itself missed. Who is rightly out is never counted.",
    table(["case", "engine", "perfect", "wanted", "entries", "sends"], rows),
  ].join("\n\n");
}

function counted(rate: Rate): string {
  return rate.status === "estimated" ? `${formatCount(rate.count)}: ${formatEstimate(rate)}` : "–";
}

/** Entries and sends by hour, day and mission. */
export function breakdownTable({ entries, sends }: BreakdownMeasure): string {
  const rowsOf = (
    all: readonly AccuracySlice[],
    sent: readonly AccuracySlice[],
    nameOf: (name: string) => string,
  ): readonly (readonly string[])[] =>
    all.map((slice) => {
      const send = sent.find(({ name }) => name === slice.name);
      return [
        nameOf(slice.name),
        formatCount(slice.of),
        formatEstimate(slice.precision),
        formatEstimate(slice.intentFalsePositiveShare),
        formatEstimate(slice.stalenessFalsePositiveShare),
        formatCount(send?.of ?? 0),
        send === undefined ? "–" : formatEstimate(send.precision),
      ];
    });
  const rows = [
    ...rowsOf(entries.hours, sends.hours, (hour) => `at ${hour}:00`),
    ...rowsOf(entries.days, sends.days, (day) => `from ${day.slice(0, 16).replace("T", " ")}`),
    ...rowsOf(entries.missions, sends.missions, (kind) => `mission: ${kind}`),
  ];
  return [
    "By hour on the wall at home, by 24 hours of the run (UTC), and by the mission that was open.",
    table(
      ["every entry", "n", "precision", "intent FP", "staleness FP", "sends", "their precision"],
      rows,
    ),
  ].join("\n\n");
}
