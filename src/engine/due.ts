/** Things by the instant at which they are due, the earliest first: a binary heap. */
export class Due<Thing> {
  readonly #times: number[] = [];
  readonly #things: Thing[] = [];

  /** When the first is due, or Infinity. */
  get nextAt(): number {
    return this.#times[0] ?? Infinity;
  }

  add(at: number, thing: Thing): void {
    let place = this.#times.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#times[parent]! <= at) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#times[place] = at;
    this.#things[place] = thing;
  }

  /** Takes the first out. */
  take(): Thing {
    const first = this.#things[0];
    const at = this.#times.pop();
    const last = this.#things.pop();
    if (first === undefined || at === undefined || last === undefined)
      throw new Error("unreachable: nothing is due");
    if (this.#times.length > 0) this.#sink(at, last);
    return first;
  }

  clear(): void {
    this.#times.length = 0;
    this.#things.length = 0;
  }

  /** Puts a thing in the place of the first, and then below all that are due before it. */
  #sink(at: number, thing: Thing): void {
    let place = 0;
    for (;;) {
      const child = this.#earlierChild(place);
      if (!(this.#times[child]! < at)) break;
      this.#move(child, place);
      place = child;
    }
    this.#times[place] = at;
    this.#things[place] = thing;
  }

  #earlierChild(place: number): number {
    const left = 2 * place + 1;
    return this.#times[left + 1]! < this.#times[left]! ? left + 1 : left;
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from]!;
    this.#things[to] = this.#things[from]!;
  }
}
