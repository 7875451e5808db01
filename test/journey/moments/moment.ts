import { createDelivery } from "../../../src/feed/deliver.ts";
import { appFeeds, fieldFeeds } from "../../../src/feed/presets.ts";
import type { FeedTable } from "../../../src/feed/settings.ts";
import { createPeople } from "../../../src/journey/population.ts";
import { type PeopleSettings, defaultPeople } from "../../../src/journey/settings.ts";
import { type Defect, type Makers, makersWith } from "../defect.ts";
import type { Counts, Estimate } from "./tally.ts";

/** People and feeds, and what they are made by. */
export interface Generator extends Makers {
  readonly settings: PeopleSettings;
  readonly feeds: FeedTable;
  /** The feeds of an app. */
  readonly app: FeedTable;
}

/** US general retail as it is meant to be, seen through the feeds of the field, or of an app. */
export const RIGHT: Generator = {
  settings: defaultPeople,
  feeds: fieldFeeds,
  app: appFeeds,
  createPeople,
  createDelivery,
};

/** A generator that is wrong on purpose, and how many of its people it takes to see that. */
export interface Mutant {
  readonly name: string;
  readonly people: number;
  readonly make: () => Generator | Promise<Generator>;
}

/** One moment: what is measured, what it should be, and who says so. Off by more than four standard errors, it fails. */
export interface Moment<T = Counts> {
  readonly name: string;
  readonly source: string;
  /** What the target is worth: a vendor's average describes, an experiment or a data set proves, the rest is assumed. */
  readonly worth: "vendors' average" | "research" | "data" | "computed" | "assumed";
  readonly measure: (all: readonly T[]) => Estimate;
  /** The target, or the least and the most. */
  readonly target: number | readonly [least: number, most: number];
  readonly mutants: readonly [Mutant, ...Mutant[]];
}

/** The standard errors that a figure may be off by: by luck one does so in 16 000. */
export const TOLERANCE = 4;

/** How far a figure is from where it should be. */
export function missOf({ target }: Pick<Moment, "target">, value: number): number {
  const [least, most] = typeof target === "number" ? [target, target] : target;
  return value < least ? least - value : Math.max(value - most, 0);
}

/** Whether a figure is where it should be. A figure that nobody could measure is not. */
export function holds(moment: Pick<Moment, "target">, { value, error }: Estimate): boolean {
  return missOf(moment, value) <= TOLERANCE * error;
}

/** A mutant of other numbers. */
export function numbers(
  name: string,
  people: number,
  changes: Partial<PeopleSettings["numbers"]>,
): Mutant {
  return settings(name, people, (right) => ({ numbers: { ...right.numbers, ...changes } }));
}

/** A mutant of other settings. */
export function settings(
  name: string,
  people: number,
  change: (right: PeopleSettings) => Partial<PeopleSettings>,
): Mutant {
  const wrong = { ...RIGHT.settings, ...change(RIGHT.settings) };
  return { name, people, make: () => ({ ...RIGHT, settings: wrong }) };
}

/** A mutant of other feeds. */
export function feeds(
  name: string,
  people: number,
  change: (right: FeedTable) => Partial<FeedTable>,
): Mutant {
  const wrong = { ...RIGHT.feeds, ...change(RIGHT.feeds) };
  return { name, people, make: () => ({ ...RIGHT, feeds: wrong }) };
}

/** A mutant with a wrong line. */
export function defect(name: string, people: number, line: Defect): Mutant {
  return { name, people, make: async () => ({ ...RIGHT, ...(await makersWith(line)) }) };
}
