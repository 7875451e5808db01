import type { Goal, Subject } from "./formula.ts";
import type { Link } from "./links.ts";
import { wholly } from "./subjects.ts";
import { type Values, bothValues, isEmpty, isUnchanged } from "./values.ts";

/** What every branch of a proof may ask. */
export interface Lore {
  readonly linksBetween: (given: Subject, other: Subject) => readonly Link[];
  /** Sets that were intersected so far: what a proof costs. */
  work: number;
}

/** What may be found for each subject, as far as a line of thought has narrowed it. */
export class Branch {
  readonly #lore: Lore;
  readonly #found: Map<Subject, Values>;
  /** Subjects of which it is settled that something is found, or that nothing is. */
  readonly #settled: Set<Subject>;

  constructor(lore: Lore, found?: Map<Subject, Values>, settled?: Set<Subject>) {
    this.#lore = lore;
    this.#found = found ?? new Map();
    this.#settled = settled ?? new Set();
  }

  /** Another branch that begins with all that this one has. */
  copy(): Branch {
    return new Branch(this.#lore, new Map(this.#found), new Set(this.#settled));
  }

  /** Whether anything is known of a subject. */
  knows(subject: Subject): boolean {
    return this.#found.has(subject);
  }

  /** Whether a fact that wants `wanted` still may hold. */
  mayBe(subject: Subject, wanted: Values): boolean {
    return !isEmpty(this.#narrowed(subject, wanted));
  }

  /** Adds that what is found for the subject is among `wanted`. Returns what follows from it, or `undefined` if nothing is
   *  left that may be found for some subject. */
  assert(subject: Subject, wanted: Values): readonly Goal[] | undefined {
    const goals: Goal[] = [];
    const isNew = !this.#found.has(subject);
    const narrowed = this.#narrowed(subject, wanted);
    if (isEmpty(narrowed)) return undefined;
    this.#found.set(subject, narrowed);
    const changed = [subject];
    if (isNew && !this.#learnAbout(subject)) return undefined;
    for (let next = changed.pop(); next !== undefined; next = changed.pop()) {
      goals.push(...this.#settle(next));
      const told = this.#tell(next);
      if (told === undefined) return undefined;
      changed.push(...told);
    }
    return goals;
  }

  #narrowed(subject: Subject, wanted: Values): Values {
    this.#lore.work += 1;
    return bothValues(this.#found.get(subject) ?? subject.universe, wanted);
  }

  /** Narrows a new subject by all that is known of others; false if nothing is left. */
  #learnAbout(subject: Subject): boolean {
    for (const [other, set] of this.#found) {
      if (other !== subject && this.#apply(other, set, subject) === "empty") return false;
    }
    return true;
  }

  /** Narrows the other subjects by what is known of one; returns those that changed, or `undefined` if one is empty. */
  #tell(subject: Subject): readonly Subject[] | undefined {
    const set = this.#found.get(subject)!;
    const changed: Subject[] = [];
    for (const other of this.#found.keys()) {
      if (other === subject) continue;
      const outcome = this.#apply(subject, set, other);
      if (outcome === "empty") return undefined;
      if (outcome === "narrowed") changed.push(other);
    }
    return changed;
  }

  #apply(given: Subject, set: Values, other: Subject): "empty" | "narrowed" | "unchanged" {
    let outcome: "narrowed" | "unchanged" = "unchanged";
    for (const link of this.#lore.linksBetween(given, other)) {
      const told = link(set);
      const before = this.#found.get(other)!;
      const after = this.#narrowed(other, other.isWhole ? wholly(told) : told);
      if (isEmpty(after)) return "empty";
      if (isUnchanged(before, after)) continue;
      this.#found.set(other, after);
      outcome = "narrowed";
    }
    return outcome;
  }

  /** What follows once it is settled whether anything is found for the subject. */
  #settle(subject: Subject): readonly Goal[] {
    if (this.#settled.has(subject)) return [];
    const set = this.#found.get(subject)!;
    const isPresent = !set.missing;
    const isMissing = set.missing && isEmpty({ ...set, missing: false });
    if (!isPresent && !isMissing) return [];
    this.#settled.add(subject);
    const formula = isPresent ? subject.ifPresent?.() : subject.ifMissing?.();
    return formula === undefined ? [] : [{ formula, holds: true, bound: {} }];
  }
}
