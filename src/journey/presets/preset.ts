import type { Device } from "../device.ts";
import type { MissionType } from "../mission-type.ts";
import type { ANSWER } from "./answer.ts";
import type { Figure } from "./figure.ts";
import type { LIFE } from "./life.ts";
import type { MAIL } from "./mail.ts";
import type { SITE } from "./site.ts";

/** The names of the numbers that people are made with. */
export type NumberName = keyof (typeof LIFE & typeof SITE & typeof MAIL & typeof ANSWER);

/** A mailing that everybody with consent gets: whole times per week (0 to 7), at a time of the local day in milliseconds
 *  since midnight. */
export interface Mailing {
  readonly perWeek: number;
  readonly at: number;
}

/** A kind of population: everything that people are made with, each figure with its unit, source and year. */
export interface Preset {
  readonly title: string;
  readonly zones: Figure<Readonly<Record<string, number>>>;
  readonly destinations: Figure<Readonly<Record<string, number>>>;
  readonly devices: Figure<Readonly<Record<Device, number>>>;
  readonly appleMail: Figure;
  readonly missions: Figure<Readonly<Record<string, number>>>;
  /** Kinds of missions by their names: assumed, as their file says. */
  readonly missionTypes: Readonly<Record<string, MissionType>>;
  readonly mailings: Figure<Readonly<Record<string, Mailing>>>;
  readonly consent: Figure;
  readonly hours: Figure<readonly number[]>;
  readonly weekdays: Figure<readonly number[]>;
  readonly categories: Figure<readonly string[]>;
  readonly numbers: Readonly<Record<NumberName, Figure>>;
}
