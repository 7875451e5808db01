import type { Cause } from "../../model/log.ts";
import type { Segment } from "../../rule/ast.ts";
import { type Ask, withinHours } from "./ask.ts";
import type { Candidate, Candidates } from "./candidate.ts";
import { FollowUps } from "./follow-ups.ts";
import { Gate } from "./gate.ts";
import type { Quiet } from "./quiet.ts";
import { Spells } from "./spells.ts";

/** How the candidates of one segment arise for the profile at hand: memberships begin, the gate opens, quiet hours end,
 *  follow-ups fall due. */
export class Arising {
  readonly #segment: number;
  readonly #spells: Spells;
  readonly #gate: Gate;
  readonly #quiet: Quiet;
  readonly #followUps: FollowUps;
  /** Whether the membership at hand has just begun, and whether quiet hours hold a candidate of it. */
  #isNew = false;
  #isHeld = false;

  constructor(
    segment: Segment,
    index: number,
    { ask, quiet }: { readonly ask: Ask; readonly quiet: Quiet },
  ) {
    const { gate, followUps = [], reEnter } = segment;
    this.#segment = index;
    this.#spells = new Spells(reEnter);
    this.#gate = new Gate(gate && ask(withinHours(gate)));
    this.#quiet = quiet;
    this.#followUps = new FollowUps(followUps.map(({ after }) => after));
  }

  /** Forgets the profile. */
  reset(): void {
    this.#spells.reset();
    this.#followUps.reset();
    this.#isNew = false;
    this.#isHeld = false;
  }

  /** Takes the beginning of a membership. */
  begin(at: number): void {
    this.#spells.begin(at);
    this.#isNew = true;
  }

  /** Takes the end of a membership, which drops what was held of it. */
  end(at: number): void {
    this.#spells.end(at);
    this.#isHeld = false;
  }

  /** Adds the candidates of `at`: the rule's own first, then follow-ups, those of earlier sends first. */
  collect(at: number, into: Candidates): void {
    const isOver = this.#isHolding() && !this.#quiet.isOn(at);
    const cause = this.#spells.isIn ? this.#causeAt(at, isOver) : undefined;
    this.#isNew = false;
    if (isOver || cause !== undefined) this.#isHeld = false; // a new candidate stands for the one that was held
    if (cause !== undefined) into.add(this.#segment, cause).isForbidden = this.#spells.isForbidden;
    if (!isOver && this.#followUps.dueAt > at) return;
    for (const due of this.#followUps.take(at, isOver))
      into.add(this.#segment, "followed_up").due = due;
  }

  /** Of several causes the first in the order of `CAUSES` counts. */
  #causeAt(at: number, isOver: boolean): Cause | undefined {
    const hasOpened = this.#gate.opens(at);
    if (!this.#gate.isOpen) return undefined;
    if (this.#isNew) return this.#spells.isFirst ? "entered" : "re_entered";
    if (hasOpened) return "gate_opened";
    return isOver && this.#isHeld ? "quiet_hours_ended" : undefined;
  }

  /** Takes a candidate that came in quiet hours; they may hold it until they end. */
  silence({ due }: Candidate): void {
    if (!this.#quiet.isHolding) return;
    if (due === undefined) this.#isHeld = true;
    else this.#followUps.hold(due);
  }

  /** Takes a fire, which follow-ups may follow. */
  fire({ due }: Candidate, at: number): void {
    if (due === undefined) this.#followUps.follow(at);
  }

  /** When to look for candidates again, after all that happened at an instant. */
  nextLook(): number {
    const opens = this.#spells.isIn ? this.#gate.nextLook : Infinity;
    const isOver = this.#isHolding() ? this.#quiet.nextLook : Infinity;
    return Math.min(opens, isOver, this.#followUps.dueAt);
  }

  #isHolding(): boolean {
    return this.#isHeld || this.#followUps.hasHeld;
  }
}
