/** The engine: rules compiled to a plan over one profile's state; late events put in their place; a timer for every
 *  change that needs no event. */

/** A condition of the profile at hand, kept up to date. `holds` is its truth as of the last `update`, and `until` the
 *  earliest instant at which that can change without an event: never too late, sometimes too early. */
export abstract class Live {
  holds = false;
  until = -Infinity;

  /** Brings `holds` and `until` up to date as of `at`. Instants never go back between two resets. */
  abstract update(at: number): void;
}

/** A condition that has a state of its own, which events change. */
export abstract class Leaf extends Live {
  /** The segments that it is part of, by their index. */
  segments: readonly number[] = [];

  /** Says that the truth found last is void. */
  touch(): void {
    this.until = -Infinity;
  }

  /** Forgets the profile. */
  reset(): void {
    this.until = -Infinity;
  }
}

/** All conditions hold. While some do not, nothing can change before the last of those can. */
export class LiveAnd extends Live {
  readonly #children: readonly Live[];

  constructor(children: readonly Live[]) {
    super();
    this.#children = children;
  }

  update(at: number): void {
    let firstLoss = Infinity;
    let lastGain = -Infinity;
    for (const child of this.#children) {
      child.update(at);
      if (child.holds) {
        if (child.until < firstLoss) firstLoss = child.until;
      } else {
        if (child.until > lastGain) lastGain = child.until;
        if (lastGain === Infinity) break;
      }
    }
    this.holds = lastGain === -Infinity;
    this.until = this.holds ? firstLoss : lastGain;
  }
}

/** At least one condition holds. While some do, nothing can change before the last of those can. */
export class LiveOr extends Live {
  readonly #children: readonly Live[];

  constructor(children: readonly Live[]) {
    super();
    this.#children = children;
  }

  update(at: number): void {
    let firstGain = Infinity;
    let lastLoss = -Infinity;
    for (const child of this.#children) {
      child.update(at);
      if (child.holds) {
        if (child.until > lastLoss) lastLoss = child.until;
        if (lastLoss === Infinity) break;
      } else if (child.until < firstGain) firstGain = child.until;
    }
    this.holds = lastLoss !== -Infinity;
    this.until = this.holds ? lastLoss : firstGain;
  }
}

/** The condition does not hold. */
export class LiveNot extends Live {
  readonly #child: Live;

  constructor(child: Live) {
    super();
    this.#child = child;
  }

  update(at: number): void {
    this.#child.update(at);
    this.holds = !this.#child.holds;
    this.until = this.#child.until;
  }
}
