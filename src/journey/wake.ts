import { exponential, logNormalMs } from "../random/distribution.ts";
import { hashId, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { Body } from "./body.ts";

/** What starts a visit in the end: its key, the instant, and what entailed it. */
export type StartVisit = (key: number, at: Instant, origin: "echo" | "mail") => void;

const DRAW = { follows: 0, delay: 1, key: 2, mail: 3, mailDelay: 4 } as const;

/** The visits that other visits and read letters entail: each raises the hazard of the next for a while, which is to say
 *  that it has, now and then, one more visit as its offspring. */
export class Wake {
  readonly #body: Body;
  readonly #start: StartVisit;

  constructor(body: Body, start: StartVisit) {
    this.#body = body;
    this.#start = start;
  }

  /** A visit with that key ended at `at`. */
  follow(key: number, at: Instant): void {
    const { ground, traits } = this.#body;
    const { echoShare, echoMeanD } = ground.settings.numbers;
    const draw = (what: number): number => uniform(ground.streams.echo, traits.index, key, what);
    if (draw(DRAW.follows) >= echoShare) return;
    const delay = exponential(echoMeanD * UNITS.d, draw(DRAW.delay));
    this.#plan(key, (at + Math.ceil(Math.max(delay, UNITS.h / 2))) as Instant, "echo");
  }

  /** A letter with that key was read at `at`; `chance` is that of a visit without a click. */
  recall(key: number, at: Instant, chance: number): void {
    const { ground, traits } = this.#body;
    const { visitDelayMedianH, visitDelaySigma } = ground.settings.numbers;
    const draw = (what: number): number => uniform(ground.streams.echo, traits.index, key, what);
    if (traits.isSleepingDog || draw(DRAW.mail) >= chance) return;
    const shape = { median: visitDelayMedianH * UNITS.h, sigma: visitDelaySigma };
    this.#plan(
      key,
      (at + Math.max(logNormalMs(shape, draw(DRAW.mailDelay)), 1)) as Instant,
      "mail",
    );
  }

  #plan(parent: number, due: Instant, origin: "echo" | "mail"): void {
    const { ground, traits, where, agenda } = this.#body;
    const { index } = traits;
    const key = hashId(ground.streams.echo, index, parent, DRAW.key);
    const { zone } = where.at(due);
    const at = ground.rhythm.settle(ground.streams.visitWhen, { index, key }, due, zone);
    agenda.add({ at, order: key, run: (now) => this.#start(key, now, origin) });
  }
}
