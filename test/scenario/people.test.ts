import { expect, test } from "vitest";
import { defaultPeople } from "../../src/journey/settings.ts";
import { foundWith, SCENARIO, found, read } from "./sources.ts";

const peopleOf = (more: string) => {
  const { scenario, findings } = read(`${SCENARIO}${more}`);
  if (scenario === undefined) throw new Error(findings.map(({ message }) => message).join());
  return scenario.people;
};

test("what a scenario does not say is as in the preset", () => {
  const { zones, ...rest } = peopleOf("");
  const { zones: _, ...usual } = defaultPeople;
  expect(zones).toEqual({ "Europe/Berlin": 0.6, "Asia/Kolkata": 0.4 });
  expect(rest).toEqual(usual);
});

test("what it says holds; names that it leaves out have no share", () => {
  const people = peopleOf(`  devices: { mobile: 100% }
  missions: { browser: 0.5, loyal: 0.5 }
  mail_clients: { apple_mail: 10% }
  consent: 1
  mailings: { newsletter: { per_week: 3, at: 09:30 local }, digest: { per_week: 1 } }
`);
  expect(people.devices).toEqual({ mobile: 1, desktop: 0, tablet: 0 });
  expect(people.missions).toEqual({ browser: 0.5, loyal: 0.5 });
  expect(people).toMatchObject({ appleMail: 0.1, consent: 1 });
  expect(people.mailings).toEqual({
    newsletter: { perWeek: 3, at: 34_200_000 },
    digest: { perWeek: 1, at: 36_000_000 },
  });
});

test("zones are known by their own spelling", () => {
  const { scenario } = read(SCENARIO.replace("Europe/Berlin", "europe/berlin"));
  expect(scenario?.measure.zones).toEqual(["Europe/Berlin", "Asia/Kolkata"]);
});

test("unknown devices, shares that do not add up and mail twice a day are refused", () => {
  expect(found(`${SCENARIO}  devices: { mobil: 100% }\n`)).toEqual(["UNKNOWN_KEY 9: mobil"]);
  expect(found(`${SCENARIO}  devices: { mobile: 90% }\n`)).toEqual([
    "SHARES_DO_NOT_ADD_UP 9: devices",
  ]);
  expect(found(`${SCENARIO}  mailings: { news: { per_week: 14 } }\n`)).toEqual([
    "OUT_OF_RANGE 9: 14",
  ]);
  expect(foundWith("40%", "140%").slice(0, 1)).toEqual(["OUT_OF_RANGE 8: 140%"]);
});
