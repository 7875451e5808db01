/** The ids of a profile's events that have arrived. Whole numbers go into an open-addressing table that is emptied in no
 *  time: a set of its own would cost more than the rest of the engine. Other ids go into a set. */
export class Seen {
  #ids = new Float64Array(256);
  /** A place is taken if it carries the current generation. */
  #generations = new Int32Array(256);
  #generation = 1;
  #size = 0;
  readonly #others = new Set<string | number>();

  /** Notes an id; whether it was new. */
  add(id: string | number): boolean {
    if (typeof id !== "number") return this.#addOther(id);
    if (this.#size * 2 >= this.#ids.length) this.#grow();
    const place = this.#placeOf(id);
    if (this.#generations[place] === this.#generation) return false;
    this.#ids[place] = id;
    this.#generations[place] = this.#generation;
    this.#size += 1;
    return true;
  }

  clear(): void {
    this.#generation += 1;
    this.#size = 0;
    if (this.#others.size > 0) this.#others.clear();
    if (this.#generation === 0x7fffffff) {
      this.#generations.fill(0);
      this.#generation = 1;
    }
  }

  #addOther(id: string | number): boolean {
    const before = this.#others.size;
    return this.#others.add(id).size > before;
  }

  /** Where an id stands, or the free place where it would. Both halves of a 53-bit id take part in the hash. */
  #placeOf(id: number): number {
    const mask = this.#ids.length - 1;
    const mixed = Math.imul((id | 0) ^ ((id / 4_294_967_296) | 0), 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#generations[place] === this.#generation && this.#ids[place] !== id)
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const ids = this.#ids;
    const generations = this.#generations;
    this.#ids = new Float64Array(ids.length * 2);
    this.#generations = new Int32Array(ids.length * 2);
    for (let index = 0; index < ids.length; index++) {
      if (generations[index] !== this.#generation) continue;
      const place = this.#placeOf(ids[index]!);
      this.#ids[place] = ids[index]!;
      this.#generations[place] = this.#generation;
    }
  }
}
