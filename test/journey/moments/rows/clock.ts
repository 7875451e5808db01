import type { PeopleSettings } from "../../../../src/journey/settings.ts";
import { type Moment, type Mutant, RIGHT, defect, numbers, settings } from "../moment.ts";
import { type Counts, type Estimate, fano, jackknifeOfSums, ratio, total } from "../tally.ts";
import { pausesOf, valleyOf } from "../valley.ts";

const SALECYCLE = "SaleCycle, 2020 and 2021; Monetate, 2016";
const WORKAREA = "Workarea, 2018";
const HALFAKER = "Halfaker et al., WWW 2015";

/** Visits that begin in each block of three hours on the wall, or of UTC. */
function blocksOf(all: readonly Counts[], clock = ""): readonly number[] {
  const hours = Array.from({ length: 24 }, (_, hour) => total(all, `visits at ${hour}${clock}`));
  return hours.map((_, hour) =>
    [0, 1, 2].reduce((sum, each) => sum + hours[(hour + each) % 24]!, 0),
  );
}

function peakOf(all: readonly Counts[]): Estimate {
  const blocks = blocksOf(all);
  return { value: blocks.indexOf(Math.max(...blocks)), error: 0 };
}

function quietest(all: readonly Counts[]): number {
  const blocks = blocksOf(all);
  return Math.min(...blocks) / Math.max(...blocks);
}

const EAST = "America/New_York";
const WEST = "America/Los_Angeles";

/** Half the sum of what the days of two coasts differ by, on the clock of UTC (total variation). */
function apart(all: readonly Counts[]): number {
  const sharesOf = (zone: string): readonly number[] => {
    const blocks = blocksOf(all, ` UTC from ${zone}`);
    const sum = blocks.reduce((total, each) => total + each, 0);
    return blocks.map((each) => each / sum);
  };
  const west = sharesOf(WEST);
  return sharesOf(EAST).reduce((sum, each, hour) => sum + Math.abs(each - west[hour]!), 0) / 2;
}

const UTC_AS_LOCAL = {
  file: "journey/rhythm.ts",
  from: "const wall = wallAt(zone, at);\n    const hour",
  to: "const wall = at as number;\n    const hour",
};

const turned = (hours: readonly number[]): readonly number[] =>
  hours.map((_, hour) => hours[(hour + 12) % 24]!);

/** Visits follow one another without memory. */
function memoryless(right: PeopleSettings): Partial<PeopleSettings> {
  const after = { dist: "exponential", mean: 4 * 3_600_000 } as const;
  const missionTypes = Object.fromEntries(
    Object.entries(right.missionTypes).map(([name, type]) => {
      const states = Object.entries(type.states).map(([state, { visit, next }]) => [
        state,
        { visit, next: next.map((turn) => ({ ...turn, after })) },
      ]);
      return [name, { ...type, states: Object.fromEntries(states) }];
    }),
  );
  return { missionTypes };
}

const inverted = settings("day profile inverted", 150, ({ hours }) => ({ hours: turned(hours) }));
const utc = (people: number): Mutant => defect("UTC instead of local", people, UTC_AS_LOCAL);

/** One day of the week, numbered from Monday. */
function weekday(name: string, day: number, share: number): Moment {
  return {
    name: `visits of people without mail on ${name}`,
    source: WORKAREA,
    worth: "vendors' average",
    measure: ratio(`visits on day ${day}`, "visits of whole weeks"),
    target: share,
    mutants: [
      settings(`a week without a ${name}`, 300, ({ weekdays }) => ({
        weekdays: weekdays.map((weight, each) => (each === day ? 0 : weight)),
      })),
    ],
  };
}

/** How strongly the days differ as they should: 1 if they do, 0 if all are alike (the slope of a line through both). */
function weekOf(all: readonly Counts[]): number {
  const asked = RIGHT.settings.weekdays;
  const weight = asked.reduce((sum, each) => sum + each, 0);
  const visits = total(all, "visits of whole weeks");
  let [both, squares] = [0, 0];
  for (const [day, share] of asked.entries()) {
    const apart = share / weight - 1 / 7;
    both += apart * (total(all, `visits on day ${day}`) / visits - 1 / 7);
    squares += apart ** 2;
  }
  return both / squares;
}

/** When people come. */
export const CLOCK: readonly Moment[] = [
  {
    name: "busiest three hours on the wall begin at",
    source: SALECYCLE,
    worth: "vendors' average",
    measure: peakOf,
    target: [18, 20],
    mutants: [inverted, utc(300)],
  },
  {
    name: "quietest three hours, of the busiest",
    source: SALECYCLE,
    worth: "vendors' average",
    measure: jackknifeOfSums(quietest),
    target: [0.1, 0.3],
    mutants: [
      settings("a flat day from 8 to 22", 100, () => ({
        hours: Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 22 ? 1 : 0)),
      })),
      settings("every hour alike", 200, () => ({ hours: Array.from({ length: 24 }, () => 1) })),
    ],
  },
  {
    name: "days of New York and Los Angeles apart, on UTC",
    source: "three hours lie between them",
    worth: "computed",
    measure: jackknifeOfSums(apart),
    target: [0.1, 0.3],
    mutants: [utc(2500)],
  },
  weekday("Monday", 0, 0.153),
  weekday("Tuesday", 1, 0.146),
  weekday("Friday", 4, 0.133),
  weekday("Sunday", 6, 0.148),
  {
    name: "days of their week, of the differences published",
    source: `${WORKAREA}; days not given share the rest`,
    worth: "vendors' average",
    measure: jackknifeOfSums(weekOf),
    target: 1,
    mutants: [
      settings("busy days quiet, and quiet days busy", 8000, ({ weekdays }) => ({
        weekdays: weekdays.map((share) => 2 / 7 - share),
      })),
    ],
  },
  {
    name: "hours at which pauses in and between visits part",
    source: `${HALFAKER}: two kinds, parted near one`,
    worth: "research",
    measure: jackknifeOfSums(valleyOf),
    target: [0.5, 2],
    mutants: [settings("exponential for log-normal", 200, memoryless)],
  },
  {
    name: "seconds of a pause within a visit, median",
    source: HALFAKER,
    worth: "research",
    measure: jackknifeOfSums((all) => Math.exp(pausesOf(all)[0].mean)),
    target: 40,
    mutants: [numbers("people hurry", 50, { stepGapMedianS: 25 })],
  },
  {
    name: "deviation of the logarithm of such a pause",
    source: HALFAKER,
    worth: "research",
    measure: jackknifeOfSums((all) => pausesOf(all)[0].sigma),
    target: 1.1,
    mutants: [numbers("every page takes as long", 100, { stepGapSigma: 0.5 })],
  },
  {
    name: "visits of a day, variance over mean (Fano)",
    source: "Xu, Duan and Whinston, 2014: clustered, above 1",
    worth: "research",
    measure: fano("visits", "squared visits of a day", "days"),
    target: [1.4, 3],
    mutants: [numbers("visits entail no visits", 2500, { echoShare: 0 })],
  },
];
