import { type Totals, emptyTotals, fold } from "../measure/totals.ts";
import { Hindsight } from "./hindsight.ts";
import type { Plan } from "./plan.ts";
import { isChecked, liveChecked } from "./self-check.ts";
import { World } from "./world.ts";

/** How many profiles are done between two looks at the outside. */
export const BLOCK = 64;

/** Lives and measures blocks of profiles; totals of any blocks can be added up to those of the run. */
export class Shard {
  readonly totals: Totals;
  readonly #plan: Plan;
  readonly #world: World;
  readonly #hindsight: Hindsight;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#world = new World(plan);
    this.#hindsight = new Hindsight(plan);
    this.totals = emptyTotals(plan.measure);
  }

  /** Adds the profiles of a block, and returns how many they were. */
  add(block: number): number {
    const first = block * BLOCK;
    const end = Math.min(first + BLOCK, this.#plan.profiles);
    for (let index = first; index < end; index++) {
      const log = isChecked(index)
        ? liveChecked(this.#world, this.#plan, index)
        : this.#world.live(index);
      const { happened } = this.#world;
      const known = this.#hindsight.addTo(log, { index, id: log.id, happened });
      fold(this.totals, this.#plan.measure, known);
    }
    return end - first;
  }
}

/** How many blocks a plan has. */
export function blocksOf(plan: Plan): number {
  return Math.ceil(plan.profiles / BLOCK);
}
