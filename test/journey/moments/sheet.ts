import type { PeopleSettings } from "../../../src/journey/settings.ts";
import { PAUSES } from "./counts.ts";
import { type Counts, type Estimate, fano, ratio, root } from "./tally.ts";

/** One moment: what is measured, what it should be, and who says so. Off by more than four standard errors and the slack that
 *  the model is allowed, it fails. */
export interface Moment {
  readonly name: string;
  readonly source: string;
  readonly measure: (all: readonly Counts[]) => Estimate;
  /** The target, or the least and the most. */
  readonly target: number | readonly [least: number, most: number];
  readonly slack: number;
  /** A generator that is wrong on purpose, and how many of its people it takes to see that. */
  readonly mutant?: Mutant;
}

/** A wrong generator. */
export interface Mutant {
  readonly name: string;
  readonly people: number;
  readonly change: (settings: PeopleSettings) => PeopleSettings;
}

/** How far a figure is from where it should be. */
export function missOf({ target }: Moment, value: number): number {
  const [least, most] = typeof target === "number" ? [target, target] : target;
  return value < least ? least - value : Math.max(value - most, 0);
}

/** Whether a figure is where it should be. A figure that nobody could measure is not. */
export function holds(moment: Moment, { value, error }: Estimate): boolean {
  return missOf(moment, value) <= moment.slack + 4 * error;
}

function numbers(
  name: string,
  people: number,
  changes: Partial<PeopleSettings["numbers"]>,
): Mutant {
  const change = (settings: PeopleSettings): PeopleSettings => ({
    ...settings,
    numbers: { ...settings.numbers, ...changes },
  });
  return { name, people, change };
}

function turned(hours: readonly number[]): readonly number[] {
  return hours.map((_, hour) => hours[(hour + 12) % 24]!);
}

/** The hour of the wall at which most visits begin, over blocks of three. */
function busiestHour(all: readonly Counts[]): Estimate {
  const hours = Array.from({ length: 24 }, (_, hour) =>
    [0, 1, 2].reduce(
      (sum, step) =>
        sum + all.reduce((each, counts) => each + counts.of(`visits at ${(hour + step) % 24}`), 0),
      0,
    ),
  );
  return { value: hours.indexOf(Math.max(...hours)), error: 0 };
}

/** How often pauses of half an hour to two hours are, for their share of the logarithm, against the nearest others. */
function valley(all: readonly Counts[]): Estimate {
  const [before, within, after] = PAUSES.map(([name, from, to]) => {
    const found = all.reduce((sum, counts) => sum + counts.of(`pauses of ${name}`), 0);
    return found / Math.log(to / from);
  });
  return { value: within! / Math.min(before!, after!), error: 0 };
}

/** Visits follow one another without memory. */
function memoryless(settings: PeopleSettings): PeopleSettings {
  const after = { dist: "exponential", mean: 4 * 3_600_000 } as const;
  const missionTypes = Object.fromEntries(
    Object.entries(settings.missionTypes).map(([name, type]) => [
      name,
      {
        ...type,
        states: Object.fromEntries(
          Object.entries(type.states).map(([state, { visit, next }]) => [
            state,
            { visit, next: next.map((turn) => ({ ...turn, after })) },
          ]),
        ),
      },
    ]),
  );
  return { ...settings, missionTypes };
}

const CONTENTSQUARE = "Contentsquare, Q4 2022";
const EMARKETER = "eMarketer, Q4 2021";
const SEEWHY = "SeeWhy, 2011";
const CRITEO = "Criteo, US, Q4 2016";
const OPENS = "i-Emailer, MailerMailer, Inntopia, GetResponse, 2012";
const MAILCHIMP = "Mailchimp e-commerce, October 2019";

/** When people come, and on what. */
export const TIME: readonly Moment[] = [
  {
    name: "busiest three hours on the wall begin at",
    source: "SaleCycle, 2020 and 2021",
    measure: busiestHour,
    target: [18, 20],
    slack: 0,
    mutant: {
      name: "day profile inverted",
      people: 300,
      change: (settings) => ({ ...settings, hours: turned(settings.hours) }),
    },
  },
  {
    name: "pauses of half an hour to two hours, against shorter and longer ones",
    source: "Halfaker et al., 2015",
    measure: valley,
    target: [0, 1.3],
    slack: 0,
    mutant: { name: "exponential for log-normal", people: 600, change: memoryless },
  },
  {
    name: "spread of visits a day over their mean (Fano)",
    source: "Xu, Duan and Whinston, 2014: clustered, above 1",
    measure: fano("visits", "squared visits of a day", "days"),
    target: [1.4, 3],
    slack: 0,
    mutant: numbers("visits do not entail visits, and everybody is alike", 1500, {
      echoShare: 0,
      missionRateShape: 500,
      visitNewsletter: 0,
    }),
  },
  {
    name: "visits on a phone",
    source: CONTENTSQUARE,
    measure: ratio("visits on mobile", "visits"),
    target: 0.7,
    slack: 0.02,
    mutant: {
      name: "everybody shops at a desk",
      people: 300,
      change: (settings) => ({
        ...settings,
        devices: { mobile: 0.2, desktop: 0.75, tablet: 0.05 },
      }),
    },
  },
  {
    name: "visits on a phone from 19 to 22 on the wall",
    source: "more than at other times",
    measure: ratio("evening visits on mobile", "evening visits"),
    target: [0.72, 0.8],
    slack: 0,
    mutant: numbers("no phones in the evening", 4000, { eveningPhoneOdds: 0.7 }),
  },
  {
    name: "orders whose mission touched two devices or more",
    source: CRITEO,
    measure: ratio("orders over several devices", "orders with a path"),
    target: 0.31,
    slack: 0.03,
    mutant: numbers("one device per person", 1200, { sameDevice: 1 }),
  },
  {
    name: "paths begun on a desktop that end on a phone",
    source: CRITEO,
    measure: ratio("desktop to phone", "paths begun on desktop"),
    target: 0.35,
    slack: 0.06,
    mutant: numbers("one device per person", 1200, { sameDevice: 1 }),
  },
  {
    name: "paths begun on a phone that end on a desktop",
    source: CRITEO,
    measure: ratio("phone to desktop", "paths begun on mobile"),
    target: 0.25,
    slack: 0.04,
    mutant: numbers("one device per person", 1200, { sameDevice: 1 }),
  },
  {
    name: "what is done on the site away from home",
    source: "assumed: 3 trips of 4 days a year",
    measure: ratio("events away", "session events"),
    target: [0.02, 0.06],
    slack: 0,
    mutant: numbers("nobody travels", 300, { tripsPerYear: 0 }),
  },
];

/** What people do on the site. */
export const ON_SITE: readonly Moment[] = [
  {
    name: "visits of one page",
    source: CONTENTSQUARE,
    measure: ratio("bounces", "visits"),
    target: 0.47,
    slack: 0.01,
  },
  {
    name: "pages of a visit",
    source: `${CONTENTSQUARE}: 4.5 to 5.7 by load speed`,
    measure: ratio("pages", "visits"),
    target: 4.8,
    slack: 0.1,
  },
  {
    name: "pages of a visit that orders",
    source: CONTENTSQUARE,
    measure: ratio("pages of visits that order", "visits that order"),
    target: 22,
    slack: 1,
    mutant: numbers("buyers look at no more than others", 300, { pagesBeforeOrder: 0 }),
  },
  {
    name: "scroll depth of a page",
    source: "Contentsquare, 2022",
    measure: ratio("scroll", "scrolled pages"),
    target: 0.54,
    slack: 0.005,
    mutant: numbers("every depth is as likely", 300, { scrollA: 1.01, scrollB: 1.01 }),
  },
  {
    name: "visits in which a product is added",
    source: EMARKETER,
    measure: ratio("visits that add", "visits"),
    target: [0.125, 0.135],
    slack: 0.005,
  },
  {
    name: "visits that order",
    source: EMARKETER,
    measure: ratio("visits that order", "visits"),
    target: 0.0281,
    slack: 0.002,
    mutant: {
      name: "nobody wants anything",
      people: 300,
      change: (settings) => ({ ...settings, missions: { browser: 1 } }),
    },
  },
  {
    name: "cart abandonment per visit",
    source: EMARKETER,
    measure: ratio("visits that add and do not order", "visits that add"),
    target: 0.775,
    slack: 0.025,
  },
  {
    name: "cart abandonment per cart",
    source: "computed from eMarketer and SeeWhy; Baymard .70",
    measure: ratio("observed carts not bought", "observed carts"),
    target: 0.713,
    slack: 0.03,
  },
  {
    name: "abandoned carts bought in 28 days",
    source: `${SEEWHY}: unaided`,
    measure: ratio("observed abandoned carts bought", "observed abandoned carts"),
    target: 0.08,
    slack: 0.02,
  },
  {
    name: "carts of 28 days from people who leave two or more",
    source: `${SEEWHY}; with so many carts a person, the Gamma of .6 alone gives .5`,
    measure: ratio("carts abandoned in 28 days by repeaters", "carts abandoned in 28 days"),
    target: [0.42, 0.55],
    slack: 0,
    mutant: numbers("everybody comes as often", 3000, { missionRateShape: 500, kindLoyalty: 0 }),
  },
  {
    name: "order value, mean of the logarithm of dollars",
    source: "CDNOW, 1998",
    measure: ratio("log order value", "orders"),
    target: 3.28,
    slack: 0.05,
  },
  {
    name: "order value, deviation of the logarithm",
    source: "CDNOW, 1998",
    measure: root("squared log order value about 3.28", "orders"),
    target: 0.73,
    slack: 0.1,
    mutant: numbers("all prices alike", 1500, { priceSigma: 0.01 }),
  },
];

/** What becomes of mail. Floors on rare outcomes: none may be 0. */
export const MAIL: readonly Moment[] = [
  {
    name: "people who may be written to",
    source: "assumed",
    measure: ratio("consenting", "people"),
    target: 0.6,
    slack: 0,
  },
  {
    name: "hard bounces",
    source: MAILCHIMP,
    measure: ratio("hard bounces", "sent"),
    target: 0.0019,
    slack: 0.0001,
    mutant: numbers("no mailbox is ever gone", 1500, { hardBounce: 0 }),
  },
  {
    name: "soft bounces",
    source: MAILCHIMP,
    measure: ratio("soft bounces", "sent"),
    target: 0.0026,
    slack: 0.0001,
    mutant: numbers("no mailbox is ever full", 1500, { softBounce: 0 }),
  },
  {
    name: "newsletters opened by hand",
    source: "computed from Klaviyo (bsandco) and Litmus, 2022",
    measure: ratio("newsletters opened by human", "newsletters delivered"),
    target: 0.25,
    slack: 0.005,
  },
  {
    name: "newsletters opened by a machine",
    source: "Litmus, April 2022, of Klaviyo's average",
    measure: ratio("newsletters opened by machine-open", "newsletters delivered"),
    target: 0.19,
    slack: 0.003,
    mutant: {
      name: "machine opens off",
      people: 300,
      change: (settings) => ({ ...settings, appleMail: 0 }),
    },
  },
  {
    name: "newsletters that seem opened, opens a letter",
    source: "Klaviyo average; before the machine some are opened by hand",
    measure: ratio("newsletters seen opened", "newsletters delivered"),
    target: 0.379,
    slack: 0.03,
    mutant: {
      name: "machine opens off",
      people: 300,
      change: (settings) => ({ ...settings, appleMail: 0 }),
    },
  },
  {
    name: "newsletters clicked by hand",
    source: "Klaviyo averages (bsandco), 2026",
    measure: ratio("newsletters clicked by human", "newsletters delivered"),
    target: 0.0129,
    slack: 0.0005,
    mutant: numbers("nobody clicks", 600, { clickNewsletter: 0 }),
  },
  {
    name: "clicks made by scanners",
    source: "Live Direct Marketing guide: some; firms .1 to .3",
    measure: ratio("clicks by scanners", "clicks"),
    target: [0.05, 0.2],
    slack: 0,
    mutant: numbers("no scanners", 600, { scannedMailbox: 0 }),
  },
  {
    name: "newsletters answered by an unsubscribe",
    source: "bsandco, 2026; Mailchimp .0018 to .0027",
    measure: ratio("newsletters unsubscribed", "newsletters delivered"),
    target: [0.0018, 0.0027],
    slack: 0,
    mutant: numbers("nobody unsubscribes", 1000, { unsubscribeNewsletter: 0 }),
  },
  {
    name: "newsletters complained of",
    source: "bsandco, 2026; Mailchimp .00012 to .0003",
    measure: ratio("newsletters complained of", "newsletters delivered"),
    target: [0.00005, 0.0003],
    slack: 0,
    mutant: numbers("complaints as common as clicks", 1000, { complaintNewsletter: 0.01 }),
  },
  ...[
    [1, 0.23],
    [6, 0.55],
    [24, 0.79],
    [168, 0.96],
  ].map(([hours, target]): Moment => ({
    name: `opens by hand within ${hours} h`,
    source: OPENS,
    measure: ratio(`opened within ${hours} h`, "delays to open"),
    target: target!,
    slack: 0.055,
    ...(hours === 1
      ? { mutant: numbers("all read mail at once", 300, { openDelayMedianH: 0.1 }) }
      : {}),
  })),
];
