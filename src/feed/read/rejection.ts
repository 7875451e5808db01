/** Readers of recorded events: bytes in, one recording out, and a counted reason for every line that cannot be used. */

import type { RejectionCode } from "./codes.ts";

/** What was wrong with one record: a value, never thrown. */
export interface Fault {
  readonly code: RejectionCode;
  readonly message: string;
}

/** A fault with its place; lines count from 1. */
export interface Rejection extends Fault {
  readonly path: string;
  readonly line: number;
}

/** Whether a reader's answer is a fault. */
export function isFault(answer: object): answer is Fault {
  return "code" in answer && "message" in answer;
}

/** Counts rejections of each code and keeps the first of them to be listed. */
export class Rejections {
  readonly #keep: number;
  readonly #listed: Rejection[] = [];
  readonly #byCode = new Map<RejectionCode, number>();
  #count = 0;

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(rejection: Rejection): void {
    this.#count += 1;
    this.#byCode.set(rejection.code, (this.#byCode.get(rejection.code) ?? 0) + 1);
    if (this.#listed.length < this.#keep) this.#listed.push(rejection);
  }

  get count(): number {
    return this.#count;
  }

  get listed(): readonly Rejection[] {
    return this.#listed;
  }

  /** The number of each code, in the order of the alphabet. */
  get byCode(): Readonly<Record<string, number>> {
    const codes = [...this.#byCode].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(codes);
  }
}
