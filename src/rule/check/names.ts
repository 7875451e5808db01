import type { Segment } from "../ast.ts";
import { type Circles, circlesOf, remarksOnNames } from "./circle.ts";
import { headOf } from "./pairs.ts";
import type { Remark } from "./remark.ts";

/** Whether the segments that are checked together can be told apart, find each other and are decided in some order. */
export class NamesCheck {
  readonly #byName = new Map<string, Segment>();
  readonly #circles: Circles;

  /** `known` are segments that may be asked for, but are not checked. */
  constructor(segments: readonly Segment[], known: readonly Segment[]) {
    for (const segment of [...segments, ...known]) {
      if (!this.#byName.has(segment.name)) this.#byName.set(segment.name, segment);
    }
    this.#circles = circlesOf([...this.#byName.values()]);
  }

  /** The segment of a name; of several, the first. */
  readonly find = (name: string): Segment | undefined => this.#byName.get(name);

  /** Whether what the segment means can be told: there is no other of its name, and it is in no circle. */
  isSound(segment: Segment): boolean {
    return this.find(segment.name) === segment && !this.#circles.names.has(segment.name);
  }

  remarksOn(segment: Segment): readonly Remark[] {
    if (this.find(segment.name) !== segment) {
      const message = `two segments are called "${segment.name}"`;
      return [{ code: "DUPLICATE_SEGMENT", span: headOf(segment), message }];
    }
    const circle = this.#circles.remarks.get(segment);
    const unknown = remarksOnNames(segment, this.#byName);
    return circle === undefined ? unknown : [...unknown, circle];
  }
}
