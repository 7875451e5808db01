import type { Event } from "../model/event.ts";
import type { ProfileLog } from "../model/log.ts";
import type { History } from "../model/profile.ts";
import { isForeign, perfectly } from "./perfect.ts";
import type { Plan } from "./plan.ts";
import type { World } from "./world.ts";

/** One profile's whole life in a run: what was written down, what arrived, and what perfect data would have shown. */
export interface Recorded {
  readonly log: ProfileLog;
  readonly arrived: History;
  readonly perfect: History;
}

/** Lets one profile live and keeps everything. */
export function record(world: World, { defaultZone }: Plan, index: number): Recorded {
  const arrived: Event[] = [];
  const perfect: Event[] = [];
  const log = world.live(index, {
    arrived: (event) => arrived.push(event),
    happened: (event) => {
      if (!isForeign(event)) perfect.push(perfectly(event));
    },
  });
  const known = { profile: { id: log.id }, defaultZone };
  return { log, arrived: { ...known, events: arrived }, perfect: { ...known, events: perfect } };
}
