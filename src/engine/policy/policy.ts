import type { Decision } from "../../model/log.ts";
import type { Segment } from "../../rule/ast.ts";
import type { Instant } from "../../time/instant.ts";
import { Arising } from "./arising.ts";
import type { Ask } from "./ask.ts";
import type { Candidate } from "./candidate.ts";
import type { PolicyOptions } from "./options.ts";
import { Rank, outranks } from "./rank.ts";
import { Shared } from "./shared.ts";
import { Terms } from "./terms.ts";

/** Policy for one segment. */
interface Rule {
  readonly segment: Segment;
  readonly arising: Arising;
  readonly terms: Terms;
  readonly rank: Rank;
  /** Whether it sends: what sends nothing competes with nobody. */
  readonly sends: boolean;
}

/** Hears what became of a candidate. */
type Tell = (decision: Decision) => void;

/** Decides which candidates of one profile become fires (language.md, laws 9 and 10). It never changes membership. */
export class Policy {
  /** The next instant at which there may be something to decide. */
  nextAt = Infinity;
  readonly #rules: readonly Rule[];
  readonly #shared: Shared;
  readonly #draw: PolicyOptions["holdoutDraw"];
  /** Those of the instant at hand: one list for all, since most instants have none. */
  readonly #candidates: Candidate[] = [];
  #profileId = "";

  constructor(segments: readonly Segment[], options: PolicyOptions, ask: Ask) {
    const shared = new Shared(options, ask);
    this.#shared = shared;
    this.#draw = options.holdoutDraw;
    this.#rules = segments.map((segment, index) => {
      const quiet = shared.quietOf(segment);
      return {
        segment,
        arising: new Arising(segment, index, { ask, quiet }),
        terms: new Terms(segment, shared, quiet),
        rank: new Rank(segment, ask),
        sends: segment.then !== undefined,
      };
    });
  }

  /** Turns to another profile. */
  reset(profileId: string): void {
    this.#profileId = profileId;
    this.nextAt = Infinity;
    this.#shared.fires.reset();
    for (const { arising, terms } of this.#rules) {
      arising.reset();
      terms.reset();
    }
  }

  /** Takes a change of membership of the instant that is to be decided next. */
  transition(at: Instant, segment: number, entered: boolean): void {
    const { arising } = this.#rules[segment]!;
    if (entered) {
      arising.begin(at);
      this.nextAt = at;
    } else arising.end(at);
  }

  /** Takes the profile's move to another zone. */
  move(at: Instant): void {
    for (const { arising } of this.#rules) arising.move(at);
    this.nextAt = at;
  }

  /** Decides all candidates of an instant, when everything else of it is decided. Decisions are told by segment, of one
   *  segment its own candidate before follow-ups, those of earlier sends first. */
  settle(at: Instant, tell: Tell): void {
    if (at < this.nextAt) return;
    const candidates = this.#candidates;
    for (const { arising } of this.#rules) {
      if (arising.wake <= at) arising.collect(at, candidates);
    }
    const first = this.#firstOf(candidates, at);
    for (const candidate of candidates) tell(this.#close(candidate, first, at));
    candidates.length = 0;
    this.#rest(at);
  }

  /** Looks for what keeps each candidate from firing; of those left that send, the one that nothing outranks. */
  #firstOf(candidates: readonly Candidate[], at: Instant): Candidate | undefined {
    let first: Candidate | undefined;
    for (const candidate of candidates) {
      const { terms, sends, rank } = this.#rules[candidate.segment]!;
      candidate.suppression = terms.suppressionOf(candidate, at);
      if (candidate.suppression !== undefined || !sends) continue;
      if (first === undefined || outranks(rank, this.#rules[first.segment]!.rank, at))
        first = candidate;
    }
    return first;
  }

  /** Says what becomes of a candidate, and has its rule take note. */
  #close(candidate: Candidate, first: Candidate | undefined, at: Instant): Decision {
    const { segment, suppression } = candidate;
    const { arising, terms, sends, segment: rule } = this.#rules[segment]!;
    if (suppression === "quiet_hours") arising.silence(candidate);
    if (suppression !== undefined) return decisionOf(candidate, at, suppression);
    if (sends && first !== undefined && first !== candidate)
      return { ...decisionOf(candidate, at, "priority"), by: first.segment };
    terms.fire(candidate, at);
    arising.fire(candidate, at);
    return decisionOf(candidate, at, this.#isHeldOut(rule) ? "holdout" : "fired");
  }

  #isHeldOut({ name, holdout }: Segment): boolean {
    if (holdout === undefined || this.#draw === undefined) return false;
    return this.#draw(this.#profileId, name) < holdout;
  }

  /** Finds out when there is something to decide again. */
  #rest(at: number): void {
    this.nextAt = Infinity;
    for (const { arising } of this.#rules) {
      if (arising.wake <= at) arising.rest();
      this.nextAt = Math.min(this.nextAt, arising.wake);
    }
  }
}

function decisionOf(
  { segment, cause, due }: Candidate,
  at: Instant,
  outcome: Decision["outcome"],
): Decision {
  if (due === undefined) return { at, segment, cause, outcome };
  return { at, segment, cause, outcome, followUp: due.number };
}
