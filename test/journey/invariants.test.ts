import { describe, expect, test } from "vitest";
import {
  PEOPLE_PRESETS,
  type PeopleSettings,
  type PresetName,
  peopleOfPreset,
} from "../../src/journey/settings.ts";
import { type Defect, makersWith } from "./defect.ts";
import { INVARIANTS } from "./invariants.ts";
import { type Living, SPAN, forEachLife } from "./living.ts";

// What holds without tolerance: of all presets, as they are and where people do much more than usual.

const PRESETS = Object.keys(PEOPLE_PRESETS) as readonly PresetName[];

/** People who come, buy, read, refuse and share much more often. */
function busy(people: PeopleSettings): PeopleSettings {
  const numbers = {
    ...people.numbers,
    missionsPerWeek: 2,
    sharedDevice: 0.5,
    strangerPerWeek: 3,
    openNewsletter: 0.6,
    unsubscribeNewsletter: 0.03,
    complaintNewsletter: 0.03,
    form: 0.1,
    scannedMailbox: 0.3,
    tripsPerYear: 0,
  };
  const mailings = { news: { perWeek: 7, at: 79_200_000 } };
  return { ...people, numbers, appleMail: 0.5, mailings };
}

/** All breaches of the first people's lives, each with its invariant. */
function breachesOf(number: number, living: Omit<Living, "span">): readonly string[] {
  const breaches: string[] = [];
  forEachLife(number, { ...living, span: SPAN }, (lived) => {
    for (const [name, invariant] of Object.entries(INVARIANTS))
      breaches.push(...invariant(lived).map((breach) => `${name}: ${breach}`));
  });
  return breaches;
}

describe.each(PRESETS)("of the preset %s", (name) => {
  const people = peopleOfPreset(name);

  test("every life keeps all invariants", () => {
    const numbers = { ...people.numbers, tripsPerYear: 0 };
    expect(breachesOf(150, { settings: { ...people, numbers } })).toEqual([]);
  });

  test("every life keeps them where people do much more than usual", () => {
    expect(breachesOf(100, { settings: busy(people) })).toEqual([]);
  });
});

/** Wrong generators, each with the words of the invariant that it breaks. */
const WRONG: readonly (readonly [name: string, breaks: string, line: Defect])[] = [
  [
    "carts surviving orders",
    "an order empties the cart",
    {
      file: "journey/basket.ts",
      from: "if (mission.cart.length === 0) continue;",
      to: "if (mission.cart.length >= 0) continue;",
    },
  ],
  [
    "things added unseen",
    "viewed, added",
    {
      file: "journey/site/visit-plan.ts",
      from: 'steps.push(step("product", seen));',
      to: 'steps.push(step("product", products[0]));',
    },
  ],
  [
    "orders without a checkout",
    "checked out and ordered",
    {
      file: "journey/site/visit-plan.ts",
      from: 'steps.push(step("checkout"), step("order"));',
      to: 'steps.push(step("order"));',
    },
  ],
  [
    "two visits at once",
    "visits on a device do not overlap",
    {
      file: "journey/shopper.ts",
      from: "if (at <= this.#busyUntil) return;",
      to: "if (at < 0) return;",
    },
  ],
  [
    "a stranger who does not give way",
    "visits on a device do not overlap",
    {
      file: "journey/stranger.ts",
      from: "if (shopper.busyUntil >= visit.at) return;",
      to: "if (visit.times[step]! <= shopper.busyUntil) return;",
    },
  ],
  [
    "mail answered before it came",
    "no email event precedes its delivery",
    {
      file: "journey/mail/reader.ts",
      from: "const wished = (letter.deliveredAt + delay) as Instant;",
      to: "const wished = (letter.deliveredAt - delay) as Instant;",
    },
  ],
  [
    "people who never sleep",
    "nobody reads mail asleep",
    {
      file: "journey/rhythm.ts",
      from: "if (time >= wake && time < sleep) return at;",
      to: "if (time >= 0) return at;",
    },
  ],
  [
    "mail that goes on after an unsubscribe",
    "no mailing follows an unsubscribe",
    {
      file: "journey/mail/mailings.ts",
      from: "if (mailbox.permission.since !== since) return;",
      to: "",
    },
  ],
  [
    "ids that run out",
    "one id per fact",
    { file: "journey/fact.ts", from: "id: fact.key,", to: "id: fact.key % 1009," },
  ],
];

describe("a wrong generator is seen", () => {
  test.each(WRONG)("%s: breaks what says '%s'", async (_, breaks, line) => {
    const { createPeople } = await makersWith(line);
    const settings = busy(peopleOfPreset("us-general-retail"));
    const breaches = breachesOf(200, { settings, createPeople });
    expect(breaches.some((breach) => breach.includes(breaks))).toBe(true);
  });

  test("and every invariant has one", () => {
    for (const name of Object.keys(INVARIANTS))
      expect(WRONG.filter(([, breaks]) => name.includes(breaks)).length, name).toBeGreaterThan(0);
  });
});
