import { type NotEstimable, notEstimable } from "./proportion.ts";

/** One profile: whether it converted, whether it was treated, and the score that promises uplift. */
export interface Scored {
  readonly converted: boolean;
  readonly treated: boolean;
  readonly score: number;
}

/** A point of a curve: the profiles with the highest scores, and what treating just them has gained. */
export interface CurvePoint {
  readonly profiles: number;
  readonly gain: number;
}

/** Whether a score ranks profiles by uplift. Areas are shares of what a perfect order gains over a random one: 0 is
 *  random, 1 perfect, and below 0 worse than random. */
export interface Qini {
  readonly qini: readonly CurvePoint[];
  readonly uplift: readonly CurvePoint[];
  readonly qiniArea: number | NotEstimable;
  readonly upliftArea: number | NotEstimable;
}

/** The Qini curve (Radcliffe, Direct Marketing Analytics Journal, 2007) and the uplift curve, with points only where the
 *  score changes, from the highest down; areas as scikit-uplift normalises them. */
export function qiniOf(profiles: readonly Scored[]): Qini {
  const order = profiles.toSorted((a, b) => b.score - a.score);
  const { qini, uplift } = curvesOf(order);
  return {
    qini,
    uplift,
    qiniArea: shareOf(qini, curvesOf(perfectFor(order, qiniRank)).qini),
    upliftArea: shareOf(uplift, curvesOf(perfectFor(order, upliftRank(order))).uplift),
  };
}

function curvesOf(order: readonly Scored[]) {
  const start: CurvePoint = { profiles: 0, gain: 0 };
  const [qini, uplift] = [[start], [start]];
  const arms = { treated: { of: 0, events: 0 }, control: { of: 0, events: 0 } };
  for (const [index, { converted, treated, score }] of order.entries()) {
    const arm = treated ? arms.treated : arms.control;
    arm.of += 1;
    if (converted) arm.events += 1;
    if (order[index + 1]?.score === score) continue;
    const { treated: t, control: c } = arms;
    const rateOf = ({ of, events }: typeof t): number => (of === 0 ? 0 : events / of);
    qini.push({ profiles: index + 1, gain: t.events - rateOf(c) * t.of });
    uplift.push({ profiles: index + 1, gain: (rateOf(t) - rateOf(c)) * (t.of + c.of) });
  }
  return { qini, uplift };
}

type Rank = (profile: Scored) => number;

function perfectFor(profiles: readonly Scored[], rank: Rank): readonly Scored[] {
  return profiles
    .map((each) => ({ ...each, score: rank(each) }))
    .toSorted((a, b) => b.score - a.score);
}

const qiniRank: Rank = ({ converted, treated }) => (converted ? (treated ? 1 : -1) : 0);

function upliftRank(profiles: readonly Scored[]): Rank {
  const responders = profiles.filter((each) => !each.treated && each.converted).length;
  const unmoved = profiles.filter((each) => each.treated && !each.converted).length;
  return ({ converted, treated }) => {
    const tie = responders > unmoved ? converted : treated;
    return (converted === treated ? 2 : 0) + (tie ? 1 : 0);
  };
}

function shareOf(
  curve: readonly CurvePoint[],
  perfect: readonly CurvePoint[],
): number | NotEstimable {
  const diagonal = areaOf([curve[0]!, curve.at(-1)!]);
  const whole = areaOf(perfect) - diagonal;
  if (whole === 0) return notEstimable("no order of these profiles gains more than chance");
  return (areaOf(curve) - diagonal) / whole;
}

function areaOf(curve: readonly CurvePoint[]): number {
  return curve.slice(1).reduce((sum, point, index) => {
    const before = curve[index]!;
    return sum + ((point.profiles - before.profiles) * (point.gain + before.gain)) / 2;
  }, 0);
}
