import type { Condition, FollowUp, Relaxation, Segment } from "../ast.ts";
import { membershipCondition } from "../membership.ts";
import { compares } from "./comparison.ts";
import { remarksOnParts } from "./parts.ts";
import type { Claim, Prover } from "./proof/prover.ts";
import type { Remark } from "./remark.ts";
import { conjuncts } from "./walk.ts";

/** What is claimed of every member of a segment. */
export function claimsOfMembers(segment: Segment): readonly Claim[] {
  return conjuncts(membershipCondition(segment)).map((condition) => ({ condition, holds: true }));
}

/** What is wrong with a segment's own conditions. */
export function remarksOnWhen(segment: Segment, prover: Prover): readonly Remark[] {
  const { relax: _, ...strict } = segment;
  const when = membershipCondition(strict);
  const isRelaxed = segment.relax !== undefined;
  const isDead = !isRelaxed || prover.areImpossible(...claimsOfMembers(segment));
  return remarksOnParts(when, { given: [], weight: isDead ? "error" : "warning", prover });
}

/** What is wrong with the conditions of a segment's other clauses: `until`, `relax`, and `unless` of its follow-ups. */
export function remarksOnClauses(segment: Segment, prover: Prover): readonly Remark[] {
  const { until, relax, followUps = [] } = segment;
  return [
    ...(until === undefined ? [] : remarksOnUntil(until, segment, prover)),
    ...(relax === undefined ? [] : remarksOnRelax(relax, segment, prover)),
    ...followUps.flatMap((each) => remarksOnUnless(each, prover)),
  ];
}

function remarksOnUntil(until: Condition, segment: Segment, prover: Prover): readonly Remark[] {
  const { span } = until;
  const given = claimsOfMembers(segment);
  if (prover.areImpossible(...given, { condition: until, holds: true })) {
    const message = "this never ends a membership: no member can satisfy it";
    return [{ code: "NEVER_ENDS", span, message }];
  }
  if (prover.areImpossible(...given, { condition: atEntry(until), holds: false })) {
    const message = "this already holds when a membership would begin, so nobody is ever a member";
    return [{ code: "ENDS_AT_ONCE", span, message }];
  }
  return remarksOnParts(until, { given, weight: "warning", prover });
}

/** What `until` comes to at the instant of the entry: nothing has happened since. */
function atEntry(condition: Condition): Condition {
  switch (condition.kind) {
    case "and":
    case "or":
      return { ...condition, conditions: condition.conditions.map(atEntry) };
    case "not":
    case "some":
      return { ...condition, condition: atEntry(condition.condition) };
    case "count": {
      if (condition.window.kind !== "since") return condition;
      const holds = compares(0, condition.comparator, condition.number);
      return { kind: holds ? "and" : "or", span: condition.span, conditions: [] };
    }
    default:
      return condition;
  }
}

function remarksOnRelax(relax: Relaxation, segment: Segment, prover: Prover): readonly Remark[] {
  const { when, time, devices, span } = relax;
  const parts = remarksOnParts(when, { given: [], weight: "warning", prover });
  if (parts.some(({ code }) => code === "NEVER_HOLDS" || code === "CONTRADICTION")) return parts;
  const widened = [
    ...(time === undefined ? [] : [{ words: "time by …", relax: { when, time, span } }]),
    ...(devices === undefined ? [] : [{ words: "device to …", relax: { when, devices, span } }]),
  ];
  const idle = widened.filter((each) => isSame({ ...segment, relax: each.relax }, prover));
  return [
    ...parts,
    ...idle.map(({ words }): Remark => {
      const message = `"${words}" lets in nobody who is not in already`;
      return { code: "WITHOUT_EFFECT", span, message };
    }),
  ];
}

/** Whether the relaxation of a segment lets nobody in. */
function isSame(segment: Segment, prover: Prover): boolean {
  const { relax: _, ...strict } = segment;
  const outside = { condition: membershipCondition(strict), holds: false };
  return prover.areImpossible(...claimsOfMembers(segment), outside);
}

function remarksOnUnless({ unless, send }: FollowUp, prover: Prover): readonly Remark[] {
  if (unless === undefined) return [];
  if (prover.areImpossible({ condition: unless, holds: false })) {
    const message = `${JSON.stringify(send.subject)} is never sent: its "unless" always holds`;
    return [{ code: "NEVER_SENDS", span: unless.span, message }];
  }
  return remarksOnParts(unless, { given: [], weight: "warning", prover });
}
