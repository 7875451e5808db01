import { type Repair, repairedBy, repairsOf } from "../feed/repair.ts";
import { syncedBy } from "../feed/sync.ts";
import { isPrevented, stalenessErrorsOf } from "../measure/staleness.ts";
import { staysOf } from "../measure/subject.ts";
import { FEEDS, type Feed } from "../model/event.ts";
import { type Blame, type ProfileLog, SYNCS, type Sync, type Synced } from "../model/log.ts";
import { type StreamKey, streamKey, uniform } from "../random/stream.ts";
import { type Lived, Observation } from "./observation.ts";
import type { Plan } from "./plan.ts";

/** How many profiles are observed again under every sync, on average; all, if a run has no more. */
export const SAMPLE = 1000;

interface OneRepair {
  readonly repair: Repair;
  readonly observation: Observation;
}

interface OneSync {
  readonly feed: Feed;
  readonly sync: Sync;
  readonly observation: Observation;
}

/** Looks back at lives that have been lived: what would the engine have said if one thing about the feeds had been
 *  different? True events and sends stay as they were. */
export class Hindsight {
  readonly #plan: Plan;
  readonly #key: StreamKey;
  readonly #repairs: readonly OneRepair[];
  readonly #syncs: readonly OneSync[];

  constructor(plan: Plan) {
    const { feeds, defaultZone: zone } = plan;
    this.#plan = plan;
    this.#key = streamKey(plan.seed, "hindsight.sample");
    this.#repairs = repairsOf(feeds).map((repair) => {
      const observation = new Observation(plan, repairedBy(feeds, repair));
      return { repair, observation };
    });
    this.#syncs = FEEDS.flatMap((feed) =>
      SYNCS.map((sync) => {
        const observation = new Observation(plan, syncedBy(feeds, feed, { sync, zone }));
        return { feed, sync, observation };
      }),
    );
  }

  /** The log with what hindsight adds to its truth. */
  addTo(log: ProfileLog, lived: Lived): ProfileLog {
    const { truth } = log;
    if (truth === undefined) return log;
    const synced = this.#isSampled(lived) ? this.#synced(lived) : undefined;
    return { ...log, truth: { ...truth, blames: this.#blames(log, lived), synced } };
  }

  /** Each error with the repairs that prevent it. Only who has an error is observed again. */
  #blames(log: ProfileLog, lived: Lived): readonly Blame[] {
    const { measure } = this.#plan;
    const errors = stalenessErrorsOf(log, measure);
    if (errors.length === 0) return [];
    const again = this.#repairs.map(({ repair, observation }) => ({
      repair,
      transitions: observation.transitionsOf(lived),
    }));
    return errors.map((error) => {
      const helps = again.filter(({ transitions }) =>
        isPrevented(error, staysOf(transitions, error.segment), measure),
      );
      return { ...error, repairs: helps.map(({ repair }) => repair) };
    });
  }

  #isSampled({ index }: Lived): boolean {
    return uniform(this.#key, index) * this.#plan.profiles < SAMPLE;
  }

  #synced(lived: Lived): readonly Synced[] {
    return this.#syncs.map(({ feed, sync, observation }) => ({
      feed,
      sync,
      transitions: observation.transitionsOf(lived),
    }));
  }
}
