import type { MissionType } from "./mission-type.ts";
import type { Device } from "./device.ts";
import { b2b } from "./presets/b2b.ts";
import { beauty } from "./presets/beauty.ts";
import { euRetail } from "./presets/eu-retail.ts";
import type { Mailing, NumberName, Preset } from "./presets/preset.ts";
import { usGeneralRetail } from "./presets/us-general-retail.ts";
import type { Propensity } from "./propensity.ts";

/** Who the people are: plain data. All shares are weights of their group; those of a group need not add up to 1. */
export interface PeopleSettings {
  /** IANA names of the home zones, known to the runtime. */
  readonly zones: Readonly<Record<string, number>>;
  /** IANA names of the zones that people travel to. */
  readonly destinations: Readonly<Record<string, number>>;
  /** Shares of visits. */
  readonly devices: Readonly<Record<Device, number>>;
  /** The share of people whose mailbox opens mail by itself, 0 to 1. */
  readonly appleMail: number;
  /** Shares of missions, by the names of `missionTypes`. */
  readonly missions: Readonly<Record<string, number>>;
  readonly missionTypes: Readonly<Record<string, MissionType>>;
  readonly mailings: Readonly<Record<string, Mailing>>;
  /** The share of people who may be written to when the run begins, 0 to 1. */
  readonly consent: number;
  /** How busy each hour of the person's own day is, from midnight: 24 weights. */
  readonly hours: readonly number[];
  /** How busy each day of the week is, Monday first: 7 weights. */
  readonly weekdays: readonly number[];
  readonly categories: readonly string[];
  /** The nightly score of how likely somebody is to buy; without it nobody has one. */
  readonly propensity?: Propensity | undefined;
  readonly numbers: Readonly<Record<NumberName, number>>;
}

/** The presets by the names that scenarios use. */
export const PEOPLE_PRESETS = {
  "us-general-retail": usGeneralRetail,
  "eu-retail": euRetail,
  beauty,
  b2b,
} as const satisfies Readonly<Record<string, Preset>>;

/** The name of a preset. */
export type PresetName = keyof typeof PEOPLE_PRESETS;

/** The people of a preset. */
export function peopleOfPreset(name: PresetName): PeopleSettings {
  const preset: Preset = PEOPLE_PRESETS[name];
  const { numbers, missionTypes } = preset;
  return {
    zones: preset.zones.value,
    destinations: preset.destinations.value,
    devices: preset.devices.value,
    appleMail: preset.appleMail.value,
    missions: preset.missions.value,
    missionTypes,
    mailings: preset.mailings.value,
    consent: preset.consent.value,
    hours: preset.hours.value,
    weekdays: preset.weekdays.value,
    categories: preset.categories.value,
    numbers: Object.fromEntries(
      Object.entries(numbers).map(([each, figure]) => [each, figure.value]),
    ) as Record<NumberName, number>,
  };
}

/** The people of "US general retail". */
export const defaultPeople: PeopleSettings = peopleOfPreset("us-general-retail");
