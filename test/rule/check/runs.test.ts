import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "../../../src/model/log.ts";
import { type Run, runReference } from "../../../src/reference/run.ts";
import type { Condition, Segment } from "../../../src/rule/ast.ts";
import { checkRules } from "../../../src/rule/check.ts";
import type { Finding } from "../../../src/text/finding.ts";
import type { Source, Span } from "../../../src/text/span.ts";
import { days } from "../../../src/time/duration.ts";
import { after, before } from "../../../src/time/window.ts";
import { occasion } from "../../engine/arbitraries.ts";
import { segmentsWithClauses } from "../../engine/arbitraries/clauses.ts";
import { NOWHERE } from "../../engine/arbitraries/grid.ts";
import { joined } from "./kin.ts";

// What a check says of whole segments is so in the runs that the reference makes of them.

const cases = Number(process.env["REHEARSAL_CASES"] ?? 300);
const timeout = 60_000 + cases * 200;

/** Clauses by the place at which they would stand; follow-ups begin at 10, caps at 20. */
const CLAUSES = ["segment", "until", "relax", "then", "gate", "quietHours"] as const;

function spanOf(place: number): Span {
  return { start: place, end: place + 1 };
}

/** The same segment, with a place for every clause. */
function placed(segment: Segment): Segment {
  const at = (place: number): { readonly span: Span } => ({ span: spanOf(place) });
  const named = CLAUSES.flatMap((clause, place) =>
    clause === "segment" || segment[clause] === undefined
      ? []
      : [[clause, { ...segment[clause], ...at(place) }]],
  );
  const followUps = segment.followUps?.map((each, place) => ({ ...each, ...at(10 + place) }));
  const caps = segment.caps?.map((each, place) => ({ ...each, ...at(20 + place) }));
  return { ...segment, ...at(0), ...Object.fromEntries(named), followUps, caps };
}

/** Two segments, or one, whose conditions have to do with each other; the second is often a narrower first. */
const kindred: fc.Arbitrary<readonly Segment[]> = fc
  .tuple(segmentsWithClauses, joined, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([segments, conditions, [isSame, isNarrow, isPlain, ...ends]]) => {
    const [first, second = first] = conditions as readonly [Condition, Condition?];
    const narrow: Condition = { kind: "and", span: NOWHERE, conditions: [first, second] };
    const turned: Condition = { kind: "or", span: NOWHERE, conditions: [narrow, first] };
    const whens = [first, isNarrow === true ? narrow : isSame === true ? turned : second];
    return segments.slice(0, 2).map((segment, index) => {
      const until = ends[index] === true ? conditions.at(-1) : segment.until;
      const given = { ...segment, when: whens[index]!, until };
      const plain = { refines: undefined, relax: undefined, until: undefined };
      return placed(isPlain === true ? { ...given, ...plain } : given);
    });
  });

/** Whether a finding is about the clause with a place. */
function isAt({ span }: Finding, place: number): boolean {
  return span.start === place;
}

function entriesOf(run: Run, index: number) {
  return run.transitions.filter(({ segment }) => segment === index);
}

/** Clauses decide in which order the changes of one instant are told. */
function inOrder({ transitions }: Run) {
  return transitions.toSorted((a, b) => a.at - b.at || a.segment - b.segment);
}

function mainSendsOf(run: Run, index: number) {
  return run.sends.filter((each) => each.segment === index && each.followUp === undefined);
}

/** The segments, that of an index without some of its clauses. */
function without(
  segments: readonly Segment[],
  index: number,
  change: (segment: Segment) => Segment,
) {
  return segments.map((each, place) => (place === index ? change(each) : each));
}

test(
  "what is said of memberships and sends is so in every run",
  () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(kindred, occasion, (segments, { history, base }) => {
        const sources = segments.map(({ name }) => ({ path: name, text: "" }));
        const sourceOf = (segment: Segment): Source => sources[segments.indexOf(segment)]!;
        const findings = checkRules(segments, { sourceOf });
        const stretch = { from: before(base, days(3)), to: after(base, days(3)) };
        const runOf = (all: readonly Segment[]): Run =>
          runReference(all, history, stretch, { holdoutDraw: () => 0.5 });
        const run = runOf(segments);
        const expectSame = (index: number, change: (segment: Segment) => Segment): void => {
          const other = runOf(without(segments, index, change));
          expect(inOrder(other)).toEqual(inOrder(run));
          expect(other.decisions).toEqual(run.decisions);
        };
        for (const finding of findings) {
          const index = sources.indexOf(finding.source);
          told.set(finding.code, (told.get(finding.code) ?? 0) + 1);
          judge(finding, { segments, index, run, expectSame });
        }
      }),
      { numRuns: cases },
    );
    for (const code of FOUND) expect(told.get(code) ?? 0, code).toBeGreaterThan(0);
  },
  timeout,
);

/** What the random rules must earn for this to say anything. */
const FOUND = [
  "CONTRADICTION",
  "ENDS_AT_ONCE",
  "NEVER_ENDS",
  "NEVER_HOLDS",
  "NEVER_SENDS",
  "SAME_SEGMENT",
  "SHADOWED",
  "WITHOUT_EFFECT",
];

interface Case {
  readonly segments: readonly Segment[];
  readonly index: number;
  readonly run: Run;
  readonly expectSame: (index: number, change: (segment: Segment) => Segment) => void;
}

function judge(finding: Finding, { segments, index, run, expectSame }: Case): void {
  const { code, severity, message } = finding;
  const segment = segments[index]!;
  switch (code) {
    case "ENDS_AT_ONCE":
      expect(entriesOf(run, index)).toEqual([]);
      break;
    case "NEVER_ENDS":
      expectSame(index, (each) => ({ ...each, until: undefined }));
      break;
    case "SAME_SEGMENT":
    case "SHADOWED": {
      const other = segments.findIndex(
        ({ name }) => message.includes(`as "${name}"`) || message.includes(`one of "${name}"`),
      );
      expect(other).not.toBe(-1);
      expectWithin(run, index, other);
      if (code === "SAME_SEGMENT") expectWithin(run, other, index);
      else expectYields(run.decisions, index, other);
      break;
    }
    case "NEVER_SENDS":
      expectNoSend(finding, { index, run, segment });
      break;
    case "WITHOUT_EFFECT": {
      if (isAt(finding, 4)) expectSame(index, (each) => ({ ...each, gate: undefined }));
      else if (isAt(finding, 5)) expectSame(index, (each) => ({ ...each, quietHours: undefined }));
      else if (isAt(finding, 3) && message.includes("cool"))
        expectSame(index, (each) => ({ ...each, coolOff: undefined }));
      else if (isAt(finding, 3)) expectSame(index, (each) => ({ ...each, holdout: undefined }));
      else if (isAt(finding, 2)) expectSame(index, (each) => withoutWidening(each, message));
      else {
        const caps = segment.caps?.filter((_, place) => !isAt(finding, 20 + place));
        expectSame(index, (each) => ({ ...each, caps }));
      }
      break;
    }
    default:
      if (severity === "error" && (code === "NEVER_HOLDS" || code === "CONTRADICTION"))
        expect(entriesOf(run, index)).toEqual([]);
  }
}

function withoutWidening({ relax, ...segment }: Segment, message: string): Segment {
  const key = message.startsWith('"time') ? "time" : "devices";
  return { ...segment, relax: { ...relax!, [key]: undefined } };
}

/** Whoever is in the one segment is at the same instant in the other. */
function expectWithin(run: Run, inner: number, outer: number): void {
  const state = new Map<number, boolean>();
  const instants = [...new Set(run.transitions.map(({ at }) => at))];
  for (const at of instants) {
    for (const each of run.transitions)
      if (each.at === at) state.set(each.segment, each.kind === "entered");
    if (state.get(inner) === true) expect(state.get(outer)).toBe(true);
  }
}

/** Where both would send, it is never the one that goes behind. */
function expectYields(decisions: readonly Decision[], behind: number, ahead: number): void {
  const lost = decisions.filter(
    (each) =>
      each.segment === ahead &&
      each.outcome === "priority" &&
      each.by === behind &&
      each.followUp === undefined,
  );
  const mains = lost.filter(({ at }) =>
    decisions.some(
      (each) =>
        each.at === at &&
        each.segment === behind &&
        each.followUp === undefined &&
        each.outcome !== "priority",
    ),
  );
  expect(mains).toEqual([]);
}

function expectNoSend(
  finding: Finding,
  { index, run, segment }: { readonly index: number; readonly run: Run; readonly segment: Segment },
): void {
  const number = (segment.followUps ?? []).findIndex((_, place) => isAt(finding, 10 + place));
  if (finding.message.includes("holdout"))
    expect(mainSendsOf(run, index).every(({ ghost }) => ghost)).toBe(true);
  else if (number !== -1)
    expect(run.sends.filter((each) => each.segment === index && each.followUp === number)).toEqual(
      [],
    );
  else if (finding.message.startsWith("nothing is ever sent"))
    expect(run.sends.filter((each) => each.segment === index)).toEqual([]);
}
