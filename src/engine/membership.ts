import type { Anchor } from "./leaves/window-start.ts";
import type { Live } from "./live.ts";

/** What a membership is decided by. */
export interface MembershipRule {
  /** What must hold for it to begin and to last. */
  readonly root: Live;
  /** What ends it at once, with the instant that `since entry` looks back to. */
  readonly ending?: { readonly condition: Live; readonly anchor: Anchor } | undefined;
}

/** The membership of one profile in one segment. It begins when the rule's condition holds, and is left when that does not
 *  hold any more or what ends it does. Once ended it begins again only after the condition has been false. */
export class Membership {
  /** Whether the profile is a member as of the last decision. */
  isMember = false;
  /** The earliest instant at which a decision may come out differently without an event. */
  until = -Infinity;
  readonly #rule: MembershipRule;
  #isEnded = false;

  constructor(rule: MembershipRule) {
    this.#rule = rule;
  }

  /** Decides as of `at`. */
  decide(at: number): void {
    const { root, ending } = this.#rule;
    root.update(at);
    this.until = root.until;
    if (ending !== undefined && !this.isMember) ending.anchor.at = at;
    if (ending === undefined) this.isMember = root.holds;
    else if (root.holds && !this.#isEnded) this.#askEnding(ending, at);
    else if (!root.holds) {
      this.isMember = false;
      this.#isEnded = false;
    }
  }

  /** Forgets the profile. */
  reset(): void {
    this.isMember = false;
    this.#isEnded = false;
    this.until = -Infinity;
    if (this.#rule.ending !== undefined) this.#rule.ending.anchor.at = -Infinity;
  }

  /** The condition holds and may: a member leaves for good if what ends memberships holds, another one begins if not. */
  #askEnding({ condition }: NonNullable<MembershipRule["ending"]>, at: number): void {
    condition.update(at);
    this.until = Math.min(this.until, condition.until);
    if (condition.holds && this.isMember) this.#isEnded = true;
    this.isMember = !condition.holds;
  }
}
