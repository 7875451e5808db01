/** A column of numbers that grows: eight bytes a row, none of them an object. */
export class NumberColumn {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  get length(): number {
    return this.#length;
  }

  at(row: number): number {
    return this.#values[row]!;
  }

  set(row: number, value: number): void {
    this.#values[row] = value;
  }
}

/** A column of few different texts, each kept once; `undefined` is one of them. */
export class TextColumn {
  readonly #numbers = new Map<string | undefined, number>();
  readonly #texts: (string | undefined)[] = [];
  readonly #rows = new NumberColumn();

  push(text: string | undefined): void {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.length;
      this.#numbers.set(text, number);
      this.#texts.push(text);
    }
    this.#rows.push(number);
  }

  at(row: number): string | undefined {
    return this.#texts[this.#rows.at(row)];
  }
}
