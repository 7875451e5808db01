import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Binding, Condition, MetricRef, Segment, SendAction } from "../ast.ts";
import { claimsOfMembers } from "./clauses.ts";
import type { Claim, Prover } from "./proof/prover.ts";
import type { Remark } from "./remark.ts";

/** The events that put products where a send's value finds them, and the words by which rules count such events. */
const FILLED_BY = {
  cart_items: { events: ["Product Added", "Cart Viewed"], words: ["adds", "cart_views"] },
  viewed_items: { events: ["Product Viewed"], words: ["product_views"] },
};

/** Values of a send that no member can have. */
export function remarksOnPayload(
  segment: Segment,
  prover: Prover,
  vocabulary: Vocabulary | undefined,
): readonly Remark[] {
  const { then, followUps = [] } = segment;
  if (then === undefined) return [];
  const members = claimsOfMembers(segment);
  if (prover.areImpossible(...members)) return [];
  const check = new PayloadCheck(members, prover, vocabulary);
  return [then, ...followUps.map(({ send }) => send)].flatMap((send) =>
    check.remarksOn(send, send === then),
  );
}

class PayloadCheck {
  readonly #members: readonly Claim[];
  readonly #prover: Prover;
  readonly #vocabulary: Vocabulary | undefined;

  constructor(members: readonly Claim[], prover: Prover, vocabulary: Vocabulary | undefined) {
    this.#members = members;
    this.#prover = prover;
    this.#vocabulary = vocabulary;
  }

  /** A follow-up goes out when the membership may be over, so only the vocabulary speaks against its values. */
  remarksOn(send: SendAction, isFirst: boolean): readonly Remark[] {
    return send.values.flatMap(({ name, value }): readonly Remark[] => {
      if (value.kind === "literal") return [];
      const why = this.#unknownWords(value.to) ?? (isFirst ? this.#never(value.to) : undefined);
      if (why === undefined) return [];
      const message = `"${name}" never has a value: ${why}`;
      return [{ code: "UNRESOLVED_VALUE", span: send.span, message }];
    });
  }

  #unknownWords(to: Binding): string | undefined {
    if (to.kind === "attribute" || this.#vocabulary === undefined) return undefined;
    const { events, words } = FILLED_BY[to.kind];
    const { metrics } = this.#vocabulary;
    const counted = words.flatMap((word) => metrics[word]?.events ?? []);
    if (counted.some((name) => events.includes(name))) return undefined;
    return `${to.kind} come from ${events.map((each) => `"${each}"`).join(" and ")}, which the vocabulary does not use`;
  }

  #never(to: Binding): string | undefined {
    const wanted =
      to.kind === "attribute" ? present(to.attribute) : filled(FILLED_BY[to.kind].events);
    if (!this.#prover.areImpossible(...this.#members, { condition: wanted, holds: true }))
      return undefined;
    return to.kind === "attribute"
      ? `no member has the attribute "${to.attribute}"`
      : `no member has an event that fills ${to.kind}`;
  }
}

const NOWHERE = { start: 0, end: 0 };

function present(attribute: string): Condition {
  return { kind: "attribute", span: NOWHERE, attribute, test: { kind: "present" } };
}

function filled(events: readonly string[]): Condition {
  const window = { kind: "ever" } as const;
  const conditions = events.map((name): Condition => {
    const metric: MetricRef = { word: name, quoted: true, events: [name] };
    return { kind: "count", span: NOWHERE, metric, comparator: ">=", number: 1, window };
  });
  return { kind: "or", span: NOWHERE, conditions };
}
