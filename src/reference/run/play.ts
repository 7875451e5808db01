import type { History } from "../../model/profile.ts";
import type { Condition, DayRange, LocalTime, Segment } from "../../rule/ast.ts";
import { membershipCondition } from "../../rule/membership.ts";
import { decisionOrder } from "../../rule/order.ts";
import type { Instant } from "../../time/instant.ts";
import { Agenda } from "./agenda.ts";
import { candidatesOf } from "./candidates.ts";
import { knownAt } from "../known.ts";
import { type Membership, STRANGER, nextMembership } from "./membership.ts";
import type { Change, Moment } from "../moment.ts";
import { judge } from "./policy.ts";
import { type Policy, type Verdict, isFire, quietHoursOf } from "./situation.ts";
import { type Stretch, lengthsSinceChanges, turningInstants } from "../turning.ts";

/** What is played: rules, and the one profile that they meet. Nobody is a member before the stretch begins. */
export interface Play {
  readonly segments: readonly Segment[];
  readonly history: History;
  readonly stretch: Stretch;
  readonly policy: Policy;
  /** Where it is read, in any order; wherever anything could turn if they are not given. */
  readonly instants?: readonly Instant[] | undefined;
}

/** A change of membership of a segment, given by its index. */
export interface SegmentTurn extends Change {
  readonly segment: number;
}

/** What one instant brought. */
export interface Step {
  readonly moment: Moment;
  readonly turns: readonly SegmentTurn[];
  readonly verdicts: readonly Verdict[];
}

/** What the run has made so far. */
interface Diary {
  readonly memberships: Membership[];
  readonly changes: ReadonlyMap<string, Change[]>;
  readonly verdicts: Verdict[];
}

/** Goes through a stretch from instant to instant, wherever anything could turn or where it is told. All events of an
 *  instant are known first; then memberships are decided; then policy decides about all candidates of the instant. */
export function* play(given: Play): Generator<Step> {
  const { segments, history, stretch, policy, instants } = given;
  const diary: Diary = {
    memberships: segments.map(() => STRANGER),
    changes: new Map(segments.map(({ name }) => [name, []])),
    verdicts: [],
  };
  const agenda = new Agenda(stretch.to);
  agenda.add([stretch.from, ...(instants ?? turningOf(given))]);
  let last: Moment | undefined;
  for (let at = agenda.next(); at !== undefined; at = agenda.next()) {
    const past = { changes: diary.changes };
    const moment: Moment = { at, known: knownAt(history, at), past, bound: {} };
    const turns = decideMemberships(segments, diary, moment);
    const situation = { segments, policy, moment, last, verdicts: diary.verdicts };
    const verdicts = judge(candidatesOf(situation), situation);
    diary.verdicts.push(...verdicts);
    if (instants === undefined) agenda.add(consequencesOf({ moment, turns, verdicts }, given));
    yield { moment, turns, verdicts };
    last = moment;
  }
}

/** Decides who is in, segment by segment, so that each sees what the instant made of those that it asks for. */
function decideMemberships(
  segments: readonly Segment[],
  { memberships, changes }: Diary,
  moment: Moment,
): readonly SegmentTurn[] {
  return decisionOrder(segments).flatMap((index): readonly SegmentTurn[] => {
    const segment = segments[index]!;
    const last = memberships[index]!;
    const now = nextMembership(segment, last, moment);
    memberships[index] = now;
    const entered = now.since !== undefined;
    if (entered === (last.since !== undefined)) return [];
    changes.get(segment.name)!.push({ at: moment.at, entered });
    return [{ segment: index, at: moment.at, entered }];
  });
}

/** The instants at which something could turn whatever the run makes. */
function turningOf({ segments, history, stretch, policy }: Play): readonly Instant[] {
  return conditionsOf(segments, policy).flatMap((each) => turningInstants(each, history, stretch));
}

/** The instants at which something could turn because of what an instant brought: other segments that ask since when, and
 *  what follows a send. */
function consequencesOf({ moment, turns, verdicts }: Step, given: Play): readonly Instant[] {
  const { segments, policy } = given;
  const lengths = [
    ...(turns.length === 0 ? [] : conditionsOf(segments, policy).flatMap(lengthsSinceChanges)),
    ...verdicts.filter(isFire).flatMap(({ segment, followUp }) => {
      const { followUps = [] } = segments[segment]!;
      return followUp === undefined ? followUps.map((each) => each.after) : [];
    }),
  ];
  return lengths.map((each) => (moment.at + each) as Instant);
}

/** Everything of the rules that time alone can turn: conditions, gates and quiet hours. */
function conditionsOf(segments: readonly Segment[], policy: Policy): readonly Condition[] {
  return segments.flatMap((segment) => {
    const { until, relax, followUps = [], gate } = segment;
    const asked = [until, relax?.when, ...followUps.map(({ unless }) => unless)];
    const hours = [gate, quietHoursOf(segment, policy)].filter((each) => each !== undefined);
    return [
      membershipCondition(segment),
      ...asked.filter((each) => each !== undefined),
      ...hours.map((each) => asCondition(each, segment)),
    ];
  });
}

/** Hours, as a condition that holds during them. */
function asCondition({ from, to }: Pick<DayRange, "from" | "to">, { span }: Segment): LocalTime {
  return { kind: "local_time", span, from, to };
}
