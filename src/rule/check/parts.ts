import type { Severity } from "../../text/finding.ts";
import type { Condition } from "../ast.ts";
import { printCondition } from "../printer.ts";
import type { Bound } from "./proof/formula.ts";
import type { Claim, Prover } from "./proof/prover.ts";
import { reasonOf, turnedRound } from "./reason.ts";
import type { Fix, Remark } from "./remark.ts";
import { eachLeaf, isLeaf } from "./walk.ts";

/** Where a condition stands, as far as it matters for what it can do there. */
interface Place {
  /** What holds wherever the condition decides anything. */
  readonly given: readonly Claim[];
  readonly bound: Bound;
  /** How much it weighs if nobody can satisfy the condition here. */
  readonly weight: Severity;
}

/** What is wrong with the parts of a condition, given what holds beside it: those that never or always hold, contradict each
 *  other, follow from others or are swallowed by them. */
export function remarksOnParts(
  condition: Condition,
  { given, weight, prover }: Pick<Place, "given" | "weight"> & { readonly prover: Prover },
): readonly Remark[] {
  return new PartsCheck(prover).together(condition, { given, weight, bound: {} });
}

/** Walks a condition; what is already remarked upon is not looked into. */
class PartsCheck {
  readonly #prover: Prover;

  constructor(prover: Prover) {
    this.#prover = prover;
  }

  /** Of conditions that must hold together, or of one that stands alone. */
  together(condition: Condition, place: Place): readonly Remark[] {
    const parts = condition.kind === "and" ? condition.conditions : [condition];
    const claims = parts.map((part) => claim(part, true, place));
    const never = claims.filter((each) => this.#prover.areImpossible(each));
    if (never.length > 0) return never.flatMap((each) => this.#never(each.condition, place));
    const clash = this.#clash(claims, place);
    if (clash !== undefined) return [clash];
    const { kept, remarks } = this.#superfluous(claims, place);
    const deeper = kept.flatMap((each) => {
      const given = [...place.given, ...kept.filter((other) => other !== each)];
      return this.#into(each.condition, { ...place, given });
    });
    return [...remarks, ...deeper];
  }

  #into(condition: Condition, place: Place): readonly Remark[] {
    switch (condition.kind) {
      case "and":
        return this.together(condition, place);
      case "or":
        return this.#either(condition.conditions, place);
      case "not":
        return this.#below(condition.condition, { ...place, weight: "warning" });
      case "some": {
        const { property } = condition;
        const value = `this ${property} ${Object.keys(place.bound).length}`;
        const bound = { ...place.bound, [property]: value };
        return this.#below(condition.condition, { ...place, bound });
      }
      default:
        return [];
    }
  }

  /** A leaf below `not` can do just what the `not` can. */
  #below(condition: Condition, place: Place): readonly Remark[] {
    return isLeaf(condition) ? [] : this.#into(condition, place);
  }

  /** The cause within a condition that nobody can satisfy, or the whole of it. */
  #never(condition: Condition, place: Place): readonly Remark[] {
    const inside = this.#into(condition, { ...place, given: [] });
    const causes = inside.filter(({ code }) => code === "NEVER_HOLDS" || code === "CONTRADICTION");
    if (causes.length > 0) return causes;
    const { message, note } = reasonOf(condition);
    return [{ code: "NEVER_HOLDS", severity: place.weight, span: condition.span, message, note }];
  }

  /** The first condition that cannot hold with those before it. */
  #clash(claims: readonly Claim[], { given, weight }: Place): Remark | undefined {
    if (!this.#prover.areImpossible(...given, ...claims)) return undefined;
    const end = claims.findIndex((_, index) =>
      this.#prover.areImpossible(...given, ...claims.slice(0, index + 1)),
    );
    const last = claims[end]!;
    const because = this.#because(last, [...claims.slice(0, end), ...given]);
    const message = `nobody satisfies this and also ${listed(because)}`;
    const note = turnedRound(last.condition, because[0]?.condition);
    return { code: "CONTRADICTION", severity: weight, span: last.condition.span, message, note };
  }

  /** Conditions of an `and` without which it would be the same, the last of equal ones first. */
  #superfluous(claims: readonly Claim[], { given }: Place) {
    const remarks: Remark[] = [];
    let kept = claims;
    for (const each of claims.toReversed()) {
      const others = kept.filter((other) => other !== each);
      const opposite = { ...each, holds: false };
      if (!this.#prover.areImpossible(...given, ...others, opposite)) continue;
      kept = others;
      const { span } = each.condition;
      if (this.#prover.areImpossible(opposite)) {
        const message = `${printCondition(each.condition)} always holds`;
        remarks.unshift({
          code: "ALWAYS_HOLDS",
          span,
          message,
          fix: leaveOut(each, claims, "and"),
        });
        continue;
      }
      const because = listed(this.#because(opposite, [...others, ...given]));
      const message = `this already follows from ${because}`;
      const fix = leaveOut(each, claims, "and");
      remarks.unshift({ code: "IMPLIED", span, message, note: "leave it out", fix });
    }
    return { kept, remarks };
  }

  /** Of conditions of which one must hold. */
  #either(parts: readonly Condition[], place: Place): readonly Remark[] {
    const claims = parts.map((part) => claim(part, true, place));
    const dead = claims.filter((each) => this.#prover.areImpossible(...place.given, each));
    const weight = dead.length === claims.length ? place.weight : "warning";
    const remarks = dead.flatMap((each) => {
      const fix = leaveOut(each, claims, "or");
      const told = this.#dead(each, { ...place, weight });
      return dead.length === claims.length
        ? told
        : told.map((remark) => (remark.span === each.condition.span ? { ...remark, fix } : remark));
    });
    const alive = claims.filter((each) => !dead.includes(each));
    const { kept, remarks: swallowed } = this.#swallowed(alive, place);
    const deeper = kept.flatMap((each) =>
      this.#into(each.condition, { ...place, weight: "warning" }),
    );
    return [...remarks, ...swallowed, ...deeper];
  }

  #dead(each: Claim, place: Place): readonly Remark[] {
    if (this.#prover.areImpossible(each)) return this.#never(each.condition, place);
    const because = listed(this.#because(each, place.given));
    const { span } = each.condition;
    const message = `this can never hold here, for beside it stands ${because}`;
    return [{ code: "CONTRADICTION", severity: place.weight, span, message }];
  }

  /** Conditions of an `or` without which it would be the same, the last of equal ones first. */
  #swallowed(claims: readonly Claim[], { given }: Place) {
    const remarks: Remark[] = [];
    let kept = claims;
    for (const each of claims.toReversed()) {
      const others = kept.filter((other) => other !== each);
      const opposites = others.map((other) => ({ ...other, holds: false }));
      if (others.length === 0) continue;
      if (!this.#prover.areImpossible(...given, ...opposites, each)) continue;
      kept = others;
      const because = this.#because(each, [...opposites, ...given]);
      const wider = because.filter((other) => opposites.includes(other as never));
      const message = `wherever this holds, so does ${listed(wider.map(affirmed), " or ")}`;
      const { span } = each.condition;
      const fix = leaveOut(each, claims, "or");
      remarks.unshift({ code: "SWALLOWED", span, message, note: "leave it out", fix });
    }
    return { kept, remarks };
  }

  /** A least set of the claims that contradicts `other`; one claim, if one does. */
  #because(other: Claim, claims: readonly Claim[]): readonly Claim[] {
    const single = claims.find((each) => this.#prover.areImpossible(each, other));
    if (single !== undefined) return [single];
    return claims.reduce<readonly Claim[]>((kept, each) => {
      const fewer = kept.filter((one) => one !== each);
      return this.#prover.areImpossible(...fewer, other) ? fewer : kept;
    }, claims);
  }
}

function claim(condition: Condition, holds: boolean, { bound }: Place): Claim {
  return { condition, holds, bound };
}

/** How a part is left out, if it stands by itself in the text and binds nothing. */
function leaveOut(
  { condition }: Claim,
  all: readonly Claim[],
  joint: "and" | "or",
): Fix | undefined {
  const { start, end } = condition.span;
  const others = all.map((each) => each.condition).filter((each) => each !== condition);
  const overlaps = others.some(({ span }) => span.start < end && start < span.end);
  const binds = eachLeaf(condition).some((leaf) => leaf.kind === "count" && leaf.of !== undefined);
  return overlaps || binds ? undefined : { kind: "leave_out", part: condition.span, joint };
}

function affirmed(each: Claim): Claim {
  return { ...each, holds: true };
}

function listed(claims: readonly Claim[], joint = " and "): string {
  return claims.map(printed).join(joint);
}

function printed({ condition, holds }: Claim): string {
  if (!holds) return printCondition({ kind: "not", span: condition.span, condition });
  const text = printCondition(condition);
  return condition.kind === "or" ? `(${text})` : text;
}
