import type { Comparison } from "../../experiment/analyse.ts";
import { isNumber } from "../../experiment/figures.ts";
import type { Settings } from "../../experiment/tables.ts";
import { formatCount } from "../format.ts";
import type { PlainOptions, Tone } from "../plain.ts";
import { wrap } from "../wrap.ts";
import { explorationLines } from "./exploration.ts";
import { formatDifference, formatP, formatSample, formatUplift, significant } from "./figures.ts";
import type { ExperimentReport } from "./report.ts";
import {
  GATE_WORDS,
  MARKS,
  ORDER,
  holdoutSentence,
  interactionSentence,
  powerSentence,
  ratioSentence,
  reasonOf,
} from "./words.ts";

interface Line {
  readonly text: string;
  readonly tone?: Tone;
}

const INDENT = 5;

/** A finished experiment for people: what all of it rests on, then the verdicts from the most decisive, then what others
 *  would print and what is only worth exploring. Ends with a line end. */
export function experimentPlain(
  report: ExperimentReport,
  { columns: wide, paint = (text) => text }: PlainOptions,
): string {
  const columns = Math.max(40, wide);
  const lines: readonly Line[] = [
    ...headLines(report),
    ...groundLines(report),
    ...(isInvalid(report) ? [] : [...verdictLines(report), ...rankingLines(report)]),
    ...(isInvalid(report) ? [] : explorationLines(report, columns).map((text) => ({ text }))),
    lastLine(report),
  ];
  const drawn = lines.flatMap(({ text, tone }) =>
    wrap(text, { columns, indent: INDENT + 2 }).map((line) =>
      tone === undefined ? line : paint(line, tone),
    ),
  );
  return `${drawn.join("\n")}\n`;
}

function isInvalid({ analysis }: ExperimentReport): boolean {
  return analysis.comparisons.some(({ verdict }) => verdict === "invalid");
}

function headLines({ file, version, analysis }: ExperimentReport): readonly Line[] {
  const { experiment, settings } = analysis;
  const { profiles } = experiment.populations[0]!;
  const all = profiles.reduce((sum, each) => sum + each, 0);
  const arms = experiment.arms.map(({ name }, arm) => {
    const role = arm === 0 ? " (control)" : "";
    return `"${name}"${role} ${formatCount(profiles[arm]!)}`;
  });
  const strictness = `alpha ${settings.alpha} · power ${settings.power} · target uplift ${significant(100 * settings.target)} %`;
  return [
    { text: ` ${file}   ${formatCount(all)} profiles · ${arms.join(" · ")}`, tone: "strong" },
    { text: `${" ".repeat(INDENT)}${strictness} · rehearsal ${version}` },
  ];
}

function groundLines({ analysis }: ExperimentReport): readonly Line[] {
  const { experiment, ratios, settings } = analysis;
  const { faults } = experiment;
  if (faults !== undefined && faults.length > 0)
    return [
      {
        text: " ✗ data           a profile stands in more than one row: nothing can be concluded",
        tone: "bad",
      },
      ...faults.map((text) => ({ text: `${" ".repeat(INDENT)}${text}` })),
    ];
  const sentence = ratioSentence(ratios, settings.mismatch);
  const isBad = isInvalidRatio(analysis.comparisons);
  return [
    { text: ` ${dataSentence(faults !== undefined)}` },
    {
      text: ` ${isBad ? "✗" : "✓"} sample ratio   ${sentence}`,
      ...(isBad ? { tone: "bad" as const } : {}),
    },
  ];
}

function dataSentence(areIdsKnown: boolean): string {
  const whole = "every row has an arm and every outcome";
  return areIdsKnown
    ? `✓ data           ${whole}, and no profile stands twice`
    : `· data           ${whole}; whether a profile stands twice is not known without --id`;
}

function isInvalidRatio(comparisons: readonly Comparison[]): boolean {
  return comparisons.some(({ gates }) =>
    gates.some(({ gate, status }) => gate === "sample_ratio" && status === "failed"),
  );
}

function verdictLines({ analysis }: ExperimentReport): readonly Line[] {
  const { comparisons, settings } = analysis;
  const sorted = comparisons.toSorted(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict),
  );
  return [
    { text: "" },
    {
      text: ` What an analyst sees: one arm per profile, ${significant(100 * (1 - settings.alpha))} % intervals that are not adjusted, p after Holm over ${comparisons.length}`,
      tone: "strong",
    },
    ...sorted.flatMap((each) => comparisonLines(each, settings)),
  ];
}

function comparisonLines(comparison: Comparison, settings: Settings): readonly Line[] {
  const { verdict, outcome, arm, pair, population } = comparison;
  const within = population === "all" ? "" : ` in segment ${population}`;
  const reason = reasonOf(comparison, settings);
  const head = ` ${MARKS[verdict]} ${outcome.name}, "${arm}"${within}: ${verdict}${reason === undefined ? "" : `; ${reason}`}`;
  const tone: Tone = verdict === "improves" ? "good" : verdict === "harms" ? "bad" : "warn";
  const found = `${formatSample(pair.treatment)} against ${formatSample(pair.control)}`;
  const isSeen = verdict !== "untestable";
  const rest = isSeen
    ? [found, ...effectSentences(comparison, settings)]
    : [holdoutSentence(comparison), notEvaluated(comparison)];
  return [
    { text: head, tone },
    ...rest.flatMap((text) => (text === undefined ? [] : [{ text: " ".repeat(INDENT) + text }])),
  ];
}

function effectSentences(comparison: Comparison, settings: Settings) {
  const { effect, outcome, adjustedP, heterogeneity, novelty, belief } = comparison;
  const adjusted = isNumber(effect.p) ? `, ${formatP(adjustedP)} after Holm` : "";
  return [
    `difference   ${formatDifference(effect.difference, outcome)}   p ${formatP(effect.p)}${adjusted}`,
    `uplift       ${formatUplift(effect.uplift)}`,
    ...heterogeneity.map((each) => interactionSentence(each, settings.alpha)),
    "status" in novelty
      ? undefined
      : `novelty: the difference changes by ${significant(novelty.slope)} a day, p ${formatP(novelty.p)}`,
    powerSentence(comparison, settings),
    belief === undefined
      ? undefined
      : `for comparison: better with a chance of ${chance(belief.chance)} (flat priors); choosing it loses ${loss(belief.lossOfTreatment)} on average, the control ${loss(belief.lossOfControl)}`,
    `for comparison: ${parityWords(comparison)}`,
    notEvaluated(comparison),
  ];
}

/** A chance is never printed as certain that is not. */
function chance(value: number): string {
  if (value > 0.9995) return "more than 0.999";
  return value < 0.0005 ? "less than 0.001" : value.toFixed(3);
}

function loss(share: number): string {
  return share < 1e-6 ? "less than 0.0001 pp" : `${significant(100 * share)} pp`;
}

function parityWords({ parities, outcome }: Comparison): string {
  return parities
    .map(({ name, quantity, found }) => {
      if (isFigure(found)) return `${name} p ${formatP(found)}`;
      if (quantity === "difference") return `${name} ${formatDifference(found, outcome)}`;
      if (quantity === "uplift") return `${name} uplift ${formatUplift(found)}`;
      return `${name} uplift ${formatUplift(less1(found))}`;
    })
    .join("; ");
}

type Found = Comparison["parities"][number]["found"];

function isFigure(found: Found): found is number {
  return typeof found === "number";
}

/** A ratio as the uplift that it is. */
function less1(found: Exclude<Found, number>): Exclude<Found, number> {
  if (found.status !== "estimated") return found;
  return { ...found, value: found.value - 1, low: found.low - 1, high: found.high - 1 };
}

function notEvaluated({ gates }: Comparison): string | undefined {
  const names = gates
    .filter(({ status }) => status === "not_evaluated")
    .map(({ gate }) => GATE_WORDS[gate]);
  return names.length === 0 ? undefined : `not evaluated: ${names.join(", ")}`;
}

function rankingLines({ rankings }: ExperimentReport): readonly Line[] {
  return rankings.map(({ outcome, arm, qiniArea, upliftArea }) => {
    const area = (value: typeof qiniArea): string =>
      isNumber(value) ? value.toFixed(3) : `not estimable (${value.reason})`;
    return {
      text: ` · score, ${outcome}, "${arm}": Qini ${area(qiniArea)}, uplift curve ${area(upliftArea)} (0 ranks as chance does, 1 perfectly)`,
    };
  });
}

function lastLine(report: ExperimentReport): Line {
  const verdicts = report.analysis.comparisons.map(({ verdict }) => verdict);
  const counts = ORDER.map(
    (word) => [word, verdicts.filter((each) => each === word).length] as const,
  );
  const named = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
  return { text: ` ${named.join(", ")}`, tone: isInvalid(report) ? "bad" : "strong" };
}
