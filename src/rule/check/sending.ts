import { formatDuration } from "../../time/duration.ts";
import type { Cap, Condition, DayRange, LocalTime, Segment } from "../ast.ts";
import { claimsOfMembers } from "./clauses.ts";
import type { Claim, Prover } from "./proof/prover.ts";
import type { Remark } from "./remark.ts";

/** What is wrong with when and how often a segment sends: sends that can never go out, and clauses that change nothing. */
export function remarksOnSending(segment: Segment, prover: Prover): readonly Remark[] {
  if (segment.then === undefined) return [];
  const members = claimsOfMembers(segment);
  if (prover.areImpossible(...members)) return []; // That nobody is a member has been said.
  return [
    ...remarksOnHours(segment, members, prover),
    ...remarksOnConsent(segment, members, prover),
    ...remarksOnCaps(segment),
    ...remarksOnCoolOff(segment),
    ...remarksOnFollowUps(segment),
    ...remarksOnHoldout(segment),
  ];
}

function remarksOnHours(
  segment: Segment,
  members: readonly Claim[],
  prover: Prover,
): readonly Remark[] {
  const { gate, quietHours: quiet, followUps = [] } = segment;
  const open: readonly Claim[] =
    gate === undefined ? [] : [{ condition: within(gate), holds: true }];
  if (gate !== undefined && prover.areImpossible(...members, ...open))
    return [never(gate, "nobody is a member while the gate is open")];
  const remarks: Remark[] = [];
  if (
    gate !== undefined &&
    prover.areImpossible(...members, { condition: within(gate), holds: false })
  )
    remarks.push(idle(gate, "the gate is open whenever somebody is a member"));
  if (quiet === undefined) return remarks;
  const loud: Claim = { condition: within(quiet), holds: false };
  if (prover.areImpossible(...members, ...open, loud)) {
    const when = gate === undefined ? "somebody is a member" : "the gate is open for a member";
    return [...remarks, never(quiet, `whenever ${when}, these are quiet hours`)];
  }
  const isQuiet = { condition: within(quiet), holds: true };
  if (followUps.length === 0 && prover.areImpossible(...members, ...open, isQuiet))
    remarks.push(idle(quiet, "nothing could be sent in these hours anyhow"));
  return remarks;
}

function within({ span, from, to }: DayRange): LocalTime {
  return { kind: "local_time", span, from, to };
}

function never({ span }: { readonly span: Remark["span"] }, why: string): Remark {
  return { code: "NEVER_SENDS", span, message: `nothing is ever sent: ${why}` };
}

function idle({ span }: { readonly span: Remark["span"] }, why: string): Remark {
  return { code: "WITHOUT_EFFECT", span, message: `this changes nothing: ${why}` };
}

function remarksOnConsent(
  { then }: Segment,
  members: readonly Claim[],
  prover: Prover,
): readonly Remark[] {
  const { span } = then!;
  const withdrawn: Condition = { kind: "consent", span, state: "withdrawn" };
  if (!prover.areImpossible(...members, { condition: withdrawn, holds: false })) return [];
  return [never(then!, "every member has withdrawn consent")];
}

function remarksOnCaps({ caps = [], coolOff, followUps = [] }: Segment): readonly Remark[] {
  return caps.flatMap((cap, index): readonly Remark[] => {
    const tighter = caps.find((each, place) => each !== cap && isTighter(each, cap, place < index));
    if (tighter !== undefined) return [idle(cap, `${limit(tighter)} is reached before it`)];
    if (followUps.length > 0 || coolOff === undefined || coolOff === 0) return [];
    // So many sends of the rule fit into the span before another, one cool-off apart.
    if (Math.ceil(cap.per / coolOff) - 1 >= cap.sends) return [];
    return [idle(cap, `the rule cools off ${formatDuration(coolOff)} after a send`)];
  });
}

/** Without a gate a membership sends once, when it begins. A later one begins after the last has ended. */
function remarksOnCoolOff({ coolOff, reEnter, gate, then }: Segment): readonly Remark[] {
  if (coolOff === undefined || coolOff === 0 || gate !== undefined || reEnter === undefined)
    return [];
  if (reEnter === "never") return [idle(then!, "a rule that nobody re-enters needs no cool-off")];
  if (reEnter < coolOff) return [];
  return [idle(then!, "the rule is not re-entered before it has cooled off")];
}

/** Whether a cap is reached wherever another one is. Of equal ones the first counts. */
function isTighter(a: Cap, b: Cap, isBefore: boolean): boolean {
  if (a.sends === b.sends && a.per === b.per) return isBefore;
  return a.sends <= b.sends && a.per >= b.per;
}

function limit({ sends, per }: Cap): string {
  return `at most ${sends} send${sends === 1 ? "" : "s"} per ${formatDuration(per)}`;
}

function remarksOnFollowUps({ followUps = [], caps = [] }: Segment): readonly Remark[] {
  return followUps.flatMap((each, index): readonly Remark[] => {
    const twin = followUps
      .slice(0, index)
      .find(({ after, unless }) => after === each.after && unless === undefined);
    if (twin !== undefined)
      return [never(each, "the follow-up before it is due at the same instant and goes first")];
    const cap = caps.find(({ sends, per }) => sends === 1 && each.after < per);
    if (cap === undefined) return [];
    return [never(each, `the send that it follows has used up "${limit(cap)}"`)];
  });
}

function remarksOnHoldout({ holdout, then }: Segment): readonly Remark[] {
  if (holdout === 0) return [idle(then!, "a holdout of 0% holds nobody out")];
  if (holdout === undefined || holdout < 1) return [];
  const remark = never(then!, "a holdout of 100% leaves nobody to send to");
  return [{ ...remark, severity: "warning" }];
}
