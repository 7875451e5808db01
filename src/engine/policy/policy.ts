import type { Decision } from "../../model/log.ts";
import type { Segment } from "../../rule/ast.ts";
import type { Instant } from "../../time/instant.ts";
import { Arising } from "./arising.ts";
import type { Ask } from "./ask.ts";
import { type Candidate, Candidates } from "./candidate.ts";
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
  /** When the candidates of each segment must be looked for. */
  readonly #looks: number[];
  readonly #candidates = new Candidates();
  readonly #shared: Shared;
  readonly #draw: PolicyOptions["holdoutDraw"];
  #profileId = "";

  constructor(segments: readonly Segment[], options: PolicyOptions, ask: Ask) {
    const shared = new Shared(options, ask);
    this.#shared = shared;
    this.#draw = options.holdoutDraw;
    this.#looks = segments.map(() => Infinity);
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
    this.#looks.fill(Infinity);
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
      this.#looks[segment] = at;
      this.nextAt = at;
    } else arising.end(at);
  }

  /** Takes the profile's move to another zone: every wall must be looked at again. */
  move(at: Instant): void {
    this.#looks.fill(at);
    this.nextAt = at;
  }

  /** Decides all candidates of an instant, when everything else of it is decided. Decisions are told by segment, of one
   *  segment its own candidate before follow-ups, those of earlier sends first. */
  settle(at: Instant, tell: Tell): void {
    if (at < this.nextAt) return;
    const candidates = this.#candidates;
    const looks = this.#looks;
    candidates.count = 0;
    for (let segment = 0; segment < looks.length; segment++)
      if (looks[segment]! <= at) this.#rules[segment]!.arising.collect(at, candidates);
    const first = this.#firstAt(at);
    for (let index = 0; index < candidates.count; index++)
      tell(this.#close(candidates.at(index), first, at));
    this.#rest(at);
  }

  /** Looks for what keeps each candidate from firing; of those left that send, the one that nothing outranks. */
  #firstAt(at: Instant): Candidate | undefined {
    const candidates = this.#candidates;
    let first: Candidate | undefined;
    for (let index = 0; index < candidates.count; index++) {
      const candidate = candidates.at(index);
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
      return outranked(candidate, at, first.segment);
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
    const looks = this.#looks;
    let first = Infinity;
    for (let segment = 0; segment < looks.length; segment++) {
      let look = looks[segment]!;
      if (look <= at) {
        look = this.#rules[segment]!.arising.nextLook();
        looks[segment] = look;
      }
      if (look < first) first = look;
    }
    this.nextAt = first;
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

/** What becomes of a candidate of an instant at which another segment's comes first. */
function outranked({ segment, cause, due }: Candidate, at: Instant, by: number): Decision {
  const outcome = "priority";
  if (due === undefined) return { at, segment, cause, outcome, by };
  return { at, segment, cause, outcome, followUp: due.number, by };
}
