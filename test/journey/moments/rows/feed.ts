import { type Moment, RIGHT, defect, feeds } from "../moment.ts";
import { ratio } from "../tally.ts";

const SNOWPLOW = "Snowplow on duplicates; the rates are assumed";

/** What the feeds of the field make of all that. */
export const FEEDS: readonly Moment[] = [
  {
    name: "events later than two minutes, of devices that are known",
    source: ".01 LN(2 h): a web feed of the field",
    worth: "assumed",
    measure: ratio("late session events", "session events"),
    target: 0.00997,
    mutants: [
      feeds("nothing is ever late", 300, (right) => ({
        "session-log": { ...right["session-log"], latency: { dist: "uniform", min: 50, max: 950 } },
      })),
    ],
  },
  {
    name: "events dated within a second of the truth",
    source: "Segment's rule takes a constant skew out",
    worth: "research",
    measure: ratio("session events dated right", "session events"),
    target: 1,
    mutants: [
      feeds("clocks as they are", 600, (right) => ({
        "session-log": {
          ...right["session-log"],
          faults: {
            clock: { sigma: 2000, wholeHours: 0.02, gross: 0.01, correction: "none" },
          },
        },
      })),
      defect("lateness by moving event time", 100, {
        file: "feed/deliver.ts",
        from: "const at = Math.min(known.at, arrivedAt) as Instant;",
        to: "const at = arrivedAt;",
      }),
    ],
  },
  {
    name: "session events that come again, unchanged",
    source: SNOWPLOW,
    worth: "assumed",
    measure: ratio("retried session events", "session events"),
    target: 0.005,
    mutants: [
      feeds("nothing comes again", 300, (right) => ({
        "session-log": { ...right["session-log"], duplicates: 0 },
      })),
    ],
  },
  {
    name: "session events that come again with another payload",
    source: SNOWPLOW,
    worth: "assumed",
    measure: ratio("changed session events", "session events"),
    target: 0.001,
    mutants: [
      defect("duplicates with a new id", 1000, {
        file: "feed/copies.ts",
        from: "copies.push({ id, number: 2,",
        to: "copies.push({ id: renewed(id), number: 2,",
      }),
    ],
  },
  {
    name: "session events that come again under another id",
    source: SNOWPLOW,
    worth: "assumed",
    measure: ratio("renewed session events", "session events"),
    target: 0.001,
    mutants: [
      defect("copies that keep their id", 1000, {
        file: "feed/copies.ts",
        from: "return -1 - id;",
        to: "return id;",
      }),
    ],
  },
  {
    name: "session events under a zone that is not the true one",
    source: "half of the trips are never noticed, the others up to three days late",
    worth: "assumed",
    measure: ratio("session events in a wrong zone", "session events"),
    target: [0.015, 0.025],
    mutants: [
      feeds("every trip is noticed at once", 600, (right) => ({
        "session-log": { ...right["session-log"], faults: {} },
      })),
    ],
  },
];

/** What the feeds of an app make of it. */
export const APP_FEEDS: readonly Moment[] = [
  {
    name: "events that arrive a day late or more, of devices that are known",
    source: "Amplitude, 2014: 5 % of the events of apps",
    worth: "vendors' average",
    measure: ratio("session events a day late", "session events"),
    target: 0.05,
    mutants: [
      {
        name: "an app that is always online",
        people: 300,
        make: () => ({ ...RIGHT, app: RIGHT.feeds }),
      },
    ],
  },
];
