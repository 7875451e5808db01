/** The engine: rules compiled to a plan over one profile's state; late events put in their place; a timer for every
 *  change that needs no event. */
import type { Agenda, Turn } from "./agenda.ts";

const NONE: readonly never[] = [];

/** What is known of the truth of one condition, and who depends on it. Conditions are of many classes and truths of one,
 *  so that looking at a truth costs no more than reading a field. */
export class Truth {
  readonly live: Live;
  /** Whether the condition held at the last look. */
  holds = false;
  /** The earliest instant at which that can change without an event: never too late, sometimes too early. */
  until = -Infinity;
  /** Of the conditions that this one is made of, the one that alone decides it; `undefined` if all of them may. */
  decider: Truth | undefined = undefined;
  /** The conditions that this one is a part of. */
  wholes: readonly Truth[] = NONE;
  /** What is looked at when this is doubted, and when. */
  turns: readonly Turn[] = NONE;
  agenda: Agenda | undefined = undefined;

  constructor(live: Live) {
    this.live = live;
  }

  /** Says that what was found at the last look is void, and so for all that depends on it. A condition that another part
   *  decides alone does not depend on this one: whoever looks at it next looks at this one too. */
  doubt(): void {
    this.until = -Infinity;
    this.decider = undefined;
    const { wholes, turns } = this;
    for (let index = 0; index < wholes.length; index++) {
      const whole = wholes[index]!;
      if (whole.decider === undefined || whole.decider === this) whole.doubt();
    }
    for (let index = 0; index < turns.length; index++) this.agenda!.callUp(turns[index]!);
  }
}

/** A condition of the profile at hand, kept up to date: `truth` is as of the last `update`. */
export abstract class Live {
  readonly truth = new Truth(this);

  get holds(): boolean {
    return this.truth.holds;
  }

  set holds(holds: boolean) {
    this.truth.holds = holds;
  }

  get until(): number {
    return this.truth.until;
  }

  set until(until: number) {
    this.truth.until = until;
  }

  /** Says that something changed that it reads. */
  reconsider(): void {
    this.truth.doubt();
  }

  /** Brings the truth up to date as of `at`. Instants never go back between two resets. */
  abstract update(at: number): void;

  /** Whether it holds as of `at`; looks again only if something came or its time has come. */
  holdsAt(at: number): boolean {
    const { truth } = this;
    if (truth.until <= at) this.update(at);
    return truth.holds;
  }

  /** Forgets the profile. */
  reset(): void {
    this.truth.until = -Infinity;
    this.truth.decider = undefined;
  }

  /** Has something looked at when this is doubted. */
  callsUp(turn: Turn, agenda: Agenda): void {
    this.truth.turns = [...this.truth.turns, turn];
    this.truth.agenda = agenda;
  }

  /** Has another condition doubted with this one. */
  joins(whole: Live): void {
    this.truth.wholes = [...new Set([...this.truth.wholes, whole.truth])];
  }
}

/** A condition that has a state of its own, which events change. */
export abstract class Leaf extends Live {
  /** Says that the truth found last is void. */
  touch(): void {
    this.until = -Infinity;
  }
}
