import type { Predicate } from "../../../model/predicate.ts";
import type { Condition, MetricRef, Segment } from "../../ast.ts";
import type { Lore } from "./branch.ts";
import type { Bound, EventSet, Formula, Goal, Subject } from "./formula.ts";
import { type Link, linksOf } from "./links.ts";
import type { Maker } from "./maker.ts";
import { coversNames, eventsMeaning, meaningOf, segmentsByName } from "./meaning.ts";
import { type Draft, Subjects } from "./subjects.ts";
import { Tableau } from "./tableau.ts";

/** A condition that is supposed to hold or not to hold. */
export interface Claim {
  readonly condition: Condition;
  readonly holds: boolean;
  /** What `of the same …` around it has bound. */
  readonly bound?: Bound | undefined;
}

/** Proves that conditions can never hold together: by intervals of numbers, sets of values and Boolean reasoning, for every
 *  history at every instant. What it does not prove may still be so. */
export class Prover implements Maker, Lore {
  /** How many sets of values were intersected so far. */
  work = 0;
  readonly #segments: ReadonlyMap<string, Segment>;
  readonly #subjects = new Subjects();
  readonly #formulas = new WeakMap<Condition, Formula>();
  readonly #links = new Map<Subject, Map<Subject, readonly Link[]>>();
  readonly #events = new Map<string, EventSet>();
  readonly #inclusions = new Map<string, boolean>();

  /** `segments` are those that conditions may ask for. */
  constructor(segments: readonly Segment[]) {
    this.#segments = segmentsByName(segments);
  }

  /** Whether surely no history has an instant at which all claims are true. */
  areImpossible(...claims: readonly Claim[]): boolean {
    return this.suppose(claims)?.isRefuted() ?? true;
  }

  /** What follows plainly from the claims; `undefined` if they contradict each other. */
  suppose(claims: readonly Claim[], from?: Tableau): Tableau | undefined {
    const tableau = new Tableau(this, from);
    const goals = claims.map(({ condition, holds, bound = {} }): Goal => ({
      formula: this.formulaOf(condition),
      holds,
      bound,
    }));
    return tableau.add(goals) ? tableau : undefined;
  }

  readonly formulaOf = (condition: Condition): Formula => {
    const known = this.#formulas.get(condition);
    if (known !== undefined) return known;
    const made = meaningOf(condition, this);
    this.#formulas.set(condition, made);
    return made;
  };

  readonly subject = (key: string, draft: () => Draft): Subject =>
    this.#subjects.subject(key, draft);

  readonly eventsOf = (metric: MetricRef, where: Predicate | undefined): EventSet => {
    const made = eventsMeaning(metric, where, this);
    const known = this.#events.get(made.key);
    if (known === undefined) this.#events.set(made.key, made);
    return known ?? made;
  };

  readonly segmentOf = (name: string): Segment | undefined => this.#segments.get(name);

  readonly isImpossible = (events: EventSet): boolean =>
    this.#isRefuted({ formula: events.where, holds: true, bound: {} });

  readonly linksBetween = (given: Subject, other: Subject): readonly Link[] => {
    if (given.about.kind === "state" || other.about.kind === "state") return [];
    let links = this.#links.get(given);
    if (links === undefined) this.#links.set(given, (links = new Map()));
    let found = links.get(other);
    if (found === undefined) links.set(other, (found = linksOf(given, other, this.#isWithin)));
    return found;
  };

  readonly #isWithin = (inner: EventSet, outer: EventSet): boolean => {
    if (outer.bound !== undefined && outer.bound.value !== inner.bound?.value) return false;
    if (!coversNames(outer, inner)) return false;
    if (inner.where === outer.where) return true;
    const key = `${inner.key} < ${outer.key}`;
    let known = this.#inclusions.get(key);
    if (known === undefined) {
      const goal = { formula: inner.where, holds: true, bound: {} };
      known = this.#isRefuted(goal, { formula: outer.where, holds: false, bound: {} });
      this.#inclusions.set(key, known);
    }
    return known;
  };

  #isRefuted(...goals: readonly Goal[]): boolean {
    const tableau = new Tableau(this);
    return !tableau.add(goals) || tableau.isRefuted();
  }
}
