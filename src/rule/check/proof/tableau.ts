import { Branch, type Lore } from "./branch.ts";
import type { Bound, Fact, Formula, Goal, One } from "./formula.ts";

/** How often a proof may branch; one that would need more is given up. */
const BRANCHES = 200;

/** How many values a proof may bind. */
const THINGS = 8;

/** A line of thought that looks for a history and an instant for which all goals hold. It is complete about nothing: where
 *  it finds no contradiction, there may still be one. */
export class Tableau {
  readonly #lore: Lore;
  readonly #branch: Branch;
  #choices: readonly Choice[];
  #universals: readonly Universal[];
  #things: readonly Thing[];

  constructor(lore: Lore, from?: Tableau) {
    this.#lore = lore;
    this.#branch = from === undefined ? new Branch(lore) : from.#branch.copy();
    this.#choices = from === undefined ? [] : from.#choices;
    this.#universals = from === undefined ? [] : from.#universals;
    this.#things = from === undefined ? [] : from.#things;
  }

  /** Adds goals; false if they plainly contradict what is there. */
  add(goals: readonly Goal[]): boolean {
    const rest = goals.toReversed();
    for (let goal = rest.pop(); goal !== undefined; goal = rest.pop()) {
      this.#meet(goal.bound, rest);
      const { formula, holds, bound } = goal;
      if (formula.kind === "fact") {
        const told = this.#assert(formula, holds, bound);
        if (told === undefined) return false;
        rest.push(...told);
      } else if (formula.kind === "not") rest.push({ formula: formula.part, holds: !holds, bound });
      else if (formula.kind === "one") this.#addOne(formula, goal, rest);
      else {
        const parts = formula.parts.map((part) => ({ formula: part, holds, bound }));
        if ((formula.kind === "all") === holds) rest.push(...parts);
        else this.#choices = [...this.#choices, parts];
      }
    }
    return true;
  }

  /** Whether no history and no instant can meet the goals, as far as can be proved in so many branches. */
  isRefuted(budget = { branches: BRANCHES }): boolean {
    if (!this.#propagate()) return true;
    const choice = this.#choices.toSorted((a, b) => a.length - b.length)[0];
    if (choice === undefined) return false;
    return choice.every((goal) => {
      budget.branches -= 1;
      if (budget.branches < 0) return false;
      const next = new Tableau(this.#lore, this);
      next.#choices = this.#choices.filter((each) => each !== choice);
      return !next.add([goal]) || next.isRefuted(budget);
    });
  }

  /** Whether a fact may fail as far as is known of its subject; `undefined` for what is no fact, or of which nothing is
   *  known. Cheaper than a proof. */
  mayFail(formula: Formula): boolean | undefined {
    if (formula.kind !== "fact") return undefined;
    const subject = formula.subjectFor({});
    return this.#branch.knows(subject) ? this.#branch.mayBe(subject, formula.fail) : undefined;
  }

  #assert(fact: Fact, holds: boolean, bound: Bound): readonly Goal[] | undefined {
    return this.#branch.assert(fact.subjectFor(bound), holds ? fact.pass : fact.fail);
  }

  /** A value that was never met is one of those for which every universal holds. */
  #meet(bound: Bound, rest: Goal[]): void {
    for (const [property, value] of Object.entries(bound)) {
      const isKnown = this.#things.some((each) => each.value === value);
      if (!isKnown && this.#things.length < THINGS) this.#name({ property, value }, rest);
    }
  }

  #name(thing: Thing, rest: Goal[]): void {
    this.#things = [...this.#things, thing];
    for (const universal of this.#universals) {
      if (universal.one.property === thing.property) rest.push(instance(universal, thing));
    }
  }

  #addOne(one: One, { holds, bound }: Goal, rest: Goal[]): void {
    if (!holds) {
      const universal = { one, bound };
      this.#universals = [...this.#universals, universal];
      for (const thing of this.#things) {
        if (thing.property === one.property) rest.push(instance(universal, thing));
      }
    } else if (this.#things.length < THINGS) {
      const value = `${one.property} ${this.#things.length}`;
      rest.push({ formula: one.part, holds: true, bound: { ...bound, [one.property]: value } });
    }
  }

  /** Strikes alternatives that cannot hold, and takes what is left without one; false at a contradiction. */
  #propagate(): boolean {
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      const choices = this.#choices;
      this.#choices = [];
      for (const choice of choices) {
        if (choice.some((goal) => !this.#mayHold({ ...goal, holds: !goal.holds }))) continue;
        const left = choice.filter((goal) => this.#mayHold(goal));
        if (left.length === 0) return false;
        if (left.length > 1) this.#choices = [...this.#choices, left];
        else {
          isSettled = false;
          if (!this.add(left)) return false;
        }
      }
    }
    return true;
  }

  #mayHold({ formula, holds, bound }: Goal): boolean {
    if (formula.kind !== "fact") return true;
    return this.#branch.mayBe(formula.subjectFor(bound), holds ? formula.pass : formula.fail);
  }
}

/** Goals of which one must be met. */
type Choice = readonly Goal[];

/** A bound value, by a name of its own. */
interface Thing {
  readonly property: string;
  readonly value: string;
}

/** There is no value for which this holds. */
interface Universal {
  readonly one: One;
  readonly bound: Bound;
}

function instance({ one, bound }: Universal, { property, value }: Thing): Goal {
  return { formula: one.part, holds: false, bound: { ...bound, [property]: value } };
}
