import { membershipCondition } from "../membership.ts";
import type { Condition, Segment } from "../ast.ts";
import { Prover } from "../check/proof/prover.ts";
import { printSegment } from "../printer.ts";

/** Whether two readings of a segment are proved to have the same members and to send the same, whatever happens.
 *  `others` are the segments that it may ask for. */
export function isSameSegment(
  before: Segment,
  after: Segment,
  others: readonly Segment[],
): boolean {
  const prover = new Prover(others);
  const members = [membershipCondition(before), membershipCondition(after)] as const;
  return (
    areEqual(members, [], prover) &&
    areEqual([before.until, after.until], [members[0]], prover) &&
    areEqual([before.relax?.when, after.relax?.when], [], prover) &&
    (before.followUps ?? []).every((each, index) =>
      areEqual([each.unless, after.followUps?.[index]?.unless], [], prover),
    ) &&
    printSegment(withConditionsOf(before, after)) === printSegment(before)
  );
}

/** Whether two conditions hold alike wherever `given` does. */
function areEqual(
  [a, b]: readonly [Condition | undefined, Condition | undefined],
  given: readonly Condition[],
  prover: Prover,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  const claims = given.map((condition) => ({ condition, holds: true }));
  const differ = (one: Condition, other: Condition): boolean =>
    !prover.areImpossible(
      ...claims,
      { condition: one, holds: true },
      { condition: other, holds: false },
    );
  return !differ(a, b) && !differ(b, a);
}

/** `after` with the conditions of `before`, so that nothing but its other clauses can differ. */
function withConditionsOf(before: Segment, after: Segment): Segment {
  const { when, refines, until } = before;
  return {
    ...after,
    when,
    ...(after.refines === undefined ? {} : { refines }),
    ...(after.until === undefined ? {} : { until }),
    ...(after.relax === undefined || before.relax === undefined
      ? {}
      : { relax: { ...after.relax, when: before.relax.when } }),
    ...(after.followUps === undefined
      ? {}
      : {
          followUps: after.followUps.map((each, index) => ({
            ...each,
            unless: before.followUps?.[index]?.unless,
          })),
        }),
  };
}
