import type { Comparison } from "../../experiment/analyse.ts";
import { isNumber } from "../../experiment/figures.ts";
import { formatCount } from "../format.ts";
import type { PlainOptions } from "../plain.ts";
import { wrap } from "../wrap.ts";
import { INDENT, type Line, comparisonLines } from "./comparison.ts";
import { explorationLines } from "./exploration.ts";
import { significant } from "./figures.ts";
import type { ExperimentReport } from "./report.ts";
import { ORDER, ratioSentence } from "./words.ts";

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
