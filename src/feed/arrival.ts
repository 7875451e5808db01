import { type StreamKey, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone, getZone, instantOfWall, wallAt } from "../time/zone.ts";
import type { Outage } from "./fault.ts";
import type { FeedSettings } from "./settings.ts";

/** Whether the batch of a night runs; nights are counted since 1970. */
export type IsMissed = (night: number) => boolean;

const ALWAYS_RUNS: IsMissed = () => false;

/** When an event that is ready at `ready` arrives: in a batch, a length after the batch has begun. */
export function arrivalOf(
  settings: FeedSettings,
  ready: Instant,
  { length, isMissed = ALWAYS_RUNS }: { readonly length: number; readonly isMissed?: IsMissed },
): Instant {
  switch (settings.mode) {
    case "webhook":
      return (ready + length) as Instant;
    case "incremental":
      return (Math.floor(ready / settings.every + 1) * settings.every + length) as Instant;
    case "batch":
      return (nextBatch(getZone(settings.zone), settings.at, { ready, isMissed }) +
        length) as Instant;
  }
}

/** The next `timeOfDay` on the wall after `ready`. Where clocks skip it, the batch starts right after the gap. */
function nextBatch(
  zone: Zone,
  timeOfDay: number,
  { ready, isMissed }: { readonly ready: Instant; readonly isMissed: IsMissed },
): Instant {
  const midnight = Math.floor(wallAt(zone, ready) / DAY_MS);
  for (let day = midnight; ; day++) {
    const batch = instantOfWall(zone, day * DAY_MS + timeOfDay);
    if (batch > ready && !isMissed(day)) return batch;
  }
}

/** The draws of outages: whom they meet, and where what was shuffled comes. */
export interface OutageDraws {
  readonly key: StreamKey;
  readonly profile: number;
  readonly id: number;
}

const DRAW = { covers: 0, place: 1 } as const;

/** When something that was due at `due` arrives in spite of outages; `undefined` if it is lost. */
export function afterOutages(
  outages: readonly Outage[],
  due: Instant,
  { key, profile, id }: OutageDraws,
): Instant | undefined {
  let at = due;
  for (const { from, to, policy, drain, coverage } of outages) {
    if (at < from || at >= to) continue;
    if (coverage < 1 && uniform(key, profile, from, DRAW.covers) >= coverage) continue;
    if (policy === "lost") return undefined;
    const place =
      policy === "replayed" ? (at - from) / (to - from) : uniform(key, id, from, DRAW.place);
    at = (to + Math.floor(drain * place)) as Instant;
  }
  return at;
}

/** A batch is what arrives at one profile within so long. */
const BATCH_MS = 10 * UNITS.s;

/** When something arrives if its batch may be turned round: then it waits for the end, and comes in reverse after it. */
export function reversed(
  share: number,
  at: Instant,
  { key, profile }: { readonly key: StreamKey; readonly profile: number },
): Instant {
  const batch = Math.floor(at / BATCH_MS);
  if (uniform(key, profile, batch) >= share) return at;
  return (2 * (batch + 1) * BATCH_MS - at) as Instant;
}
