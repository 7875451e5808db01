import { type Moment, defect, numbers, settings } from "../moment.ts";
import { ratio } from "../tally.ts";

const CONTENTSQUARE = "Contentsquare, Q4 2022; eMarketer, Q4 2021";
const CRITEO = "Criteo, US, Q4 2016";
const METRICMAPS = "US Census 2015 via MetricMaps";

const oneDevice = numbers("one device per person", 1200, { sameDevice: 1 });
const atDesks = settings("everybody shops at a desk", 300, () => ({
  devices: { mobile: 0.2, desktop: 0.7, tablet: 0.1 },
}));

function homes(zone: string, share: number, people: number): Moment {
  return {
    name: `homes in ${zone}`,
    source: METRICMAPS,
    worth: "data",
    measure: ratio(`homes in ${zone}`, "people"),
    target: share,
    mutants: [
      settings("every zone alike", people, ({ zones }) => ({
        zones: Object.fromEntries(Object.keys(zones).map((each) => [each, 1])),
      })),
    ],
  };
}

/** Where people live and travel, and on what they shop. */
export const PLACE: readonly Moment[] = [
  homes("America/New_York", 0.476, 150),
  homes("America/Chicago", 0.291, 3000),
  homes("America/Denver", 0.067, 200),
  homes("America/Los_Angeles", 0.166, 1000),
  {
    name: "what is done on the site away from home",
    source: "3 trips of LN(4 d) a year, three quarters of them to another zone",
    worth: "assumed",
    measure: ratio("events away", "session events"),
    target: 0.0296,
    mutants: [
      numbers("nobody travels", 300, { tripsPerYear: 0 }),
      defect("clocks at home for travellers", 300, {
        file: "journey/whereabouts.ts",
        from: "if (trip.from <= at && at < trip.to) return trip;",
        to: "if (trip.from <= at && at < trip.to) return this.home;",
      }),
    ],
  },
  {
    name: "visits on a phone",
    source: CONTENTSQUARE,
    worth: "vendors' average",
    measure: ratio("visits on mobile", "visits"),
    target: 0.7,
    mutants: [atDesks],
  },
  {
    name: "visits on a desktop",
    source: CONTENTSQUARE,
    worth: "vendors' average",
    measure: ratio("visits on desktop", "visits"),
    target: 0.27,
    mutants: [atDesks],
  },
  {
    name: "visits on a tablet",
    source: CONTENTSQUARE,
    worth: "vendors' average",
    measure: ratio("visits on tablet", "visits"),
    target: 0.03,
    mutants: [
      settings("no tablets", 300, () => ({ devices: { mobile: 0.72, desktop: 0.28, tablet: 0 } })),
    ],
  },
  {
    name: "visits on a phone from 19 to 22 on the wall",
    source: "more than at other times",
    worth: "assumed",
    measure: ratio("evening visits on mobile", "evening visits"),
    target: [0.73, 0.8],
    mutants: [numbers("no phones in the evening", 4000, { eveningPhoneOdds: 0.7 })],
  },
  {
    name: "orders whose mission touched two devices or more",
    source: CRITEO,
    worth: "vendors' average",
    measure: ratio("orders over several devices", "orders with a path"),
    target: 0.31,
    mutants: [oneDevice],
  },
  {
    name: "paths begun on a desktop that end on a phone",
    source: CRITEO,
    worth: "vendors' average",
    measure: ratio("desktop to phone", "paths begun on desktop"),
    target: 0.35,
    mutants: [oneDevice],
  },
  {
    name: "paths begun on a phone that end on a desktop",
    source: CRITEO,
    worth: "vendors' average",
    measure: ratio("phone to desktop", "paths begun on mobile"),
    target: 0.25,
    mutants: [oneDevice],
  },
];
