import fc from "fast-check";
import type { Condition, Count } from "../../../src/rule/ast.ts";
import type { Duration } from "../../../src/time/duration.ts";
import { NOWHERE } from "../../engine/arbitraries/grid.ts";
import { condition } from "../../engine/arbitraries.ts";
import { leaf } from "../../engine/arbitraries/leaf.ts";

// Random conditions hardly ever have to do with each other. These look at the same things, with other bounds.

/** What of a leaf says at which thing it looks: within one kind, and across kinds. */
const OF_KIND = [
  "metric",
  "function",
  "first",
  "second",
  "negated",
  "attribute",
  "gap",
  "condition",
];
const OF_ANY = ["metric", "where", "attribute", "gap"];

const EVENTS = ["count", "aggregate", "recency", "sequence", "session", "in_session"];
const STATES = ["device", "place", "attribute", "consent", "instant", "fresh", "held"];
const CLOCKS = ["local_time", "clock_time", "weekday"];

/** How many leaves are looked through for some that have to do with the first. */
const CROWD = 40;

/** A leaf that looks at the same thing as another one, as far as it can; every other time at the same of its events, and
 *  every third at events of its own. */
function grafted(given: Condition, other: Condition, index: number): Condition {
  const own = index % 2 === 0 ? [...OF_KIND, "where"] : OF_KIND;
  const all = given.kind === other.kind ? own : OF_ANY;
  const keys = index % 3 === 2 ? all.filter((key) => key !== "metric") : all;
  const from = given as unknown as Readonly<Record<string, unknown>>;
  const kept = keys.filter((key) => from[key] !== undefined && (key in other || key === "where"));
  return withGap(
    Object.assign({}, other, ...kept.map((key) => ({ [key]: from[key] }))),
    gapOf(given),
  );
}

function gapOf(condition: Condition): Duration | undefined {
  if ("gap" in condition) return condition.gap;
  const isOfSession = "window" in condition && condition.window.kind === "session";
  return isOfSession ? condition.window.gap : undefined;
}

/** The same session, if the condition looks at one. */
function withGap(condition: Condition, gap: Duration | undefined): Condition {
  if (gap === undefined) return condition;
  if (condition.kind === "session" || condition.kind === "in_session") return { ...condition, gap };
  if (condition.kind !== "count" || condition.window.kind !== "session") return condition;
  return { ...condition, window: { kind: "session", gap } };
}

function areRelated({ kind: a }: Condition, { kind: b }: Condition): boolean {
  return [EVENTS, STATES, CLOCKS].some((group) => group.includes(a) && group.includes(b));
}

/** Leaves of which most look at the same thing as the first, counts of one product among them, and perhaps a condition of
 *  any kind. */
export const family: fc.Arbitrary<readonly Condition[]> = fc
  .tuple(leaf, fc.array(leaf, { minLength: CROWD, maxLength: CROWD, size: "max" }), condition)
  .map(([first, crowd, stranger]) => {
    const kin = crowd.filter(({ kind }) => kind === first.kind).slice(0, 3);
    const others = crowd.filter((each) => areRelated(first, each)).slice(0, 3);
    const near = [...kin, ...others].map((each, index) => grafted(first, each, index));
    return [first, ...near, ...boundOf([first, ...near]), stranger];
  });

/** Of counts, what they ask of one product. */
function boundOf(conditions: readonly Condition[]): readonly Condition[] {
  const counts = conditions.filter(
    (each): each is Count => each.kind === "count" && each.window.kind !== "session",
  );
  const [first, second] = counts.map((each): Count => ({
    ...each,
    of: { word: "that", thing: "product", property: "product_id" },
  }));
  if (first === undefined) return [];
  const opener: Count = { ...first, comparator: ">=", number: Math.max(1, first.number) };
  const both: Condition = { kind: "and", span: NOWHERE, conditions: [opener, second ?? first] };
  return [opener, both].map((each) => ({ ...SOME, condition: each }));
}

const SOME = { kind: "some", span: NOWHERE, thing: "product", property: "product_id" } as const;

/** Conditions joined of a family's leaves. */
export const joined: fc.Arbitrary<readonly Condition[]> = family.chain((leaves) =>
  fc.array(
    fc.letrec<{ node: Condition }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 2, depthSize: "small" },
        { weight: 3, arbitrary: fc.constantFrom(...leaves) },
        fc
          .tuple(
            fc.constantFrom("and" as const, "or" as const),
            fc.array(tie("node"), { minLength: 2, maxLength: 3 }),
          )
          .map(([kind, conditions]): Condition => ({ kind, span: NOWHERE, conditions })),
        tie("node").map((each): Condition => ({ kind: "not", span: NOWHERE, condition: each })),
      ),
    })).node,
    { minLength: 2, maxLength: 4 },
  ),
);
