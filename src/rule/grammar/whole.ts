import { didYouMean } from "../../text/suggest.ts";
import type { Condition } from "../ast.ts";
import { bindThings } from "../binding.ts";
import { readCondition, startsCondition } from "./condition.ts";
import type { Reading } from "./reading.ts";

/** Where a whole condition stands. */
export interface Place {
  /** Whether the condition ends here; it also ends where the next clause begins. */
  readonly ends?: (() => boolean) | undefined;
  /** What may follow it besides `and` and `or`. */
  readonly next: string;
  /** What `since …` counts from. */
  readonly anchor?: Reading["anchor"];
}

/** Reads a whole condition and settles what `of the same …` binds in it; where an `and` or `or` is missing it says so and
 *  reads on for further mistakes. */
export function readWhole(reading: Reading, place: Place): Condition | undefined {
  Object.assign(reading, { anchor: place.anchor, ends: place.ends });
  const condition = readToEnd(reading, place);
  Object.assign(reading, { anchor: undefined, ends: undefined });
  return condition && bindAndComplain(reading, condition);
}

function readToEnd(reading: Reading, { ends = () => false, next }: Place): Condition | undefined {
  const { cursor } = reading;
  let condition = readCondition(reading);
  while (!cursor.isClause() && !ends()) {
    condition = undefined;
    const { word, start } = cursor.peek();
    if (cursor.findings.at(-1)?.span.start !== start)
      cursor.expected(`and, or, ${next}`, word === "for" ? HELD : noteFor(word));
    while (!cursor.isClause() && !ends() && !isCondition(reading)) cursor.next();
    if (isCondition(reading)) readCondition(reading);
  }
  return condition;
}

function isCondition(reading: Reading): boolean {
  const { kind, text } = reading.cursor.peek();
  return kind !== "symbol" && !reading.cursor.isClause() && startsCondition(reading, text);
}

const HELD = "only a device, place, attribute or consent is held for a time";

function noteFor(word: string): string | undefined {
  return word === "" ? undefined : didYouMean(word, ["and", "or", "then", "segment"]);
}

function bindAndComplain({ cursor }: Reading, condition: Condition): Condition | undefined {
  const { condition: bound, faults } = bindThings(condition);
  for (const { code, count } of faults) {
    const thing = count.of?.thing ?? "";
    const message =
      code === "THAT_WITHOUT_SAME"
        ? `"of that ${thing}" refers to nothing: write "of the same ${thing}" in a count of this "and"`
        : `"of the same ${thing}" needs a count that wants an event, such as "product_views >= 2 of the same ${thing}", in its "and"`;
    cursor.report(count.span, { code, message });
  }
  return faults.length === 0 ? bound : undefined;
}
