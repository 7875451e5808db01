import type { Turn } from "./agenda.ts";
import type { All } from "./all.ts";
import type { OtherSegmentLeaf } from "./leaves/other-segment.ts";
import type { Anchor } from "./leaves/window-start.ts";

/** What a membership is decided by. */
export interface MembershipRule {
  /** The index of the segment, and its place in the order of deciding. */
  readonly segment: number;
  readonly place: number;
  /** What must hold for it to begin and to last. */
  readonly root: All;
  /** What ends it at once, with the instant that `since entry` looks back to. */
  readonly ending?: { readonly condition: All; readonly anchor: Anchor } | undefined;
  /** The conditions of other segments that hear of its beginning and its end. */
  readonly tellings: readonly OtherSegmentLeaf[];
}

/** The membership of one profile in one segment. It begins when the rule's condition holds, and is left when that does not
 *  hold any more or what ends it does. Once ended it begins again only after the condition has been false. */
export class Membership implements Turn {
  /** The earliest instant at which a decision may come out differently. */
  at = -Infinity;
  /** Whether the profile is a member as of the last decision. */
  isMember = false;
  readonly segment: number;
  readonly place: number;
  readonly tellings: readonly OtherSegmentLeaf[];
  readonly #root: All;
  readonly #ending: MembershipRule["ending"];
  #isEnded = false;

  constructor({ segment, place, root, ending, tellings }: MembershipRule) {
    this.segment = segment;
    this.place = place;
    this.tellings = tellings;
    this.#root = root;
    this.#ending = ending;
  }

  /** Decides as of `at`; whether the membership began or ended. */
  decide(at: number): boolean {
    const was = this.isMember;
    const root = this.#root;
    root.update(at);
    const { holds, until } = root.truth;
    this.at = until;
    if (this.#ending === undefined) this.isMember = holds;
    else this.#decideWith(this.#ending, holds, at);
    return this.isMember !== was;
  }

  /** Forgets the profile; the first decision is at `start`. */
  reset(start: number): void {
    this.isMember = false;
    this.#isEnded = false;
    this.#ending?.anchor.moveTo(-Infinity);
    this.at = start;
  }

  #decideWith(ending: NonNullable<MembershipRule["ending"]>, holds: boolean, at: number): void {
    if (!this.isMember) ending.anchor.moveTo(at);
    if (!holds) {
      this.isMember = false;
      this.#isEnded = false;
    } else if (!this.#isEnded) this.#askEnding(ending.condition, at);
  }

  /** The condition holds and may: a member leaves for good if what ends memberships holds, another one begins if not. */
  #askEnding(condition: All, at: number): void {
    condition.update(at);
    const { truth } = condition;
    this.at = Math.min(this.at, truth.until);
    if (truth.holds && this.isMember) this.#isEnded = true;
    this.isMember = !truth.holds;
  }
}
