import type { Vocabulary } from "../model/vocabulary.ts";
import { type Finding, type Severity, sortFindings } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import type { Duration } from "../time/duration.ts";
import type { Segment } from "./ast.ts";
import { remarksOnStyle } from "./check/advice.ts";
import { remarksOnClauses, remarksOnWhen } from "./check/clauses.ts";
import { remarksOnDays } from "./check/daily.ts";
import { type Lexed, editsOf } from "./check/edits.ts";
import { NamesCheck } from "./check/names.ts";
import { remarksOnPairs } from "./check/pairs.ts";
import { remarksOnPayload } from "./check/payload.ts";
import { Prover } from "./check/proof/prover.ts";
import type { Remark } from "./check/remark.ts";
import { remarksOnSending } from "./check/sending.ts";
import { remarksOnZone } from "./check/zone.ts";
import type { RuleErrorCode } from "./error.ts";
import { tokensOf } from "./lexer.ts";

/** What a check must know besides the segments. */
export interface CheckContext {
  /** The file in which a segment stands. */
  readonly sourceOf: (segment: Segment) => Source;
  /** Segments that are not checked themselves, but may be asked for. */
  readonly known?: readonly Segment[] | undefined;
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

/** What can be told of segments without running them: names that stand twice, are unknown or go round in a circle;
 *  conditions that never or always hold, contradict each other or follow from others; segments that others shadow; sends
 *  that never go out; and what the article advises. All of it is proved, for every history at every instant. Takes
 *  segments that parsed without errors. */
export function checkRules(
  segments: readonly Segment[],
  context: CheckContext,
): readonly Finding[] {
  const check = new RulesCheck(segments, context);
  return findingsOf(segments, context, (segment) => check.remarksOn(segment));
}

/** What keeps rules from being run together, though each of them could be read: names that stand twice or nowhere, and
 *  circles. */
export function checkNames(
  segments: readonly Segment[],
  context: CheckContext,
): readonly Finding[] {
  const check = new NamesCheck(segments, context.known ?? []);
  return findingsOf(segments, context, (segment) => check.remarksOn(segment));
}

/** Where rules read a clock on the wall, if nothing says in which zone anybody is. */
export function checkZones(
  segments: readonly Segment[],
  context: CheckContext,
): readonly Finding[] {
  return context.zoneSource === "none" ? findingsOf(segments, context, remarksOnZone) : [];
}

function findingsOf(
  segments: readonly Segment[],
  { sourceOf }: CheckContext,
  remarksOn: (segment: Segment) => readonly Remark[],
): readonly Finding[] {
  const lexed = new Map<Source, Lexed>();
  const findings = segments.flatMap((segment) => {
    const source = sourceOf(segment);
    return remarksOn(segment).map((remark) => findingOf(remark, source, lexed));
  });
  return sortFindings(findings);
}

function findingOf(remark: Remark, source: Source, lexed: Map<Source, Lexed>): Finding {
  const { code, message, span, note } = remark;
  const severity = remark.severity ?? SEVERITIES[code] ?? "hint";
  const fix = remark.fix && editsOf(remark.fix, lexedOf(source, lexed));
  return {
    severity,
    code,
    message,
    source,
    span,
    ...(note === undefined ? {} : { note }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The tokens of a source, read at the first need. */
function lexedOf(source: Source, lexed: Map<Source, Lexed>): Lexed {
  const { text } = source;
  const known = lexed.get(source) ?? { text, tokens: tokensOf(text).tokens };
  lexed.set(source, known);
  return known;
}

class RulesCheck {
  readonly #context: CheckContext;
  readonly #names: NamesCheck;
  readonly #prover: Prover;
  readonly #pairs: ReadonlyMap<Segment, Remark>;

  constructor(segments: readonly Segment[], context: CheckContext) {
    const known = context.known ?? [];
    this.#context = context;
    this.#names = new NamesCheck(segments, known);
    this.#prover = new Prover([...segments, ...known]);
    const sound = segments.filter((segment) => this.#names.isSound(segment));
    this.#pairs = remarksOnPairs(sound, this.#names.find, this.#prover);
  }

  remarksOn(segment: Segment): readonly Remark[] {
    const faults = this.#names.remarksOn(segment);
    return this.#names.isSound(segment) ? [...faults, ...this.#remarksOnMeaning(segment)] : faults;
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
      ...remarksOnStyle(segment, this.#names.find, vocabulary),
    ];
  }
}
