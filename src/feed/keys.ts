import { type StreamKey, streamKey } from "../random/stream.ts";

const STREAMS = {
  latency: "fault.latency",
  duplicate: "fault.duplicate",
  clock: "fault.clock",
  transit: "fault.transit",
  order: "fault.order",
  zone: "fault.zone",
  loss: "fault.loss",
  offline: "fault.offline",
  outage: "fault.outage",
  night: "fault.night",
} as const;

/** The streams of draws about faults, each by what it is about. */
export type FaultKeys = Readonly<Record<keyof typeof STREAMS, StreamKey>>;

/** The keys of a run. */
export function createKeys(seed: string): FaultKeys {
  const keys = Object.entries(STREAMS).map(([name, stream]) => [name, streamKey(seed, stream)]);
  return Object.fromEntries(keys) as FaultKeys;
}

/** Simulated events have ids that are numbers. */
export function numberOf(id: string | number): number {
  if (typeof id !== "number") throw new Error("unreachable: a simulated event with an id of text");
  return id;
}
