import type { Habits } from "../../../../src/journey/mission-type.ts";
import type { PeopleSettings } from "../../../../src/journey/settings.ts";
import { type Moment, type Mutant, defect, numbers, settings } from "../moment.ts";
import { jackknifeOfSums, quantile, ratio } from "../tally.ts";

const CONTENTSQUARE = "Contentsquare, Q4 2022";
const CONVERSIONBENCH = "DXB 2024 via ConversionBench, second-hand";

/** People who do something else in all their visits. */
function habits(
  name: string,
  people: number,
  change: (visit: Habits, state: { readonly isFirst: boolean }) => Partial<Habits>,
): Mutant {
  return settings(name, people, ({ missionTypes }) => ({
    missionTypes: mapStates(missionTypes, change),
  }));
}

function mapStates(
  types: PeopleSettings["missionTypes"],
  change: (visit: Habits, state: { readonly isFirst: boolean }) => Partial<Habits>,
): PeopleSettings["missionTypes"] {
  return Object.fromEntries(
    Object.entries(types).map(([kind, type]) => {
      const states = Object.entries(type.states).map(([name, { visit, next }]) => [
        name,
        { next, visit: { ...visit, ...change(visit, { isFirst: name === type.start }) } },
      ]);
      return [kind, { ...type, states: Object.fromEntries(states) }];
    }),
  );
}

/** How pages are seen. */
export const PAGES: readonly Moment[] = [
  {
    name: "visits of one page",
    source: CONTENTSQUARE,
    worth: "vendors' average",
    measure: ratio("bounces", "visits"),
    target: 0.47,
    mutants: [habits("nobody turns back at the door", 300, () => ({ bounce: 0.1 }))],
  },
  {
    name: "pages of a visit",
    source: `${CONTENTSQUARE}: 4.5 to 5.7 by load speed`,
    worth: "vendors' average",
    measure: ratio("pages", "visits"),
    target: 4.8,
    mutants: [habits("one product a visit", 300, () => ({ products: 1 }))],
  },
  {
    name: "pages of a visit that orders",
    source: "Contentsquare, 2022: about 22",
    worth: "vendors' average",
    measure: ratio("pages of visits that order", "visits that order"),
    target: 22,
    mutants: [numbers("buyers look at no more than others", 300, { pagesBeforeOrder: 0 })],
  },
  {
    name: "seconds of a visit, median",
    source: CONVERSIONBENCH,
    worth: "vendors' average",
    measure: jackknifeOfSums(quantile("seconds", 0.5, 86_400)),
    target: 127,
    mutants: [numbers("people hurry", 300, { stepGapMedianS: 20, dwellScaleS: 20 })],
  },
  {
    name: "scroll depth of a page",
    source: "Contentsquare, 2022: .54; a Beta of 2 and 1.7",
    worth: "vendors' average",
    measure: ratio("scroll", "scrolled pages"),
    target: 2 / 3.7,
    mutants: [numbers("every depth is as likely", 300, { scrollA: 1.01, scrollB: 1.01 })],
  },
  {
    name: "last pages left within 5 s",
    source: "Liu, White and Dumais, SIGIR 2010: a Weibull of .8",
    worth: "research",
    measure: ratio("last pages left within 5 s", "last pages"),
    target: 1 - Math.exp(-((5.05 / 45) ** 0.8)),
    mutants: [numbers("exponential for Weibull", 1000, { dwellShape: 1 })],
  },
  {
    name: "pages looked at for long that are seen far down",
    source: "rank correlation of .5 between the two",
    worth: "assumed",
    measure: ratio("long last pages seen far down", "long last pages"),
    target: [0.65, 0.75],
    mutants: [numbers("scrolling by chance", 300, { scrollDwell: 0 })],
  },
];

const EMARKETER = "eMarketer, Q4 2021";
const SEEWHY = "SeeWhy via ClickZ, 2011";

const allBuy = habits("whoever wants to, buys at once", 400, () => ({ buys: 0.95 }));

/** What becomes of carts. */
export const CARTS: readonly Moment[] = [
  {
    name: "visits in which a product is added",
    source: `${EMARKETER}: .125 to .135 by device`,
    worth: "vendors' average",
    measure: ratio("visits that add", "visits"),
    target: [0.125, 0.135],
    mutants: [habits("carts are hard to fill", 600, ({ adds }) => ({ adds: adds / 2 }))],
  },
  {
    name: "visits that order",
    source: `${EMARKETER}: .125 × .225`,
    worth: "vendors' average",
    measure: ratio("visits that order", "visits"),
    target: 0.0281,
    mutants: [settings("nobody wants anything", 300, () => ({ missions: { browser: 1 } }))],
  },
  {
    name: "cart abandonment per visit",
    source: EMARKETER,
    worth: "vendors' average",
    measure: ratio("visits that add, less those that order", "visits that add"),
    target: 0.775,
    mutants: [allBuy],
  },
  {
    name: "cart abandonment per cart",
    source: "computed from eMarketer and SeeWhy; Baymard .70",
    worth: "computed",
    measure: ratio("observed carts not bought", "observed carts"),
    target: 0.713,
    mutants: [allBuy],
  },
  {
    name: "abandoned carts bought in 28 days",
    source: `${SEEWHY}: unaided`,
    worth: "vendors' average",
    measure: ratio("observed abandoned carts bought", "observed abandoned carts"),
    target: 0.08,
    mutants: [
      habits("whoever comes back never buys", 1500, (_, { isFirst }) =>
        isFirst ? {} : { buys: 0 },
      ),
    ],
  },
  {
    name: "carts of 28 days from people who leave two or more",
    source: SEEWHY,
    worth: "vendors' average",
    measure: ratio("carts abandoned in 28 days by repeaters", "carts abandoned in 28 days"),
    target: 0.42,
    mutants: [numbers("everybody comes as often", 1000, { missionRateShape: 500, kindLoyalty: 0 })],
  },
  {
    name: "carts that such a person leaves",
    source: SEEWHY,
    worth: "vendors' average",
    measure: ratio("carts abandoned in 28 days by repeaters", "repeaters"),
    target: 2.4,
    mutants: [numbers("ten times as many missions", 400, { missionsPerWeek: 2.5 })],
  },
  {
    name: "order value, mean of the logarithm of dollars",
    source: "CDNOW, 1998: 69 659 orders",
    worth: "data",
    measure: ratio("log order value", "orders"),
    target: 3.28,
    mutants: [numbers("prices in another currency", 800, { priceMedian: 30 })],
  },
  {
    name: "order value, deviation of the logarithm",
    source: "CDNOW, 1998",
    worth: "data",
    measure: jackknifeOfSums((all) => {
      const mean = ratio("log order value", "orders")(all).value;
      const square = ratio("squared log order value about 3.28", "orders")(all).value;
      return Math.sqrt(square - (mean - 3.28) ** 2);
    }),
    target: 0.73,
    mutants: [numbers("all prices alike", 600, { priceSigma: 0.01 })],
  },
  {
    name: "order value, correlation of two orders of one person",
    source: "CDNOW, 1998: .37 by variance, .41 by first and second order",
    worth: "data",
    measure: ratio(
      "product of two deviations of order values",
      "squares of deviations of two order values",
    ),
    target: [0.37, 0.41],
    mutants: [
      numbers("every purse alike", 20_000, { priceLoyalty: 0 }),
      defect("a purse that is drawn anew for each thing", 20_000, {
        file: "journey/mission.ts",
        from: "priceLoyalty * purse +",
        to: "priceLoyalty * normal(draw(90 + ranks.length)) +",
      }),
    ],
  },
];
