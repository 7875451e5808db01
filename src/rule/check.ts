import type { Vocabulary } from "../model/vocabulary.ts";
import { type Finding, type Severity, sortFindings } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import type { Duration } from "../time/duration.ts";
import type { Segment } from "./ast.ts";
import { remarksOnStyle } from "./check/advice.ts";
import { type Circles, circlesOf, remarksOnNames } from "./check/circle.ts";
import { remarksOnClauses, remarksOnWhen } from "./check/clauses.ts";
import { remarksOnDays } from "./check/daily.ts";
import { headOf, remarksOnPairs } from "./check/pairs.ts";
import { remarksOnPayload } from "./check/payload.ts";
import { Prover } from "./check/proof/prover.ts";
import type { Remark } from "./check/remark.ts";
import { remarksOnSending } from "./check/sending.ts";
import { remarksOnZone } from "./check/zone.ts";
import type { RuleErrorCode } from "./error.ts";

/** What a check must know besides the segments. */
export interface CheckContext {
  /** The file in which a segment stands. */
  readonly sourceOf: (segment: Segment) => Source;
  /** The words that the rules use. */
  readonly vocabulary?: Vocabulary | undefined;
  /** Whether anything will say in which zone a profile is; unknown if that depends on data that nobody has seen yet. */
  readonly zoneSource?: "known" | "none" | "unknown" | undefined;
  /** The cool-off of rules that name none. */
  readonly coolOff?: Duration | undefined;
}

const SEVERITIES: Partial<Record<RuleErrorCode, Severity>> = {
  DUPLICATE_SEGMENT: "error",
  UNKNOWN_SEGMENT: "error",
  SEGMENT_CIRCLE: "error",
  NEVER_HOLDS: "error",
  CONTRADICTION: "error",
  ENDS_AT_ONCE: "error",
  NEVER_SENDS: "error",
  SAME_SEGMENT: "warning",
  SHADOWED: "warning",
  ALWAYS_HOLDS: "warning",
  IMPLIED: "warning",
  SWALLOWED: "warning",
  NEVER_ENDS: "warning",
  UNRESOLVED_VALUE: "warning",
  PURE_NEGATION: "warning",
  NO_ZONE_SOURCE: "warning",
  SCORE_RANGE: "warning",
  MANY_VARIABLES: "warning",
};

/** What keeps rules from being run together, though each of them could be read. */
const CANNOT_RUN: readonly string[] = ["DUPLICATE_SEGMENT", "UNKNOWN_SEGMENT", "SEGMENT_CIRCLE"];

/** What can be told of segments without running them: names that stand twice, are unknown or go round in a circle;
 *  conditions that never or always hold, contradict each other or follow from others; segments that others shadow; sends
 *  that never go out; and what the article advises. All of it is proved, for every history at every instant. Takes
 *  segments that parsed without errors. */
export function checkRules(
  segments: readonly Segment[],
  context: CheckContext,
): readonly Finding[] {
  const check = new RulesCheck(segments, context);
  const findings = segments.flatMap((segment) =>
    check.remarksOn(segment).map((remark) => findingOf(remark, context.sourceOf(segment))),
  );
  return sortFindings(findings);
}

/** Whether rules with this finding cannot be run at all. */
export function cannotRun({ code }: Finding): boolean {
  return CANNOT_RUN.includes(code);
}

function findingOf({ code, message, span, note, ...remark }: Remark, source: Source): Finding {
  const severity = remark.severity ?? SEVERITIES[code] ?? "hint";
  return { severity, code, message, source, span, ...(note === undefined ? {} : { note }) };
}

class RulesCheck {
  readonly #context: CheckContext;
  readonly #prover: Prover;
  readonly #byName = new Map<string, Segment>();
  readonly #circles: Circles;
  readonly #pairs: ReadonlyMap<Segment, Remark>;

  constructor(segments: readonly Segment[], context: CheckContext) {
    this.#context = context;
    for (const segment of segments) {
      if (!this.#byName.has(segment.name)) this.#byName.set(segment.name, segment);
    }
    this.#prover = new Prover(segments);
    const distinct = [...this.#byName.values()];
    this.#circles = circlesOf(distinct);
    const straight = distinct.filter(({ name }) => !this.#circles.names.has(name));
    this.#pairs = remarksOnPairs(straight, this.#find, this.#prover);
  }

  remarksOn(segment: Segment): readonly Remark[] {
    const first = this.#byName.get(segment.name);
    if (first !== segment) {
      const message = `two segments are called "${segment.name}"`;
      return [{ code: "DUPLICATE_SEGMENT", span: headOf(segment), message }];
    }
    const circle = this.#circles.remarks.get(segment);
    return [
      ...remarksOnNames(segment, this.#byName),
      ...(circle === undefined ? [] : [circle]),
      // What is in a circle means nothing.
      ...(this.#circles.names.has(segment.name) ? [] : this.#remarksOnMeaning(segment)),
    ];
  }

  #remarksOnMeaning(segment: Segment): readonly Remark[] {
    const { vocabulary, zoneSource, coolOff } = this.#context;
    const prover = this.#prover;
    const pair = this.#pairs.get(segment);
    return [
      ...(pair === undefined ? [] : [pair]),
      ...remarksOnWhen(segment, prover),
      ...remarksOnClauses(segment, prover),
      ...remarksOnSending(segment, prover),
      ...remarksOnPayload(segment, prover, vocabulary),
      ...remarksOnDays(segment, coolOff),
      ...(zoneSource === "none" ? remarksOnZone(segment) : []),
      ...remarksOnStyle(segment, this.#find, vocabulary),
    ];
  }

  readonly #find = (name: string): Segment | undefined => this.#byName.get(name);
}
