import { Engine } from "../engine/engine.ts";
import { type Delivery, createDelivery } from "../feed/deliver.ts";
import { type FeedTable, mayRepeat } from "../feed/settings.ts";
import type { Event } from "../model/event.ts";
import type { Transition } from "../model/log.ts";
import type { TrueEvent } from "../model/truth.ts";
import type { Instant } from "../time/instant.ts";
import { Arrivals } from "./arrivals.ts";
import type { Plan } from "./plan.ts";

/** A life that has been lived. */
export interface Lived {
  readonly index: number;
  readonly id: string;
  /** All that truly happened, answers to what was sent included, in the order of time. */
  readonly happened: readonly TrueEvent[];
}

/** Lives observed again through other feeds: what happened and what was sent stays, and only what the engine sees of it,
 *  and when, is made anew by the same draws. */
export class Observation {
  readonly #plan: Plan;
  readonly #feeds: FeedTable;
  readonly #arrivals = new Arrivals();
  /** Made when somebody is observed: most runs need few of the feeds that they might. */
  #parts: { readonly delivery: Delivery; readonly engine: Engine } | undefined;
  #transitions: Transition[] = [];

  constructor(plan: Plan, feeds: FeedTable) {
    this.#plan = plan;
    this.#feeds = feeds;
  }

  /** The memberships that the engine would have given. */
  transitionsOf({ index, id, happened }: Lived): readonly Transition[] {
    const { from, measure } = this.#plan;
    const { delivery, engine } = (this.#parts ??= this.#make());
    this.#transitions = [];
    this.#arrivals.clear();
    delivery.begin(index);
    engine.reset({ id }, from);
    for (const event of happened) delivery.deliver(event, this.#receive);
    while (this.#arrivals.nextAt < measure.end) engine.push(this.#arrivals.take());
    engine.advanceTo((measure.end - 1) as Instant);
    return this.#transitions;
  }

  #make(): { readonly delivery: Delivery; readonly engine: Engine } {
    const { segments, defaultZone, seed } = this.#plan;
    const transition = (at: Instant, segment: number, entered: boolean): void => {
      const { device, zone } = engine.context;
      const kind = entered ? "entered" : "left";
      this.#transitions.push({ at, segment, kind, device, zone: zone.name });
    };
    const uniqueIds = !mayRepeat(this.#feeds);
    const engine = new Engine(segments, { defaultZone, observer: { transition }, uniqueIds });
    return { delivery: createDelivery(this.#feeds, seed), engine };
  }

  readonly #receive = (event: Event): void => this.#arrivals.add(event);
}
