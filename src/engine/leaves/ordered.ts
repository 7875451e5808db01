import { Dated } from "./moments.ts";

/** Something that has its place among the events of a profile. */
export interface Placed {
  readonly at: number;
  readonly sequence: number;
}

/** Things in the order of `(at, sequence)`, of equals in the order in which they came. */
export class Ordered<Thing extends Placed> extends Dated<Thing> {
  /** Puts a thing in its place. */
  insert(thing: Thing): void {
    const place = this.indexAfter(thing);
    this.times.splice(place, 0, thing.at);
    this.things.splice(place, 0, thing);
  }

  /** The index of the first thing that comes after `place`, equals not counted. */
  indexAfter({ at, sequence }: Placed): number {
    let index = at >= this.newest ? this.times.length : this.indexFrom(at + 1);
    while (index > this.first && this.#isAfter(index - 1, at, sequence)) index -= 1;
    return index;
  }

  #isAfter(index: number, at: number, sequence: number): boolean {
    return this.times[index] === at && this.things[index]!.sequence > sequence;
  }
}
