import type { Condition, Segment } from "../ast.ts";
import { membershipCondition } from "../membership.ts";
import { printCondition } from "../printer.ts";
import type { FindSegment } from "./negation.ts";
import type { Prover } from "./proof/prover.ts";
import type { Tableau } from "./proof/tableau.ts";
import type { Remark } from "./remark.ts";
import { bearingOn, tagsOf } from "./tags.ts";
import { conjuncts } from "./walk.ts";

/** Segments that have the same members as an earlier one, and those whose every member is one of a segment that goes
 *  first. Only segments that look at the same things are compared. */
export function remarksOnPairs(
  segments: readonly Segment[],
  find: FindSegment,
  prover: Prover,
): ReadonlyMap<Segment, Remark> {
  const subjects = segments.flatMap((segment, index) => subjectOf(segment, index, find, prover));
  const byTag = Map.groupBy(
    subjects.flatMap((subject) => [...subject.tags].map((tag) => ({ tag, subject }))),
    ({ tag }) => tag,
  );
  const remarks = new Map<Segment, Remark>();
  for (const outer of subjects) {
    const lists = outer.parts.map(({ bearing }) => [
      ...new Set(bearing.flatMap((tag) => (byTag.get(tag) ?? []).map((each) => each.subject))),
    ]);
    const fewest = lists.toSorted((a, b) => a.length - b.length)[0] ?? [];
    for (const inner of fewest) {
      if (inner === outer || remarks.has(inner.segment)) continue;
      const remark = remarkOn(inner, outer, prover);
      if (remark !== undefined) remarks.set(inner.segment, remark);
    }
  }
  return remarks;
}

/** A segment as it is compared with others. */
interface Subject {
  readonly segment: Segment;
  readonly index: number;
  readonly parts: readonly Part[];
  readonly texts: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** What follows from being a member. */
  readonly members: Tableau;
}

interface Part {
  readonly condition: Condition;
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  /** The tags of whatever may make it hold. */
  readonly bearing: readonly string[];
}

/** Nothing for a segment that has no members. */
function subjectOf(
  segment: Segment,
  index: number,
  find: FindSegment,
  prover: Prover,
): readonly Subject[] {
  const parts = conjuncts(membershipCondition(segment)).map((condition): Part => {
    const tags = tagsOf(condition, find);
    const bearing = [...new Set([...tags].flatMap(bearingOn))];
    return { condition, text: printCondition(condition), tags, bearing };
  });
  const members = prover.suppose(parts.map(({ condition }) => ({ condition, holds: true })));
  if (members === undefined || members.isRefuted()) return [];
  const texts = new Set(parts.map(({ text }) => text));
  const tags = new Set(parts.flatMap((part) => [...part.tags]));
  return [{ segment, index, parts, texts, tags, members }];
}

function remarkOn(inner: Subject, outer: Subject, prover: Prover): Remark | undefined {
  const isLater = inner.index > outer.index;
  const isBehind = goesBehind(inner, outer);
  if (!isLater && !isBehind) return undefined;
  if (!isWithin(inner, outer, prover)) return undefined;
  const span = headOf(inner.segment);
  const [a, b] = [inner.segment.name, outer.segment.name];
  if (isLater && haveSameUntil(inner.segment, outer.segment) && isWithin(outer, inner, prover)) {
    const message = `"${a}" has the same members as "${b}"`;
    const note = `their conditions ${isAlike(inner, outer) ? "are" : "come to"} the same`;
    return { code: "SAME_SEGMENT", span, message, note };
  }
  if (!isBehind || outer.segment.until !== undefined) return undefined;
  const message = `every member of "${a}" is one of "${b}", which goes first wherever both would send`;
  const note = `give it a priority above ${outer.segment.priority ?? 0}`;
  return { code: "SHADOWED", span, message, note };
}

/** Whether every member of one segment is proved to satisfy the conditions of another. */
function isWithin(inner: Subject, outer: Subject, prover: Prover): boolean {
  const open = outer.parts.filter(({ text }) => !inner.texts.has(text));
  if (!open.every(({ bearing }) => bearing.some((tag) => inner.tags.has(tag)))) return false;
  const known = open.map(({ condition }) => inner.members.mayFail(prover.formulaOf(condition)));
  if (known.includes(true)) return false;
  return open.every(({ condition }, index) => {
    if (known[index] === false) return true;
    const outside = prover.suppose([{ condition, holds: false }], inner.members);
    return outside === undefined || outside.isRefuted();
  });
}

/** Whether a segment yields to another wherever both would send at one instant. */
function goesBehind(inner: Subject, outer: Subject): boolean {
  const [a, b] = [inner.segment, outer.segment];
  if (a.then === undefined || b.then === undefined) return false;
  const isFresher = b.staleAfter !== undefined && (a.staleAfter ?? Infinity) > b.staleAfter;
  if (isFresher) return false;
  const most = (a.priority ?? 0) + Math.max(0, a.relax?.priority ?? 0);
  const least = (b.priority ?? 0) + Math.min(0, b.relax?.priority ?? 0);
  return most < least || (most === least && inner.index > outer.index);
}

function haveSameUntil({ until: a }: Segment, { until: b }: Segment): boolean {
  if (a === undefined || b === undefined) return a === b;
  return printCondition(a) === printCondition(b);
}

function isAlike(a: Subject, b: Subject): boolean {
  return a.texts.size === b.texts.size && [...a.texts].every((text) => b.texts.has(text));
}

/** The stretch of the word `segment` with which it begins. */
export function headOf({ span }: Segment): Remark["span"] {
  return { start: span.start, end: Math.min(span.end, span.start + "segment".length) };
}
