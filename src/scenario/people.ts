import { DEVICES } from "../journey/device.ts";
import { type PeopleSettings, peopleOfPreset } from "../journey/settings.ts";
import { getZone } from "../time/zone.ts";
import { sharesOfMissions, typesOf } from "./missions.ts";
import { numbersOf } from "./numbers.ts";
import type { ScenarioFile } from "./schema.ts";

/** The people of a scenario: the preset, with what the file says instead. */
export function peopleOf({ profiles }: ScenarioFile): PeopleSettings {
  const preset = peopleOfPreset(profiles.preset ?? "us-general-retail");
  const { zones, destinations, missions } = profiles;
  return {
    ...preset,
    zones: zones === undefined ? preset.zones : canonical(zones),
    destinations: destinations === undefined ? preset.destinations : canonical(destinations),
    devices: sharesOf(DEVICES, profiles.devices) ?? preset.devices,
    missions: missions === undefined ? preset.missions : sharesOfMissions(missions),
    missionTypes: { ...preset.missionTypes, ...typesOf(missions ?? {}) },
    appleMail: profiles.mail_clients?.apple_mail ?? preset.appleMail,
    consent: profiles.consent ?? preset.consent,
    mailings: mailingsOf(profiles.mailings, preset) ?? preset.mailings,
    hours: profiles.hours ?? preset.hours,
    weekdays: profiles.weekdays ?? preset.weekdays,
    categories: profiles.categories ?? preset.categories,
    propensity: propensityOf(profiles.propensity),
    numbers: { ...preset.numbers, ...numbersOf(profiles.numbers) },
  };
}

function canonical(zones: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(zones).map(([name, part]) => [getZone(name).name, part]),
  );
}

/** Every name with its share; one that is left out has none. */
function sharesOf<K extends string>(
  names: readonly K[],
  shares: Readonly<Partial<Record<K, number | undefined>>> | undefined,
): Record<K, number> | undefined {
  if (shares === undefined) return undefined;
  const all: Partial<Record<K, number>> = {};
  for (const name of names) all[name] = shares[name] ?? 0;
  return all as Record<K, number>;
}

type Said = ScenarioFile["profiles"];

function mailingsOf(
  mailings: Said["mailings"],
  preset: PeopleSettings,
): PeopleSettings["mailings"] | undefined {
  if (mailings === undefined) return undefined;
  const usual = preset.mailings["newsletter"]?.at ?? 0;
  return Object.fromEntries(
    Object.entries(mailings).map(([name, { per_week, at }]) => [
      name,
      { perWeek: per_week, at: at ?? usual },
    ]),
  );
}

/** Assumed where the file does not say: a model that is nearly calibrated and rather noisy, worked out at one at night. */
function propensityOf(said: Said["propensity"]): PeopleSettings["propensity"] {
  if (said === undefined) return undefined;
  return {
    slope: said.slope ?? 1,
    bias: said.bias ?? 0,
    noise: said.noise ?? 0.8,
    coverage: said.coverage ?? 1,
    at: said.at ?? 3_600_000,
    zone: said.zone ?? "America/New_York",
  };
}
