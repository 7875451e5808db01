import type { About, Formula, Subject } from "./formula.ts";
import { whole } from "./numbers.ts";
import type { Values } from "./values.ts";

/** What a new subject is, besides its key. */
export interface Draft {
  readonly about: About;
  readonly universe: Values;
  /** Whether its numbers may lie between whole ones. */
  readonly isReal?: true;
  readonly ifPresent?: () => Formula | undefined;
  readonly ifMissing?: () => Formula | undefined;
}

/** The subjects that were met so far, each once. */
export class Subjects {
  readonly #byKey = new Map<string, Subject>();

  /** The subject of this key; it is made at its first use. */
  subject(key: string, draft: () => Draft): Subject {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const { about, universe, isReal, ifPresent, ifMissing } = draft();
    const isWhole = isReal !== true;
    const made: Subject = {
      id: this.#byKey.size,
      about,
      universe: isWhole ? wholly(universe) : universe,
      isWhole,
      ifPresent,
      ifMissing,
    };
    this.#byKey.set(key, made);
    return made;
  }
}

/** The same set, its numbers whole. */
export function wholly(set: Values): Values {
  return { ...set, numbers: whole(set.numbers) };
}
