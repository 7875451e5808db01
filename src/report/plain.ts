import type { SegmentMeasures } from "../measure/measures.ts";
import type { CaseVerdict } from "../scenario/cases.ts";
import type { Verdict } from "../scenario/judge.ts";
import { columnsOf, padEnd, padStart } from "../text/columns.ts";
import { spark } from "../text/spark.ts";
import { formatDuration, duration } from "../time/duration.ts";
import { blameSentence } from "./blame.ts";
import { unwantedOf } from "./case-words.ts";
import { riskSentence } from "./cutting-words.ts";
import { fatesSentence } from "./fates.ts";
import { formatCount } from "./format.ts";
import { wrongTimeSentence } from "./freshness.ts";
import { type Report, casesThat, talliesOf } from "./report.ts";
import { mailableSentence, scaledSentence } from "./scaled.ts";
import { markOf, reasonsOf, sentenceOf } from "./sentence.ts";
import { worthSentence } from "./worth.ts";
import { wrap } from "./wrap.ts";

/** What colour may say, never alone: passed, failed, to be looked at, beside the point, important. */
export type Tone = "good" | "bad" | "warn" | "dim" | "strong";

/** How a report is drawn. `paint` colours a text without changing its width; `took` is how long the run took. */
export interface PlainOptions {
  readonly columns: number;
  readonly paint?: ((text: string, tone: Tone) => string) | undefined;
  readonly took?: string | undefined;
}

type Paint = (text: string, tone: Tone) => string;

/** A line: what stands at its left, and what at its right if there is room; otherwise below. */
interface Line {
  readonly left: string;
  readonly right?: string | undefined;
  readonly tone?: Tone | undefined;
}

const LEAST_NAME_COLUMNS = 18;
const SPARK_COLUMNS = 24;
const INDENT = 5;

/** The summary of a run for people, the important line last. Ends with a line end. */
export function plain(report: Report, options: PlainOptions): string {
  const paint: Paint = options.paint ?? ((text) => text);
  const columns = Math.max(40, options.columns);
  const names = nameColumnsOf(report);
  const body: readonly Line[] = [
    ...caseLines(report, names),
    ...segmentLines(report, names),
    ...riskLines(report, names),
  ];
  const lines = [
    ...headLines(report, columns, options.took).map((line) => paint(line, "strong")),
    ...body.flatMap((line) => drawn(line, { columns, names, paint })),
    ...lastLines(report, columns).map((line) => paint(line, report.ok ? "good" : "bad")),
  ];
  return `${lines.join("\n")}\n`;
}

function headLines(report: Report, columns: number, took: string | undefined): readonly string[] {
  const { scenario, versions, measures } = report;
  const { from, start, end } = scenario.clock;
  const run = `${formatDuration(duration(end - start))} after ${formatDuration(duration(start - from))} of warm-up`;
  const facts = [
    `${formatCount(measures.profiles)} profiles`,
    took === undefined ? run : `${run}, simulated in ${took}`,
    `seed ${scenario.seed}`,
    `tz ${versions.tz}`,
    `rehearsal ${versions.package}`,
  ];
  const head = ` ${scenario.name}   `;
  const indent = Math.min(columnsOf(head), 20);
  const lines = wrapped(head, facts, { columns, indent });
  return lines.flatMap((line) => wrap(line, { columns, indent }));
}

/** Joins facts into lines that are no wider than `columns` if no fact is; the next ones stand below the first. */
function wrapped(
  head: string,
  facts: readonly string[],
  { columns, indent }: { readonly columns: number; readonly indent: number },
): readonly string[] {
  const [first = "", ...others] = facts;
  const lines: string[] = [];
  let line = head + first;
  for (const fact of others) {
    const next = `${line} · ${fact}`;
    if (columnsOf(next) > columns) {
      lines.push(line);
      line = " ".repeat(indent) + fact;
    } else line = next;
  }
  return [...lines, line];
}

/** How wide the column is in which measures are named. */
function nameColumnsOf({ verdicts }: Report): number {
  return Math.max(LEAST_NAME_COLUMNS, ...verdicts.map(({ measure }) => measure.length + 2));
}

function caseLines({ cases }: Report, names: number): readonly Line[] {
  if (cases.length === 0) return [];
  const failed = cases.filter(({ verdict }) => verdict === "fail");
  const counts = [
    `${casesThat(cases, "pass")} passed`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(casesThat(cases, "todo") > 0 ? [`${casesThat(cases, "todo")} todo`] : []),
  ];
  const isFine = failed.length === 0;
  const head = ` ${isFine ? "✓" : "✗"} ${padEnd("cases", names)}${counts.join(", ")}`;
  return [{ left: head, tone: isFine ? "good" : "bad" }, ...failed.flatMap(failedCase)];
}

function failedCase({ name, place, results }: CaseVerdict): readonly Line[] {
  const reasons = results.filter(({ verdict }) => verdict === "fail").flatMap(unwantedOf);
  return [
    { left: `     ${name}`, right: `${place.file}:${place.line}` },
    ...reasons.map((reason) => ({ left: `       ${reason}` })),
  ];
}

/** Segments with expectations come in the order of these, then the others that had a candidate. */
function segmentLines(report: Report, names: number): readonly Line[] {
  const active = report.measures.segments.filter(({ flow }) => flow.candidates > 0);
  const segments = new Set([
    ...report.verdicts.map(({ segment }) => segment),
    ...active.map(({ name }) => name),
  ]);
  return [...segments].flatMap((segment) => [
    ...(segments.size > 1 ? [{ left: ` ${segment}`, tone: "strong" } as const] : []),
    ...report.verdicts
      .filter((verdict) => verdict.segment === segment)
      .flatMap((verdict) => verdictLines(report, verdict, names)),
    ...report.measures.segments
      .filter(({ name }) => name === segment)
      .flatMap(factsOf)
      .map(([what, sentence]): Line => ({
        left: ` · ${padEnd(what, names)}${sentence}`,
        tone: "dim",
      })),
  ]);
}

/** How many reasons the summary names. */
const MOST_REASONS = 3;

function riskLines({ measures }: Report, names: number): readonly Line[] {
  const sentence = riskSentence(measures.cutting, MOST_REASONS);
  if (sentence === undefined) return [];
  return [{ left: ` · ${padEnd("over-segmentation", names)}${sentence}`, tone: "dim" }];
}

/** What is told of a segment though nothing is expected of it. */
function factsOf(segment: SegmentMeasures): readonly (readonly [what: string, sentence: string])[] {
  const { flow, reach, scaled } = segment;
  const worth = worthSentence(segment);
  return [
    ...(flow.candidates > 0 ? [["candidates", fatesSentence(flow)] as const] : []),
    ...(worth === undefined ? [] : [["worth", worth] as const]),
    ...(reach.members > 0 ? [["mailable", mailableSentence(segment)] as const] : []),
    ...(scaled === undefined ? [] : [["your list", scaledSentence(scaled)] as const]),
    ...staleFacts(segment),
  ];
}

/** What harm stale data did, and what would prevent most of it. */
function staleFacts({
  blame,
  freshness,
  race,
}: SegmentMeasures): readonly (readonly [what: string, sentence: string])[] {
  const isLate = race.status === "estimated" && race.count > 0;
  const sentences = [
    freshness.status === "estimated" ? wrongTimeSentence(freshness) : undefined,
    blame.status === "estimated" ? blameSentence(blame) : undefined,
    isLate ? `${formatCount(race.count)} sends came after the order` : undefined,
  ].filter((sentence) => sentence !== undefined);
  return sentences.length === 0 ? [] : [["stale data", sentences.join("; ")]];
}

const TONES: Readonly<Record<string, Tone>> = { "✓": "good", "✗": "bad", "?": "warn", "!": "warn" };

function verdictLines(report: Report, verdict: Verdict, names: number): readonly Line[] {
  const mark = markOf(verdict);
  const place = `${verdict.place.file}:${verdict.place.line}`;
  return [
    {
      left: ` ${mark} ${padEnd(verdict.measure, names)}${sentenceOf(verdict)}`,
      right: verdict.verdict === "pass" ? sparkOf(report, verdict) : place,
      tone: TONES[mark],
    },
    ...reasonsOf(report, verdict).map((reason) => ({ left: " ".repeat(INDENT) + reason })),
  ];
}

function sparkOf({ measures }: Report, { measure, segment }: Verdict): string | undefined {
  if (measure !== "size") return undefined;
  const found = measures.segments.find(({ name }) => name === segment);
  return found === undefined ? undefined : spark(found.size.total.curve, SPARK_COLUMNS);
}

/** Draws a line; what is too wide goes on below, broken at spaces. */
function drawn(
  { left, right, tone }: Line,
  {
    columns,
    names,
    paint,
  }: { readonly columns: number; readonly names: number; readonly paint: Paint },
): readonly string[] {
  const indent = tone === undefined ? INDENT + 2 : names + 3;
  const [head = "", ...rest] = wrap(left, { columns, indent });
  const lines = [tone === undefined ? paint(head, "dim") : paintMark(head, tone, paint), ...rest];
  if (right === undefined) return lines;
  const last = rest.at(-1) ?? head;
  const room = columns - columnsOf(last) - 2;
  if (columnsOf(right) > room) {
    const below = wrap(padStart(right, columns), { columns, indent });
    return [...lines, ...below.map((line) => paint(line, "dim"))];
  }
  const tail = padStart(right, columns - columnsOf(last));
  return [...lines.slice(0, -1), lines.at(-1)! + paint(tail, "dim")];
}

/** The sign alone is coloured: it says the same without. */
function paintMark(line: string, tone: Tone, paint: Paint): string {
  return tone === "strong"
    ? paint(line, tone)
    : ` ${paint(line.slice(1, 2), tone)}${line.slice(2)}`;
}

function lastLines(report: Report, columns: number): readonly string[] {
  const { failed, inconclusive, warnings, passed, todo } = talliesOf(report);
  const counts = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(inconclusive > 0 ? [`${inconclusive} inconclusive`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`] : []),
    ...(todo > 0 ? [`${todo} todo`] : []),
    `${passed} passed`,
  ].join(", ");
  const line = ` ${counts}    again: ${report.again}`;
  if (columnsOf(line) <= columns) return wrap(line, { columns, indent: INDENT });
  return [`    again: ${report.again}`, ` ${counts}`].flatMap((each) =>
    wrap(each, { columns, indent: INDENT }),
  );
}
