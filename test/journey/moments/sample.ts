import type { Message } from "../../../src/journey/life.ts";
import { createGround } from "../../../src/journey/ground.ts";
import { type Traits, traitsOf } from "../../../src/journey/traits.ts";
import { instant } from "../../../src/time/instant.ts";
import { type Living, forEachLife } from "../living.ts";
import { countsOf } from "./counts.ts";
import { observedCounts } from "./feed.ts";
import { addMail } from "./mail.ts";
import type { Generator } from "./moment.ts";
import { type Days, WEEKS } from "./repeat.ts";
import { Counts } from "./tally.ts";
import { tiredCounts } from "./tired.ts";
import { cartCounts, promotedCounts } from "./twin.ts";

const DAY = 86_400_000;

/** A way to look at people: how many of them, and what is written down of each. */
export interface Sample<T> {
  readonly title: string;
  /** How many are looked at in the tests, and in `npm run prove` and the sheet. */
  readonly quick: number;
  readonly thorough: number;
  readonly take: (number: number, generator: Generator) => readonly T[];
}

function spanOf(from: number, days: number): Living["span"] {
  return { seed: "7", from: instant(from), to: instant(from + days * DAY) };
}

const SPRING = Date.UTC(2026, 1, 1);

/** People in sixty days: from 1 February to 2 April 2026. */
export const SIXTY_DAYS: Sample<Counts> = {
  title: "20 000 people for 60 days",
  quick: 3000,
  thorough: 20_000,
  take: (number, generator) => {
    const all: Counts[] = [];
    const living = { ...generator, span: spanOf(SPRING, 60) };
    forEachLife(number, living, (lived) => all.push(countsOf(lived)));
    return all;
  },
};

/** People before anything happens. */
export const TRAITS_OF: Sample<Traits> = {
  title: "20 000 people",
  quick: 5000,
  thorough: 20_000,
  take: (number, { settings }) => {
    const ground = createGround(settings, spanOf(SPRING, 1));
    return Array.from({ length: number }, (_, index) => traitsOf(ground, index));
  },
};

/** Nobody tires of so few messages, and all of them have a month to be opened. */
const FORTNIGHTLY: readonly Message[] = [1, 15, 29].map((day, ordinal) => ({
  at: instant(SPRING + day * DAY + 15 * 3_600_000),
  flow: "cart",
  ordinal,
  subject: "Still there?",
}));

/** People who get a cart message every fortnight, and no other mail. */
export const MESSAGED: Sample<Counts> = {
  title: "20 000 people for 60 days, with three messages and no other mail",
  quick: 3000,
  thorough: 20_000,
  take: (number, generator) => {
    const all: Counts[] = [];
    const settings = { ...generator.settings, mailings: {} };
    const living = { ...generator, settings, span: spanOf(SPRING, 60), messages: FORTNIGHTLY };
    forEachLife(number, living, (lived) => {
      const counts = new Counts();
      addMail(counts, lived);
      all.push(counts);
    });
    return all;
  },
};

/** Lives begin with nothing in mind: after so many days about as many people want something as ever will. */
const SETTLED = 15;

const DAILY: readonly Message[] = Array.from({ length: 30 }, (_, day) => ({
  at: instant(SPRING + (SETTLED + day) * DAY + 15 * 3_600_000),
  flow: "cart",
  ordinal: day,
  subject: "Still there?",
}));

/** People whom a message a day wears out. */
export const WORN: Sample<Counts> = {
  title: "20 000 people for 75 days, with a message a day for 30 of them",
  quick: 3000,
  thorough: 20_000,
  take: (number, generator) => {
    const all: Counts[] = [];
    const settings = { ...generator.settings, mailings: {} };
    const living = { ...generator, settings, span: spanOf(SPRING, SETTLED + 60), messages: DAILY };
    forEachLife(number, living, (lived) => all.push(tiredCounts(lived)));
    return all;
  },
};

/** People who have bought lately, with a promotional letter and without. */
export const PROMOTED: Sample<Counts> = {
  title:
    "those of 20 000 people who have bought within a year, with one letter and in a twin world without",
  quick: 3000,
  thorough: 20_000,
  take: (number, generator) => promotedCounts(number, generator, instant(SPRING - 365 * DAY)),
};

/** People who have left a cart, with a message about it and without. */
export const REMINDED: Sample<Counts> = {
  title:
    "those of 20 000 people who have left a cart, with one message and in a twin world without",
  quick: 6000,
  thorough: 20_000,
  take: (number, generator) => cartCounts(number, generator, instant(SPRING)),
};

/** People for 78 weeks without mail: the days on which each orders. */
export const LONG: Sample<Days> = {
  title: `6 000 people for ${WEEKS} weeks, without mail`,
  quick: 1500,
  thorough: 6000,
  take: (number, generator) => {
    const all: Days[] = [];
    const span = spanOf(Date.UTC(2026, 0, 5), WEEKS * 7);
    const settings = { ...generator.settings, mailings: {} };
    forEachLife(number, { ...generator, settings, span }, ({ events }) => {
      const orders = events.filter(({ name }) => name === "Order Completed");
      all.push([...new Set(orders.map(({ at }) => Math.floor((at - span.from) / DAY)))]);
    });
    return all;
  },
};

function observed(through: "feeds" | "app"): Sample<Counts>["take"] {
  return (number, generator) => {
    const all: Counts[] = [];
    const delivery = generator.createDelivery(generator[through], "7");
    const settings = { ...generator.settings, mailings: {} };
    forEachLife(number, { ...generator, settings, span: spanOf(SPRING, 30) }, ({ events }) => {
      delivery.begin(all.length);
      all.push(observedCounts(delivery, events));
    });
    return all;
  };
}

/** People for a month as the feeds of the field show them. */
export const OBSERVED: Sample<Counts> = {
  title: "8 000 people for 30 days, through the feeds of the field",
  quick: 2000,
  thorough: 8000,
  take: observed("feeds"),
};

/** The same people as an app shows them. */
export const OBSERVED_IN_APP: Sample<Counts> = {
  title: "8 000 people for 30 days, through the feeds of an app",
  quick: 2000,
  thorough: 8000,
  take: observed("app"),
};
