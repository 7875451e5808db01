import type { And, Condition, Count, Leaf as LeafCondition, Not, Or, Some } from "../rule/ast.ts";
import { All, type Sense } from "./all.ts";
import { CounterPerKey, Scope } from "./binding.ts";
import type { Anchor } from "./leaves/window-start.ts";
import type { Leaf, Live } from "./live.ts";
import { rangeOf } from "./newest.ts";
import { hearOver, newCounter } from "./plan/counted.ts";
import type { Ground } from "./plan/ground.ts";
import { hoist, isOfValueAlone } from "./plan/hoist.ts";
import { leafOf } from "./plan/leaf-of.ts";
import { SomeValue } from "./some-value.ts";
import { LiveSome } from "./some.ts";

/** Conditions compiled for one engine. Equal conditions of different segments are one, so each is computed once. */
export class Compiler {
  readonly #ground: Ground;
  readonly #shared = new Map<string, Leaf>();
  #anchor: Anchor | undefined;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** A condition; `anchor` is what `since` looks back to. */
  compile(condition: Condition, anchor?: Anchor): All {
    this.#anchor = anchor;
    return this.#all(condition, []);
  }

  #live(condition: Condition, scopes: readonly Scope[]): Live {
    switch (condition.kind) {
      case "and":
      case "or":
        return this.#all(condition, scopes);
      case "not":
        return this.#not(condition, scopes);
      case "some":
        return hoist(condition).free.length === 0
          ? this.#some(condition, scopes)
          : this.#all(condition, scopes);
      default:
        return this.#leaf(condition, scopes);
    }
  }

  /** The parts without timers go first: they most often spare a look at the others. */
  #all(condition: Condition, scopes: readonly Scope[]): All {
    const wanted = condition.kind !== "or";
    const parts = partsOf(condition, wanted).toSorted((a, b) => cost(a) - cost(b));
    return this.#join(
      parts.map((each) => this.#live(each, scopes)),
      { wanted, negated: !wanted },
      scopes,
    );
  }

  #not({ condition }: Not, scopes: readonly Scope[]): All {
    return this.#join([this.#live(condition, scopes)], { wanted: false, negated: false }, scopes);
  }

  #join(parts: readonly Live[], sense: Sense, scopes: readonly Scope[]): All {
    const all = this.#ground.keep(new All(parts, sense));
    if (scopes.length === 0) for (const part of parts) part.joins(all);
    for (const scope of scopes) scope.within.push(all);
    return all;
  }

  #some(some: Some, scopes: readonly Scope[]): Live {
    const scope = new Scope(some.property);
    const condition = this.#live(some.condition, [...scopes, scope]);
    const binder = binderOf(some);
    const counter = binder === undefined ? undefined : scope.counters.get(keyOf(binder));
    if (counter === undefined)
      throw new Error("unreachable: a binding without a count that needs an event");
    const live = this.#ground.keep(
      isOfValueAlone(some.condition, some.property)
        ? new SomeValue(scope, counter, condition)
        : new LiveSome(scope, counter, condition),
    );
    for (const each of scope.heard) each.joins(live);
    for (const outer of scopes) outer.within.push(live);
    scopes.at(-1)?.heard.push(live);
    return live;
  }

  #leaf(condition: LeafCondition, scopes: readonly Scope[]): Leaf {
    const leaf =
      condition.kind === "count" && condition.of !== undefined
        ? this.#bound(condition, scopes)
        : this.#unbound(condition);
    scopes.at(-1)?.heard.push(leaf);
    return leaf;
  }

  #unbound(condition: LeafCondition): Leaf {
    const key = keyOf(condition);
    const leaf = this.#shared.get(key) ?? leafOf(condition, this.#ground, this.#anchor);
    if (isAnchored(condition)) this.#anchor?.watch(leaf);
    else this.#shared.set(key, leaf);
    return leaf;
  }

  #bound(count: Count, scopes: readonly Scope[]): Leaf {
    const scope = scopes.findLast((each) => each.property === count.of?.property);
    if (scope === undefined) throw new Error("unreachable: `of that` outside its binding");
    const known = scope.counters.get(keyOf(count));
    if (known !== undefined) return known;
    const window = this.#ground.window(count.window, undefined);
    const keyed = new CounterPerKey(scope, () => newCounter(count, window));
    const leaf = hearOver(count, this.#ground, keyed, window);
    scope.counters.set(keyOf(count), leaf);
    scope.within.push(leaf);
    return leaf;
  }
}

/** The conditions whose truth must all be as wanted for that of a condition to be: those of an `and` in an `and`, those of
 *  an `or` in an `or`. */
function partsOf(condition: Condition, wanted: boolean): readonly Condition[] {
  if (condition.kind === (wanted ? "and" : "or"))
    return (condition as And | Or).conditions.flatMap((each) => partsOf(each, wanted));
  if (condition.kind !== "some" || !wanted) return [condition];
  const { free, some } = hoist(condition);
  return [...free.flatMap((each) => partsOf(each, true)), some];
}

/** A count of the binding that no value without an event satisfies, among the parts that all must hold. */
function binderOf(some: Some): Count | undefined {
  const parts = some.condition.kind === "and" ? some.condition.conditions : [some.condition];
  return parts.find((part): part is Count => {
    if (part.kind !== "count" || part.of?.word !== "same" || part.of.property !== some.property)
      return false;
    const { lower, negated } = rangeOf(part.comparator, part.number);
    return lower > 0 && !negated;
  });
}

/** The kinds of conditions, those first that are the cheapest to look at and turn the least without events. */
const BY_COST: readonly Condition["kind"][] = [
  "device",
  "attribute",
  "place",
  "consent",
  "in_segment",
  "segment_change",
  "count",
  "recency",
  "fresh",
  "instant",
  "held",
  "sequence",
  "aggregate",
  "in_session",
  "session",
  "weekday",
  "local_time",
  "clock_time",
  "not",
  "and",
  "or",
  "some",
];

function cost(condition: Condition): number {
  return BY_COST.indexOf(condition.kind);
}

/** Whether a condition looks back to an anchor, so that it is nobody else's. */
function isAnchored(condition: LeafCondition): boolean {
  return condition.kind === "count" && condition.window.kind === "since";
}

/** What does not count when two conditions are compared: where they stand, and by which word things are called. */
const NAMES = new Set(["span", "word", "quoted", "part", "thing"]);

/** What makes two conditions one. */
function keyOf(condition: Condition): string {
  return JSON.stringify(condition, (key, value: unknown) => (NAMES.has(key) ? undefined : value));
}
