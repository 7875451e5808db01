import * as v from "valibot";
import { fields } from "./fields.ts";
import { PEOPLE_PRESETS, type PresetName } from "../journey/settings.ts";
import { type Reading, readNumber, readShare, reading } from "./value.ts";

/** The names of the presets of people. */
export const PRESET_NAMES = Object.keys(PEOPLE_PRESETS) as readonly PresetName[];

const NUMBERS = PEOPLE_PRESETS["us-general-retail"].numbers;

/** The numbers of a preset by the names that scenarios use: `missionsPerWeek` is `missions_per_week`. */
const NAMES: ReadonlyMap<string, keyof typeof NUMBERS> = new Map(
  (Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]).map((name) => [inScenario(name), name]),
);

/** How a scenario writes the name of a number. */
export function inScenario(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const figure = reading((input): Reading<number> => {
  const found = typeof input === "string" ? readShare(input) : readNumber(input);
  if (!("value" in found) || found.value >= 0) return found;
  return { code: "OUT_OF_RANGE", message: `${found.value} is less than nothing` };
});

/** Numbers of the preset that the scenario says instead. A share may be written as `30%`. */
export const numbersSchema = fields(
  Object.fromEntries([...NAMES.keys()].map((name) => [name, v.optional(figure)])),
);

/** The numbers that a scenario says, by their own names. */
export function numbersOf(
  said: Readonly<Record<string, number | undefined>> | undefined,
): Readonly<Partial<Record<keyof typeof NUMBERS, number>>> {
  const found: Partial<Record<keyof typeof NUMBERS, number>> = {};
  for (const [written, value] of Object.entries(said ?? {})) {
    const name = NAMES.get(written);
    if (name !== undefined && value !== undefined) found[name] = value;
  }
  return found;
}
