import type { Place } from "../model/event.ts";
import { Choice } from "../random/choice.ts";
import { betaQuantiles, cumulate } from "../random/distribution.ts";
import { type StreamKey, streamKey } from "../random/stream.ts";
import type { Instant } from "../time/instant.ts";
import { type Zone, getZone } from "../time/zone.ts";
import type { Device } from "./device.ts";
import { placesOf } from "./geography.ts";
import { type Regular, regularsOf } from "./mail/regular.ts";
import type { MissionType } from "./mission-type.ts";
import { Rhythm } from "./rhythm.ts";
import { type Scorer, createScorer } from "./score.ts";
import type { PeopleSettings } from "./settings.ts";
import { type Product, createCatalogue } from "./site/catalogue.ts";
import { DeviceChoice } from "./site/devices.ts";

/** Where and from when to when people live: `[from, to)`, and the seed of every draw. */
export interface Span {
  readonly seed: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A region: the clock on the wall, and for each area the places in it. */
interface Region {
  readonly zone: Zone;
  readonly places: readonly (readonly Place[])[];
}

/** A kind of mission under its name. */
export interface Kind {
  readonly name: string;
  readonly type: MissionType;
}

/** Everything that all people of a run have in common, made once: keys, tables of zones, the shop. */
export interface Ground extends Span {
  readonly settings: PeopleSettings;
  readonly streams: Streams;
  readonly rhythm: Rhythm;
  readonly devices: DeviceChoice;
  /** The share of people who own each of `DEVICES`. */
  readonly owns: readonly number[];
  /** How much more often people buy on each device than on all. */
  readonly ease: Readonly<Record<Device, number>>;
  readonly catalogue: readonly Product[];
  readonly homes: Choice<Region>;
  readonly destinations: Choice<Region>;
  readonly areaWeights: Float64Array;
  /** What a person's own missions are like, and what a mission is like that is not of that kind. */
  readonly ownKinds: Choice<Kind>;
  readonly kinds: Choice<Kind>;
  /** How far down pages are scrolled: quantiles. */
  readonly scroll: Float64Array;
  readonly scorer: Scorer | undefined;
  /** The mailings that everybody with consent gets. */
  readonly mailings: readonly Regular[];
  /** The key of the draws about the messages of a flow or mailing. */
  keyOfFlow(flow: string): StreamKey;
}

/** The streams of draws, each by what it is about. */
type Streams = Readonly<Record<keyof typeof STREAMS, StreamKey>>;

const STREAMS = {
  profile: "profile",
  missionRate: "mission.rate",
  missionStart: "mission.start",
  mission: "mission",
  turn: "mission.turn",
  churn: "churn",
  churnA: "churn.a",
  churnB: "churn.b",
  trip: "trip",
  visitWhen: "visit.candidate",
  visit: "visit",
  echo: "visit.echo",
  stranger: "stranger",
  gap: "page.gap",
  dwell: "page.dwell",
  scroll: "page.scroll",
  score: "score.noise",
  ids: "event.id",
} as const;

/** Lays the ground for a run. The order in which the settings name zones has no meaning. */
export function createGround(settings: PeopleSettings, span: Span): Ground {
  const { numbers } = settings;
  const { seed } = span;
  const flows = new Map<string, StreamKey>();
  const keyOfFlow = (flow: string): StreamKey => {
    const key = flows.get(flow) ?? streamKey(seed, `email ${flow}`);
    flows.set(flow, key);
    return key;
  };
  return {
    ...span,
    settings,
    streams: createStreams(seed),
    rhythm: new Rhythm(settings.hours, settings.weekdays),
    devices: new DeviceChoice(settings),
    owns: [numbers.ownPhone, numbers.ownDesktop, numbers.ownTablet],
    ease: easeOf(settings),
    catalogue: createCatalogue(seed, settings),
    homes: regionsOf(seed, "home", settings.zones),
    destinations: regionsOf(seed, "destination", settings.destinations),
    areaWeights: cumulate([numbers.urban, numbers.suburban, numbers.rural]),
    ownKinds: kindsOf(seed, "profile.kind", settings),
    kinds: kindsOf(seed, "mission.kind", settings),
    scroll: betaQuantiles(numbers.scrollA, numbers.scrollB),
    scorer: settings.propensity && createScorer(settings),
    mailings: regularsOf(settings, keyOfFlow),
    keyOfFlow,
  };
}

function easeOf({ numbers, devices }: PeopleSettings): Readonly<Record<Device, number>> {
  const { mobile, desktop, tablet } = devices;
  const { buysOnDesktop, buysOnTablet } = numbers;
  const all = mobile + desktop + tablet;
  const mean = (mobile + desktop * buysOnDesktop + tablet * buysOnTablet) / all;
  return { mobile: 1 / mean, desktop: buysOnDesktop / mean, tablet: buysOnTablet / mean };
}

function regionsOf(
  seed: string,
  stream: string,
  zones: Readonly<Record<string, number>>,
): Choice<Region> {
  const entries = Object.entries(zones).map(([name, weight]) => ({
    name,
    weight,
    value: { zone: getZone(name), places: placesOf(name) },
  }));
  return new Choice(seed, stream, entries);
}

function kindsOf(
  seed: string,
  stream: string,
  { missions, missionTypes }: PeopleSettings,
): Choice<Kind> {
  const entries = Object.entries(missions).map(([name, weight]) => {
    const type = missionTypes[name];
    if (type === undefined) throw new Error(`unreachable: no mission is called ${name}`);
    return { name, weight, value: { name, type } };
  });
  return new Choice(seed, stream, entries);
}

function createStreams(seed: string): Streams {
  const keys = Object.entries(STREAMS).map(([name, stream]) => [name, streamKey(seed, stream)]);
  return Object.fromEntries(keys) as Streams;
}
