import type { Instant } from "../../time/instant.ts";

/** Numbers for texts, in the order in which they first came. */
export class Interner {
  readonly #numbers = new Map<string, number>();
  readonly texts: string[] = [];

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.#numbers.set(text, number);
      this.texts.push(text);
    }
    return number;
  }
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly arrivedAt: Instant;
}

/** Who is who: the ids by which records name people, known and anonymous, and which of them are one person. Every event
 *  of an anonymous id belongs to the person that an identify, an alias or a track with both ids names, whenever that
 *  came; of several such persons, to the first by arrival. */
export class Identities {
  readonly #keys = new Interner();
  readonly #links: Link[] = [];

  /** The number of a name that a record gave. */
  known(userId: string): number {
    return this.#keys.numberOf(`u${userId}`);
  }

  /** The number of an anonymous id. */
  anonymous(anonymousId: string): number {
    return this.#keys.numberOf(`a${anonymousId}`);
  }

  /** Says that both names are one person, from now on called `to`. */
  link(from: number, to: number, arrivedAt: Instant): void {
    if (from !== to) this.#links.push({ from, to, arrivedAt });
  }

  /** For every number given out, the id of its person: of the two kinds of id the known one. */
  resolve(): readonly string[] {
    const parents = this.#keys.texts.map((_, index) => index);
    const rootOf = (start: number): number => {
      let key = start;
      while (parents[key] !== key) key = parents[key] = parents[parents[key]!]!;
      return key;
    };
    for (const { from, to } of this.#links.toSorted((a, b) => a.arrivedAt - b.arrivedAt)) {
      const isTaken = parents[from] !== from;
      const root = rootOf(to);
      if (!isTaken && root !== from) parents[from] = root;
    }
    return this.#keys.texts.map((_, index) => this.#keys.texts[rootOf(index)]!.slice(1));
  }
}
