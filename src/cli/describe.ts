import type { Figure } from "../journey/presets/figure.ts";
import type { Preset } from "../journey/presets/preset.ts";
import { PEOPLE_PRESETS } from "../journey/settings.ts";
import { inScenario } from "../scenario/numbers.ts";
import type { Scenario } from "../scenario/read.ts";
import { wrap } from "../text/wrap.ts";

/** One figure that people are made with. */
interface Described {
  readonly name: string;
  readonly value: unknown;
  readonly unit: string;
  readonly source: string;
  readonly year?: number | undefined;
  readonly assumed: boolean;
  /** Whether the scenario says it in place of the preset. */
  readonly said: boolean;
}

const GROUPS = [
  "zones",
  "destinations",
  "devices",
  "appleMail",
  "missions",
  "mailings",
  "consent",
  "hours",
  "weekdays",
  "categories",
] as const;

/** What people are made with in a scenario: every figure with its value, unit, source and year, and the kinds of missions. */
export function describe(scenario: Scenario, room: number): string {
  const preset: Preset = PEOPLE_PRESETS[scenario.preset];
  const lines = figuresOf(scenario).flatMap(({ name, value, unit, ...from }) => [
    ...indented(`${name}: ${shown(value)}`, 1, room),
    ...indented(`${unit}; ${sourceOf(from)}`, 5, room),
  ]);
  return [`The people of ${scenario.name}: ${preset.title}`, "", ...lines, ""].join("\n");
}

/** The same as one JSON document. */
export function describeAsJson(scenario: Scenario): string {
  const document = { version: 1, preset: scenario.preset, figures: figuresOf(scenario) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function figuresOf({ people, preset: name }: Scenario): readonly Described[] {
  const preset: Preset = PEOPLE_PRESETS[name];
  const numbers = Object.entries(preset.numbers).map(([number, figure]) =>
    described(number, figure, people.numbers[number as keyof typeof people.numbers]),
  );
  const types = Object.entries(people.missionTypes).map(([type, value]) =>
    described(`mission ${type}`, missionFigure(preset.missionTypes[type]), value),
  );
  return [
    ...GROUPS.map((each) => described(each, preset[each], people[each])),
    ...numbers,
    ...types,
  ];
}

function missionFigure(value: unknown): Figure<unknown> {
  const source = "set so that visits are as published";
  return { value, unit: "states, turns, delays in milliseconds, guards", source, assumed: true };
}

function described(name: string, figure: Figure<unknown>, value: unknown): Described {
  const { unit, source, year, assumed = false } = figure;
  const said = JSON.stringify(value) !== JSON.stringify(figure.value);
  return { name: inScenario(name), value, unit, source, year, assumed, said };
}

function sourceOf({
  source,
  year,
  assumed,
  said,
}: Omit<Described, "name" | "value" | "unit">): string {
  if (said) return "said in the scenario";
  if (assumed) return `assumed: ${source}`;
  return year === undefined ? source : `${source} (${year})`;
}

function indented(text: string, by: number, room: number): readonly string[] {
  return wrap(text, room - by).map((line) => `${" ".repeat(by)}${line}`);
}

function shown(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.join(" ");
  return JSON.stringify(value).replaceAll('"', "").replaceAll(",", ", ").replaceAll(":", " ");
}
