/** Keyed streams of numbers: a draw depends on the seed, the stream's name and ordinals with a meaning, never on how many
 *  draws came before. */
import seedrandom from "seedrandom";

/** The key of one stream of one run: two words of 32 bits. */
export interface StreamKey {
  readonly first: number;
  readonly second: number;
}

const TWO_32 = 4_294_967_296;

/** The key of the stream `name` in the run with `seed`. The seeds `7` and `"7"` are one. */
export function streamKey(seed: number | string, name: string): StreamKey {
  const generator = seedrandom(`${seed}/${name}`);
  return { first: generator.int32(), second: generator.int32() };
}

/** Bitwise operators see 32 bits only; without this, instants 2^32 ms (50 days) apart would share their draws. */
function lowWord(ordinal: number): number {
  const low = ordinal | 0;
  return low === ordinal ? low : foldedWord(ordinal);
}

function foldedWord(ordinal: number): number {
  const isUnsignedWord = ordinal > 0 && ordinal < TWO_32;
  return isUnsignedWord ? ordinal | 0 : ordinal ^ finish(Math.floor(ordinal / TWO_32));
}

// The constants are those of MurmurHash3's 32-bit mixer (Appleby, public domain).
function stir(hash: number, ordinal: number): number {
  let word = Math.imul(lowWord(ordinal), 0xcc9e2d51);
  word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
  const mixed = hash ^ word;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The draw of `key` at the ordinals `a`, `b`, `c` (any safe integers): uniform in (0, 1), never 0 or 1, in
 *  steps of 2^-32. */
export function uniform(key: StreamKey, a: number, b = 0, c = 0): number {
  const hash = finish(finish(stir(stir(stir(key.first, a), b), c)) ^ key.second);
  return ((hash >>> 0) + 0.5) / TWO_32;
}

/** The draws of one thing: `at(c)` is the draw of the key at `a`, `b` and `c`, for whoever draws more than once. */
export class Draws {
  readonly #start: number;
  readonly #end: number;

  constructor(key: StreamKey, a: number, b: number) {
    this.#start = stir(stir(key.first, a), b);
    this.#end = key.second;
  }

  at(c: number): number {
    return ((finish(finish(stir(this.#start, c)) ^ this.#end) >>> 0) + 0.5) / TWO_32;
  }
}

/** The ordinal of a text, such as a profile's id: a whole number of 53 bits, the same for the same text. */
export function ordinalOf(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x9e3779b1;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = stir(first, unit);
    second = stir(second, ~unit);
  }
  return (finish(second) >>> 11) * TWO_32 + (finish(first) >>> 0);
}

/** An id for the fact at the ordinals `a`, `b`, `c`: a whole number of 53 bits. */
export function hashId(key: StreamKey, a: number, b = 0, c = 0): number {
  const { first, second } = key;
  const low = finish(finish(stir(stir(stir(first, a), b), c)) ^ second) >>> 0;
  const high = finish(finish(stir(stir(stir(second, a), b), c)) ^ ~first) >>> 11;
  return high * TWO_32 + low;
}
