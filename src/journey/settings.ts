import { type Habits, usGeneralRetailHabits } from "./presets/habits.ts";
import { type NumberName, usGeneralRetail } from "./presets/us-general-retail.ts";

/** What visits are for. A `browser` looks around, a `researcher` compares, a `cart_abandoner` fills a cart and hesitates,
 *  a `loyal` customer comes to buy. */
export const MISSION_KINDS = ["browser", "researcher", "cart_abandoner", "loyal"] as const;
/** A kind of mission. */
export type MissionKind = (typeof MISSION_KINDS)[number];

/** The devices that people own, by the names that events carry. */
export const DEVICES = ["mobile", "desktop", "tablet"] as const;
/** A device. */
export type Device = (typeof DEVICES)[number];

/** A mailing that everybody with consent gets: whole times per week (0 to 7), at a time of the local day in milliseconds
 *  since midnight. */
export interface Mailing {
  readonly perWeek: number;
  readonly at: number;
}

/** Who the people are: plain data. All shares are weights of their group; those of a group need not add up to 1. */
export interface PeopleSettings {
  /** IANA names of the home zones, known to the runtime. */
  readonly zones: Readonly<Record<string, number>>;
  /** Shares of visits. */
  readonly devices: Readonly<Record<Device, number>>;
  /** The share of people whose mailbox opens mail by itself, 0 to 1. */
  readonly appleMail: number;
  readonly missions: Readonly<Record<MissionKind, number>>;
  readonly mailings: Readonly<Record<string, Mailing>>;
  /** The share of people who may be written to, 0 to 1. */
  readonly consent: number;
  /** How busy each hour of the person's own day is, from midnight: 24 weights. */
  readonly hours: readonly number[];
  /** How busy each day of the week is, Monday first: 7 weights. */
  readonly weekdays: readonly number[];
  /** What people do in the visits of each kind of mission. */
  readonly habits: Readonly<Record<MissionKind, Habits>>;
  readonly numbers: Readonly<Record<NumberName, number>>;
}

/** The defaults, "US general retail"; every number has its source in presets/us-general-retail.ts. */
export const defaultPeople: PeopleSettings = {
  // US Census 2015 via MetricMaps.
  zones: {
    "America/New_York": 0.476,
    "America/Chicago": 0.291,
    "America/Denver": 0.067,
    "America/Los_Angeles": 0.166,
  },
  // Contentsquare, Q4 2022; eMarketer, Q4 2021.
  devices: { mobile: 0.7, desktop: 0.27, tablet: 0.03 },
  // Litmus 2021 and 2022: only the product with the prefetch probability is known, .19; the split is assumed.
  appleMail: 0.24,
  missions: { browser: 0.45, researcher: 0.25, cart_abandoner: 0.2, loyal: 0.1 }, // assumed
  mailings: { newsletter: { perWeek: 2, at: 10 * 3_600_000 } }, // assumed
  consent: 0.6, // assumed
  // Read off SaleCycle 2020 and 2021 and Monetate 2016: trough 03–05, rise from 06–07, high from 15, peak 20–21.
  hours: [
    0.5, 0.32, 0.25, 0.2, 0.2, 0.24, 0.36, 0.55, 0.74, 0.86, 0.95, 1, 1.05, 1.05, 1.06, 1.12, 1.18,
    1.25, 1.4, 1.6, 1.78, 1.68, 1.2, 0.78,
  ],
  // Workarea 2018; the days that it does not give share the rest.
  weekdays: [0.153, 0.146, 0.14, 0.14, 0.133, 0.14, 0.148],
  habits: usGeneralRetailHabits,
  numbers: Object.fromEntries(
    Object.entries(usGeneralRetail).map(([name, figure]) => [name, figure.value]),
  ) as Record<NumberName, number>,
};
