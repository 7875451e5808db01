import { LINES } from "./complaints.ts";

/** How far rules are from cutting their people too finely. */
export const GRADES = ["low", "raised", "high"] as const;

/** One of the grades. */
export type Grade = (typeof GRADES)[number];

/** What may be wrong with how rules cut their people. */
export type Reason = keyof typeof THRESHOLDS;

interface Threshold {
  /** From where on the grade is raised, and high; `below` if it is less that is worse. */
  readonly raised: number;
  readonly high: number;
  readonly worse: "above" | "below";
  readonly source: string;
}

/** Where a grade begins, both ends included. Audiences are those of the user's own list, if the scenario says how long it is. */
export const THRESHOLDS = {
  signals: {
    raised: 6,
    high: Infinity,
    worse: "above",
    source: "the article: limit rules to 3–5 signal conditions",
  },
  variables: {
    raised: Infinity,
    high: 10,
    worse: "above",
    source: "the article warns of 10+ behavioural variables",
  },
  audience: {
    raised: 499,
    high: LINES.never.leastMessages - 1,
    worse: "below",
    source:
      "reviewmyemails asks for 500 (an opinion); below 334 one complaint alone is more than 0.3 % (Google, 2024)",
  },
  audience_of_long_list: {
    raised: 1999,
    high: LINES.never.leastMessages - 1,
    worse: "below",
    source:
      "reviewmyemails asks for 2 000 on lists over 100 000 (an opinion); below 334 one complaint alone is more than 0.3 % (Google, 2024)",
  },
  overlap: {
    raised: 0.5,
    high: 0.8,
    worse: "above",
    source: "assumed: of the people of two segments, half or four in five are in both",
  },
  weekly_messages: {
    raised: 4,
    high: 8,
    worse: "above",
    source: "assumed: the usual cap is 3 in 7d; more than one a day is too many",
  },
  untestable: {
    raised: 1,
    high: Infinity,
    worse: "above",
    source: "assumed: from what no test can decide in time nobody learns",
  },
} as const satisfies Readonly<Record<string, Threshold>>;

/** A list longer than this has the floors of a long one (reviewmyemails, an opinion). */
export const LONG_LIST = 100_000;

/** A number that may be a reason, and what it is of: a segment, a pair of them, or the run. */
export interface Sign {
  readonly reason: Reason;
  readonly of?: string | undefined;
  readonly value: number;
}

/** A number that raises the grade, with the threshold that it passes. */
export interface Risk extends Sign {
  readonly grade: Exclude<Grade, "low">;
  readonly threshold: number;
  readonly source: string;
}

/** The grade, and what set it: the worst first, and among equals those further beyond their threshold. */
export interface RiskMeasure {
  readonly grade: Grade;
  readonly reasons: readonly Risk[];
}

/** Grades signs; those that are within their thresholds are left out. */
export function riskOf(signs: readonly Sign[]): RiskMeasure {
  const reasons = signs.flatMap(gradedOf).toSorted(worstFirst);
  return { grade: reasons[0]?.grade ?? "low", reasons };
}

function gradedOf({ reason, of, value }: Sign): readonly Risk[] {
  const { raised, high, worse, source } = THRESHOLDS[reason];
  const isBeyond = (threshold: number): boolean =>
    worse === "above" ? value >= threshold : value <= threshold;
  if (isBeyond(high)) return [{ grade: "high", reason, of, value, threshold: high, source }];
  if (isBeyond(raised)) return [{ grade: "raised", reason, of, value, threshold: raised, source }];
  return [];
}

function worstFirst(a: Risk, b: Risk): number {
  const excess = ({ reason, value, threshold }: Risk): number =>
    THRESHOLDS[reason].worse === "above" ? value / threshold : (threshold + 1) / (value + 1);
  return GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade) || excess(b) - excess(a);
}
