import type { NotEstimable } from "../../stats/proportion.ts";
import type { ResponseMeasure } from "../response.ts";
import type { MeasureSetup, RuleText, Sliced } from "../setup.ts";
import { type Audience, audienceOf, weeklyOf } from "./audience.ts";
import { type CompanyMeasure, companyOf } from "./company.ts";
import { type ComplaintMeasure, complaintsOf } from "./complaints.ts";
import type { Distribution } from "./distribution.ts";
import { type HourMeasure, segmentHours, sendHours } from "./hours.ts";
import { type LadderMeasure, ladderOf } from "./ladder.ts";
import { LONG_LIST, type RiskMeasure, type Sign, riskOf } from "./risk.ts";
import { type TestMeasure, USUAL_WISH, type Wish, testOf } from "./testable.ts";
import type { CuttingTotals } from "./totals.ts";

/** How finely one rule cuts. */
export interface SegmentCutting {
  readonly name: string;
  /** What the rule asks, if that is known. */
  readonly rule: RuleText | undefined;
  readonly ladder: LadderMeasure | undefined;
  readonly audience: Sliced<Audience>;
  readonly hours: HourMeasure;
  readonly complaints: ComplaintMeasure;
  readonly test: TestMeasure;
}

/** The smallest part of a segment: in a zone or on a device. */
export interface Cell {
  readonly segment: string;
  readonly slice: string;
  readonly profiles: number;
}

/** How finely the rules cut their people, and whether that is too fine. */
export interface CuttingMeasure {
  readonly segments: readonly SegmentCutting[];
  readonly company: CompanyMeasure;
  /** The smallest segment, and the smallest part of one that has anybody: a rule may leave a device out on purpose. */
  readonly smallest: Cell | undefined;
  readonly smallestCell: Cell | undefined;
  readonly weekly: Distribution;
  readonly sends: Pick<HourMeasure, "sends" | "days">;
  readonly wish: Wish;
  /** Segments that send and could be tested, of those that send. */
  readonly testable: { readonly count: number; readonly of: number };
  readonly risk: RiskMeasure;
}

/** What else of the run is needed: how many profiles there are, and what the sends of each segment did. */
export interface CuttingContext {
  readonly profiles: number;
  readonly responses: readonly (ResponseMeasure | NotEstimable)[];
}

/** Reads all of it off. */
export function cuttingOf(
  totals: CuttingTotals,
  setup: MeasureSetup,
  { profiles, responses }: CuttingContext,
): CuttingMeasure {
  const wish = setup.wish ?? USUAL_WISH;
  const scale = scaleOf(setup, profiles);
  const segments = setup.segments.map((name, segment): SegmentCutting => {
    const hours = segmentHours(totals.hours, setup, segment);
    const of = {
      addressed: totals.audience.addressed[segment]!,
      scale,
      stretchMs: setup.end - setup.start,
      response: responses[segment]!,
      all: responses,
    };
    return {
      name,
      rule: setup.rules?.[segment],
      ladder: ladderOf(totals.ladders[segment]!, setup, segment),
      audience: audienceOf(totals.audience, setup, segment),
      hours,
      complaints: complaintsOf(hours.days, scale),
      test: testOf(of, wish),
    };
  });
  const sending = segments.filter(({ test }) => test.addressed > 0);
  const found = {
    segments,
    company: companyOf(totals.company, setup),
    smallest: least(segments.map(({ name, audience }) => cellOf(name, audience.total))),
    smallestCell: least(segments.flatMap(cellsOf)),
    weekly: weeklyOf(totals.audience),
    sends: sendHours(totals.hours, setup),
    wish,
    testable: {
      count: sending.filter(({ test }) => test.isTestable).length,
      of: sending.length,
    },
  };
  return { ...found, risk: riskOf(signsOf(found, scale, setup.listSize ?? profiles)) };
}

/** How many profiles of the list one simulated profile stands for; 1 without a list. */
function scaleOf({ listSize }: MeasureSetup, profiles: number): number {
  return listSize === undefined || profiles === 0 ? 1 : listSize / profiles;
}

function cellOf(segment: string, { name, profiles }: Audience): Cell {
  return { segment, slice: name, profiles };
}

function cellsOf({ name, audience }: SegmentCutting): readonly Cell[] {
  return [...audience.zones, ...audience.devices]
    .filter(({ profiles }) => profiles > 0)
    .map((slice) => cellOf(name, slice));
}

function least(cells: readonly Cell[]): Cell | undefined {
  return cells.toSorted((a, b) => a.profiles - b.profiles)[0];
}

/** Every number that may be a reason to worry. */
function signsOf(
  { segments, company, weekly }: Omit<CuttingMeasure, "risk">,
  scale: number,
  list: number,
): readonly Sign[] {
  const audience = list > LONG_LIST ? "audience_of_long_list" : "audience";
  return [
    ...segments.flatMap(({ name: of, rule, audience: { total }, test }): readonly Sign[] => [
      ...(rule === undefined
        ? []
        : [
            { reason: "signals", of, value: rule.signals } as const,
            { reason: "variables", of, value: rule.variables } as const,
          ]),
      { reason: audience, of, value: Math.round(total.profiles * scale) },
      ...(test.addressed > 0 && !test.isTestable && typeof test.baseRate === "number"
        ? [{ reason: "untestable", of, value: 1 } as const]
        : []),
    ]),
    ...company.pairs.map(({ a, b, overlap: value }): Sign => ({
      reason: "overlap",
      of: `${a} & ${b}`,
      value,
    })),
    { reason: "weekly_messages", value: weekly.p95 },
  ];
}
