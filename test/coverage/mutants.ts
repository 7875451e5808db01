import type { Segment } from "../../src/rule/ast.ts";
import { DAY_MS } from "../../src/time/zone.ts";

/** A rule with one bound moved by one step, or one comparison changed. */
export interface Mutant {
  readonly what: string;
  readonly segment: Segment;
}

/** Bounds that show only where segments compete, and where a rule stands in its text. */
const SKIPPED = new Set(["span", "staleAfter", "priority", "holdout", "then", "send", "metric"]);

const COMPARATORS: Readonly<Record<string, string>> = {
  ">=": ">",
  ">": ">=",
  "<=": "<",
  "<": "<=",
  "=": "!=",
  "!=": "=",
};

/** Every mutant of a rule: each number one step up and one down, each comparison with its neighbour. */
export function mutantsOf(segment: Segment): readonly Mutant[] {
  const gaps = changesOf(segment, []).filter(({ path }) => path.at(-1) === "gap");
  const others = changesOf(segment, []).filter(({ path }) => path.at(-1) !== "gap");
  const mutants = others.map(({ path, value }) => ({
    what: `${path.join(".")} = ${String(value)}`,
    segment: changed(segment, path, value) as Segment,
  }));
  // There is one pause that ends sessions, wherever a rule asks for them.
  const pauses = [...new Set(gaps.map(({ value }) => value))].map((value) => ({
    what: `gap = ${String(value)}`,
    segment: gaps.reduce(
      (all, { path }) => changed(all, path, value),
      segment as unknown,
    ) as Segment,
  }));
  return [...mutants, ...pauses];
}

type Path = readonly (string | number)[];

interface Change {
  readonly path: Path;
  readonly value: unknown;
}

function changesOf(node: unknown, path: Path): readonly Change[] {
  if (typeof node === "number") return steps(node, path);
  if (typeof node === "string") {
    const other = path.at(-1) === "comparator" ? COMPARATORS[node] : undefined;
    return other === undefined ? [] : [{ path, value: other }];
  }
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node)
    .filter(([key]) => !SKIPPED.has(key))
    .flatMap(([key, value]) => changesOf(value, [...path, key]));
}

function steps(number: number, path: Path): readonly Change[] {
  const isFraction = !Number.isInteger(number);
  const step = isFraction ? 0.0001 : 1;
  const isDay = path.includes("days");
  return [number - step, number + step]
    .filter((each) => each >= 0 && (isDay ? each <= 6 : true))
    .filter((each) => path.at(-1) !== "to" || each <= DAY_MS)
    .map((value) => ({ path, value: isFraction ? Number(value.toFixed(4)) : value }));
}

function changed(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((each: unknown, index) =>
      String(index) === String(key) ? changed(each, rest, value) : each,
    );
  const map = node as Readonly<Record<string, unknown>>;
  return { ...map, [key]: changed(map[key], rest, value) };
}
