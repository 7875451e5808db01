/** Where a whole number is cut in two. */
const BASE = 2 ** 26;

/** How many parts a unit is cut into. */
const SCALE = 10_000;

/** The largest number that is looked at, either way. */
const LIMIT = 1e9;

/** A number in whole ten-thousandths, or `undefined` for what is none or too large. */
export function scaled(value: unknown): number | undefined {
  if (typeof value !== "number" || !(Math.abs(value) <= LIMIT)) return undefined;
  return Math.round(value * SCALE);
}

/** The number that a figure is compared with, in whole ten-thousandths. */
export function scaledBound(number: number): number {
  return Math.round(number * SCALE);
}

/** A sum of whole numbers that is exact however many there are: a double holds whole numbers up to 2^53 only, so the
 *  number of whole `BASE`s is kept apart from the rest. */
export class ExactSum {
  #high = 0;
  #low = 0;

  add(value: number): void {
    const high = Math.floor(value / BASE);
    this.#high += high;
    this.#low += value - high * BASE;
  }

  subtract(value: number): void {
    const high = Math.floor(value / BASE);
    this.#high -= high;
    this.#low -= value - high * BASE;
  }

  /** A number with the sign of the sum less `times` times `value`. */
  compareTo(value: number, times: number): number {
    const valueHigh = Math.floor(value / BASE);
    const low = this.#low - (value - valueHigh * BASE) * times;
    const carry = Math.floor(low / BASE);
    const high = this.#high - valueHigh * times + carry;
    return high === 0 ? low - carry * BASE : high;
  }

  clear(): void {
    this.#high = 0;
    this.#low = 0;
  }
}
