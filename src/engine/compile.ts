import type { Condition, Count, Leaf as LeafCondition, Some } from "../rule/ast.ts";
import { CounterPerKey, LiveSome, type Scope } from "./binding.ts";
import type { Anchor } from "./leaves/window-start.ts";
import { type Leaf, type Live, LiveAnd, LiveNot, LiveOr } from "./live.ts";
import { rangeOf } from "./newest.ts";
import { hearOver, newCounter } from "./plan/counted.ts";
import type { Ground } from "./plan/ground.ts";
import { leafOf } from "./plan/leaf-of.ts";

/** Conditions compiled for one engine. Equal conditions of different segments are one, so each is computed once. */
export class Compiler {
  readonly #ground: Ground;
  readonly #shared = new Map<string, Leaf>();
  #used: Set<Leaf> = new Set();
  #anchor: Anchor | undefined;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** The condition of the segment with that index, which is looked at again when events change it; `anchor` is what
   *  `since` looks back to. */
  compile(condition: Condition, segment: number, anchor?: Anchor): Live {
    const root = this.compileAside(condition, anchor);
    for (const leaf of this.#used) leaf.segments = [...new Set([...leaf.segments, segment])];
    return root;
  }

  /** A condition that no membership depends on: it is looked at when somebody asks. */
  compileAside(condition: Condition, anchor?: Anchor): Live {
    this.#used = new Set();
    this.#anchor = anchor;
    return this.#live(condition, []);
  }

  #live(condition: Condition, scopes: readonly Scope[]): Live {
    switch (condition.kind) {
      case "and":
        return new LiveAnd(this.#ordered(condition.conditions, scopes));
      case "or":
        return new LiveOr(this.#ordered(condition.conditions, scopes));
      case "not":
        return new LiveNot(this.#live(condition.condition, scopes));
      case "some":
        return this.#some(condition, scopes);
      default:
        return this.#leaf(condition, scopes);
    }
  }

  /** The parts of an `and` or `or`, those without timers first: they most often spare a look at the others. */
  #ordered(conditions: readonly Condition[], scopes: readonly Scope[]): readonly Live[] {
    return conditions.toSorted((a, b) => cost(a) - cost(b)).map((each) => this.#live(each, scopes));
  }

  #some(some: Some, scopes: readonly Scope[]): Live {
    const scope: Scope = { property: some.property, slot: { key: undefined }, counters: new Map() };
    const condition = this.#live(some.condition, [...scopes, scope]);
    const binder = binderOf(some);
    const counter = binder === undefined ? undefined : scope.counters.get(keyOf(binder));
    if (counter === undefined)
      throw new Error("unreachable: a binding without a count that needs an event");
    return new LiveSome(scope.slot, counter, condition);
  }

  #leaf(condition: LeafCondition, scopes: readonly Scope[]): Leaf {
    if (condition.kind === "count" && condition.of !== undefined)
      return this.#bound(condition, scopes);
    const key = keyOf(condition);
    const leaf = this.#shared.get(key) ?? leafOf(condition, this.#ground, this.#anchor);
    if (!isAnchored(condition)) this.#shared.set(key, leaf);
    this.#used.add(leaf);
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
    this.#used.add(leaf);
    return leaf;
  }
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
