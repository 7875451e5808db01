import type { Place, Values } from "../model/event.ts";
import { cumulate } from "../random/distribution.ts";
import { type StreamKey, streamKey } from "../random/stream.ts";
import type { Instant } from "../time/instant.ts";
import { type Zone, getZone } from "../time/zone.ts";
import { createCatalogue } from "./catalogue.ts";
import { DeviceChoice } from "./devices.ts";
import { placesOf } from "./geography.ts";
import { Rhythm } from "./rhythm.ts";
import { MISSION_KINDS, type PeopleSettings } from "./settings.ts";

/** Where and from when to when people live: `[from, to)`, and the seed of every draw. */
export interface Span {
  readonly seed: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A home: the clock on the wall, and for each area the places in it. */
interface Home {
  readonly zone: Zone;
  readonly places: readonly (readonly Place[])[];
}

/** Everything that all people of a run have in common, made once: keys, tables of zones, the shop. */
export interface Ground extends Span {
  readonly settings: PeopleSettings;
  readonly streams: Streams;
  readonly rhythm: Rhythm;
  readonly devices: DeviceChoice;
  readonly catalogue: readonly Values[];
  readonly homes: readonly Home[];
  readonly homeWeights: Float64Array;
  readonly areaWeights: Float64Array;
  readonly kindWeights: Float64Array;
  /** The key of the draws about the messages of a flow or mailing. */
  keyOfFlow(flow: string): StreamKey;
}

/** The streams of draws, each by what it is about. */
interface Streams {
  readonly profile: StreamKey;
  readonly missionRate: StreamKey;
  readonly missionStart: StreamKey;
  readonly mission: StreamKey;
  readonly visitWhen: StreamKey;
  readonly visit: StreamKey;
  readonly dwell: StreamKey;
  readonly ids: StreamKey;
}

/** Lays the ground for a run. The order in which the settings name zones has no meaning. */
export function createGround(settings: PeopleSettings, span: Span): Ground {
  const { zones, numbers, missions } = settings;
  const names = Object.keys(zones).sort();
  const flows = new Map<string, StreamKey>();
  return {
    ...span,
    settings,
    streams: createStreams(span.seed),
    rhythm: new Rhythm(settings.hours, settings.weekdays),
    devices: new DeviceChoice(settings),
    catalogue: createCatalogue(span.seed),
    homes: names.map((name) => ({ zone: getZone(name), places: placesOf(name) })),
    homeWeights: cumulate(names.map((name) => zones[name]!)),
    areaWeights: cumulate([numbers.urban, numbers.suburban, numbers.rural]),
    kindWeights: cumulate(MISSION_KINDS.map((kind) => missions[kind])),
    keyOfFlow: (flow) => {
      const key = flows.get(flow) ?? streamKey(span.seed, `email ${flow}`);
      flows.set(flow, key);
      return key;
    },
  };
}

function createStreams(seed: string): Streams {
  const key = (name: string): StreamKey => streamKey(seed, name);
  return {
    profile: key("profile"),
    missionRate: key("mission.rate"),
    missionStart: key("mission.start"),
    mission: key("mission"),
    visitWhen: key("visit.candidate"),
    visit: key("visit"),
    dwell: key("page.dwell"),
    ids: key("event.id"),
  };
}
