import type { Span } from "../../text/span.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { Condition, Segment } from "../ast.ts";
import { askedBy } from "../order.ts";
import { conditionsOf } from "./advice.ts";
import type { Remark } from "./remark.ts";
import { eachLeaf } from "./walk.ts";

/** A place at which a segment asks for another. */
interface Reference {
  readonly name: string;
  readonly span: Span;
}

/** Segments that a segment asks for and that are nowhere. */
export function remarksOnNames(
  segment: Segment,
  known: ReadonlyMap<string, Segment>,
): readonly Remark[] {
  return referencesOf(segment)
    .filter(({ name }) => !known.has(name))
    .map(({ name, span }) => {
      const message = `there is no segment "${name}" among the rules that are checked together`;
      return { code: "UNKNOWN_SEGMENT", span, message, note: didYouMean(name, [...known.keys()]) };
    });
}

function referencesOf(segment: Segment): readonly Reference[] {
  const { refines } = segment;
  const parent = refines === undefined ? [] : [{ name: refines.segment, span: refines.span }];
  return [...parent, ...conditionsOf(segment).flatMap(namedIn)];
}

function namedIn(condition: Condition): readonly Reference[] {
  return eachLeaf(condition).flatMap((leaf) =>
    leaf.kind === "in_segment" || leaf.kind === "segment_change"
      ? [{ name: leaf.segment, span: leaf.span }]
      : [],
  );
}

/** Segments that ask for each other in a circle. */
export interface Circles {
  /** Each circle is told once, at the first of its segments. */
  readonly remarks: ReadonlyMap<Segment, Remark>;
  /** The names of all that stand in one. */
  readonly names: ReadonlySet<string>;
}

/** Finds every circle of segments. */
export function circlesOf(segments: readonly Segment[]): Circles {
  const asked = new Map(segments.map((segment) => [segment.name, [...askedBy(segment)]]));
  const names = new Set<string>();
  const remarks = new Map<Segment, Remark>();
  for (const segment of segments) {
    const circle = names.has(segment.name) ? undefined : circleFrom(segment.name, asked);
    if (circle === undefined) continue;
    for (const name of circle) names.add(name);
    remarks.set(segment, remarkOn(circle, segment));
  }
  return { remarks, names };
}

/** The shortest way from a segment back to itself. */
function circleFrom(
  start: string,
  asked: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const next: (readonly string[])[] = [];
    for (const way of ways) {
      for (const name of asked.get(way.at(-1)!) ?? []) {
        if (name === start) return way;
        if (!seen.has(name)) next.push([...way, name]);
        seen.add(name);
      }
    }
    ways = next;
  }
  return undefined;
}

function remarkOn(circle: readonly string[], segment: Segment): Remark {
  const [first = "", second = first] = circle;
  const place = referencesOf(segment).find(({ name }) => name === second);
  const span = place?.span ?? segment.span;
  const way = [...circle, first].map((name) => `"${name}"`).join(" → ");
  const message =
    circle.length === 1
      ? `"${first}" asks for itself`
      : `these segments ask for each other, so none can be decided first: ${way}`;
  return { code: "SEGMENT_CIRCLE", span, message };
}
