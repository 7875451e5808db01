import type { Transition } from "../model/log.ts";
import type { Change } from "../reference/moment.ts";
import type { Past } from "../reference/run.ts";
import type { Segment } from "../rule/ast.ts";

/** The changes of membership that a run made, as conditions of the reference read them. */
export function pastOf(segments: readonly Segment[], transitions: readonly Transition[]): Past {
  const changesOf = (index: number): readonly Change[] =>
    transitions
      .filter((each) => each.segment === index)
      .map(({ at, kind }) => ({ at, entered: kind === "entered" }));
  return { changes: new Map(segments.map(({ name }, index) => [name, changesOf(index)])) };
}
