import type {
  ClockTime,
  Condition,
  Count,
  Leaf as LeafCondition,
  LocalTime,
  PlaceIs,
  Some,
} from "../rule/ast.ts";
import { DAY_MS, type Zone } from "../time/zone.ts";
import { CounterPerKey, LiveSome, type Scope } from "./binding.ts";
import { LocalClock } from "./clock.ts";
import type { Context } from "./context.ts";
import { WindowCounter } from "./counter.ts";
import { type Leaf, type Live, LiveAnd, LiveNot, LiveOr } from "./live.ts";
import { ValueLeaf } from "./newest-value.ts";
import { rangeOf } from "./newest.ts";
import { compilePredicate, compileTest } from "./passes.ts";
import type { Paths } from "./routes.ts";

/** Conditions compiled for one engine. Equal conditions of different segments are one, so each is computed once. */
export class Compiler {
  /** Every condition with a state of its own. */
  readonly leaves: Leaf[] = [];
  readonly #context: Context;
  readonly #paths: Paths;
  readonly #shared = new Map<string, Leaf>();
  #used: Set<Leaf> = new Set();

  constructor(context: Context, paths: Paths) {
    this.#context = context;
    this.#paths = paths;
  }

  /** The condition of the segment with that index. */
  compile(condition: Condition, segment: number): Live {
    this.#used = new Set();
    const root = this.#live(condition, []);
    for (const leaf of this.#used) leaf.segments = [...leaf.segments, segment];
    return root;
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
    const leaf = this.#shared.get(key) ?? this.#newLeaf(condition);
    this.#shared.set(key, leaf);
    this.#used.add(leaf);
    return leaf;
  }

  #newLeaf(condition: LeafCondition): Leaf {
    const context = this.#context;
    switch (condition.kind) {
      case "count":
        return this.#count(
          condition,
          new WindowCounter(rangeOf(condition.comparator, condition.number), lengthOf(condition)),
        );
      case "device": {
        const leaf = this.#keep(new ValueLeaf(() => context.device, compileTest(condition.test)));
        context.watchDevice(leaf);
        return leaf;
      }
      case "place":
        return this.#place(condition);
      case "attribute": {
        const { attribute } = condition;
        const leaf = this.#keep(
          new ValueLeaf(() => context.attribute(attribute), compileTest(condition.test)),
        );
        context.watchAttribute(attribute, leaf);
        return leaf;
      }
      case "local_time":
      case "clock_time": {
        const { from, to } = readings(condition);
        const leaf = this.#keep(new LocalClock(context, from, to));
        context.watchZone(leaf);
        return leaf;
      }
      default:
        throw new Error(`unreachable: ${condition.kind} cannot be watched`);
    }
  }

  #place({ field, test }: PlaceIs): Leaf {
    const context = this.#context;
    if (field === "zone") {
      const leaf = this.#keep(new ValueLeaf(() => context.zone.name, compileTest(test)));
      context.watchZone(leaf);
      return leaf;
    }
    const leaf = this.#keep(new ValueLeaf(() => context.place(field), compileTest(test)));
    context.watchPlace(field, leaf);
    return leaf;
  }

  #bound(count: Count, scopes: readonly Scope[]): Leaf {
    const scope = scopes.findLast((each) => each.property === count.of?.property);
    if (scope === undefined) throw new Error("unreachable: `of that` outside its binding");
    const known = scope.counters.get(keyOf(count));
    if (known !== undefined) return known;
    const range = rangeOf(count.comparator, count.number);
    const leaf = this.#count(count, new CounterPerKey(scope, range, lengthOf(count)));
    scope.counters.set(keyOf(count), leaf);
    this.#used.add(leaf);
    return leaf;
  }

  #count<Counter extends WindowCounter | CounterPerKey>(count: Count, leaf: Counter): Counter {
    const zoneOf = (): Zone => this.#context.zone;
    const tests = [
      compilePredicate(count.metric.only, zoneOf),
      compilePredicate(count.where, zoneOf),
    ];
    const passes = tests.filter((test) => test !== undefined);
    this.#paths.add(count.metric, { passes, sink: leaf, leaf });
    return this.#keep(leaf);
  }

  #keep<Kept extends Leaf>(leaf: Kept): Kept {
    this.leaves.push(leaf);
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

/** Local and clock times as the readings `[from, to)` in which they hold. */
function readings(condition: LocalTime | ClockTime): {
  readonly from: number;
  readonly to: number;
} {
  if (condition.kind === "local_time") return condition;
  const { comparator, time } = condition;
  switch (comparator) {
    case "<":
      return { from: 0, to: time };
    case "<=":
      return { from: 0, to: time + 1 };
    case ">":
      return { from: time + 1, to: DAY_MS };
    case ">=":
      return { from: time, to: DAY_MS };
  }
}

function lengthOf(count: Count): number {
  return count.window.kind === "last" ? count.window.length : Infinity;
}

function cost(condition: Condition): number {
  const order = [
    "device",
    "attribute",
    "place",
    "count",
    "local_time",
    "clock_time",
    "not",
    "and",
    "or",
    "some",
  ];
  return order.indexOf(condition.kind);
}

/** What does not count when two conditions are compared: where they stand, and by which word things are called. */
const NAMES = new Set(["span", "word", "quoted", "part", "thing"]);

/** What makes two conditions one. */
function keyOf(condition: Condition): string {
  return JSON.stringify(condition, (key, value: unknown) => (NAMES.has(key) ? undefined : value));
}
