import { DEVICES, MISSION_KINDS, type PeopleSettings, defaultPeople } from "../journey/settings.ts";
import { getZone } from "../time/zone.ts";
import type { ScenarioFile } from "./schema.ts";

/** The people of a scenario: the preset, with what the file says instead. */
export function peopleOf({ profiles }: ScenarioFile): PeopleSettings {
  return {
    ...defaultPeople,
    zones: profiles.zones === undefined ? defaultPeople.zones : canonical(profiles.zones),
    devices: sharesOf(DEVICES, profiles.devices) ?? defaultPeople.devices,
    missions: sharesOf(MISSION_KINDS, profiles.missions) ?? defaultPeople.missions,
    appleMail: profiles.mail_clients?.apple_mail ?? defaultPeople.appleMail,
    consent: profiles.consent ?? defaultPeople.consent,
    mailings: mailingsOf(profiles.mailings) ?? defaultPeople.mailings,
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

type Mailings = NonNullable<ScenarioFile["profiles"]["mailings"]>;

function mailingsOf(mailings: Mailings | undefined): PeopleSettings["mailings"] | undefined {
  if (mailings === undefined) return undefined;
  const usual = defaultPeople.mailings["newsletter"]?.at ?? 0;
  return Object.fromEntries(
    Object.entries(mailings).map(([name, { per_week, at }]) => [
      name,
      { perWeek: per_week, at: at ?? usual },
    ]),
  );
}
