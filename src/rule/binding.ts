import type { And, Condition, Count, Or } from "./ast.ts";

/** What `of the same …` and `of that …` got wrong, at the count in which it was written. */
export interface BindingFault {
  readonly code: "THAT_WITHOUT_SAME" | "BINDING_WITHOUT_COUNT";
  readonly count: Count;
}

/** The condition with a `some` at every place where a binding begins. `of the same product` binds over the innermost
 *  `and` around it, also through `or`, but never beyond a `not`; without such an `and` it binds for itself alone.
 *  `condition` must hold no `some` yet. */
export function bindThings(condition: Condition): {
  readonly condition: Condition;
  readonly faults: readonly BindingFault[];
} {
  const faults: BindingFault[] = [];
  return { condition: bind(condition, NOTHING, faults), faults };
}

/** The properties that are bound at a place: by anything around it, and by an `and` that the place belongs to. */
interface Scope {
  readonly bound: readonly string[];
  readonly own: readonly string[];
}

const NOTHING: Scope = { bound: [], own: [] };

function bind(condition: Condition, scope: Scope, faults: BindingFault[]): Condition {
  switch (condition.kind) {
    case "and":
      return bindAnd(condition, scope, faults);
    case "or":
      return { ...condition, conditions: bindAll(condition, scope, faults) };
    case "not": {
      const inner = bind(condition.condition, { bound: scope.bound, own: [] }, faults);
      return { ...condition, condition: inner };
    }
    case "count":
      return bindCount(condition, scope, faults);
    case "some":
      throw new Error("unreachable: what is bound is bound once");
    default:
      return condition;
  }
}

function bindAll({ conditions }: And | Or, scope: Scope, faults: BindingFault[]): Condition[] {
  return conditions.map((each) => bind(each, scope, faults));
}

function bindAnd(and: And, scope: Scope, faults: BindingFault[]): Condition {
  const openers = and.conditions.flatMap(samesOf);
  const firsts = openers.filter(
    (count, index) => openers.findIndex((each) => propertyOf(each) === propertyOf(count)) === index,
  );
  const own = firsts.map(propertyOf);
  for (const first of firsts) {
    const isAnchored = and.conditions.some(
      (each) =>
        each.kind === "count" &&
        each.of?.word === "same" &&
        propertyOf(each) === propertyOf(first) &&
        needsEvent(each),
    );
    if (!isAnchored) faults.push({ code: "BINDING_WITHOUT_COUNT", count: first });
  }
  const inner = { bound: [...scope.bound, ...own], own };
  const bound: And = { ...and, conditions: bindAll(and, inner, faults) };
  return firsts.reduceRight<Condition>((body, first) => some(first, body), bound);
}

/** The counts with `of the same …` that belong to the `and` in which `condition` stands. */
function samesOf(condition: Condition): readonly Count[] {
  if (condition.kind === "or") return condition.conditions.flatMap(samesOf);
  return condition.kind === "count" && condition.of?.word === "same" ? [condition] : [];
}

function bindCount(count: Count, scope: Scope, faults: BindingFault[]): Condition {
  if (count.of === undefined) return count;
  const property = count.of.property;
  if (count.of.word === "that") {
    if (!scope.bound.includes(property)) faults.push({ code: "THAT_WITHOUT_SAME", count });
    return count;
  }
  if (scope.own.includes(property)) return count;
  if (!needsEvent(count)) faults.push({ code: "BINDING_WITHOUT_COUNT", count });
  return some(count, count);
}

function some({ of }: Count, condition: Condition): Condition {
  const { thing, property } = of!;
  return { kind: "some", span: condition.span, thing, property, condition };
}

function propertyOf({ of }: Count): string {
  return of!.property;
}

/** Whether a count can only hold if there is an event, so that its events name every value worth trying. */
function needsEvent({ comparator, number }: Count): boolean {
  if (comparator === ">") return true;
  return (comparator === "=" || comparator === ">=") && number >= 1;
}
