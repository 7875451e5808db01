import type { Comparison } from "../../experiment/analyse.ts";
import { isNumber } from "../../experiment/figures.ts";
import type { Settings } from "../../experiment/tables.ts";
import type { Tone } from "../plain.ts";
import { formatDifference, formatP, formatSample, formatUplift, significant } from "./figures.ts";
import {
  GATE_WORDS,
  MARKS,
  holdoutSentence,
  interactionSentence,
  powerSentence,
  reasonOf,
} from "./words.ts";

/** A line of the report before it is broken to the width of the terminal. */
export interface Line {
  readonly text: string;
  readonly tone?: Tone;
}

/** How far what belongs to a verdict stands below it. */
export const INDENT = 5;

/** The verdict of a comparison, why, and the numbers as far as the gates let them be seen. */
export function comparisonLines(comparison: Comparison, settings: Settings): readonly Line[] {
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
