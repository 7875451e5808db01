import type { Decision, Suppression } from "../../model/log.ts";
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

/** A candidate among those of its instant, and what keeps it from firing whatever the others do. */
interface Contender {
  readonly candidate: Candidate;
  readonly rule: Rule;
  readonly suppression: Suppression | undefined;
  readonly competes: boolean;
}

const NONE: readonly never[] = [];

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
  settle(at: Instant): readonly Decision[] {
    if (at < this.nextAt) return NONE;
    const candidates = this.#candidates;
    for (const { arising } of this.#rules) {
      if (arising.wake <= at) arising.collect(at, candidates);
    }
    const decisions = candidates.length === 0 ? NONE : this.#decide(candidates, at);
    candidates.length = 0;
    this.#rest(at);
    return decisions;
  }

  #decide(candidates: readonly Candidate[], at: Instant): readonly Decision[] {
    let first: Contender | undefined;
    const contenders = candidates.map((candidate) => {
      const contender = this.#contenderOf(candidate, at);
      if (
        contender.competes &&
        (first === undefined || outranks(contender.rule.rank, first.rule.rank, at))
      )
        first = contender;
      return contender;
    });
    return contenders.map((each) => this.#close(each, first, at));
  }

  #contenderOf(candidate: Candidate, at: Instant): Contender {
    const rule = this.#rules[candidate.segment]!;
    const suppression = rule.terms.suppressionOf(candidate, at);
    const competes = rule.sends && suppression === undefined;
    return { candidate, rule, suppression, competes };
  }

  /** Says what becomes of a candidate, and has its rule take note. */
  #close(contender: Contender, first: Contender | undefined, at: Instant): Decision {
    const { candidate, rule, suppression, competes } = contender;
    if (suppression === "quiet_hours") rule.arising.silence(candidate);
    if (suppression !== undefined) return decisionOf(candidate, at, suppression);
    if (competes && first !== undefined && first !== contender)
      return { ...decisionOf(candidate, at, "priority"), by: first.candidate.segment };
    rule.terms.fire(candidate, at);
    rule.arising.fire(candidate, at);
    return decisionOf(candidate, at, this.#isHeldOut(rule.segment) ? "holdout" : "fired");
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
  const decision = { at, segment, cause, outcome };
  return due === undefined ? decision : { ...decision, followUp: due.number };
}
