import type { Suppression } from "../../model/log.ts";
import type { Segment } from "../../rule/ast.ts";
import { Anchor } from "../leaves/window-start.ts";
import type { Live } from "../live.ts";
import type { Candidate } from "./candidate.ts";
import { Fires } from "./fires.ts";
import type { Due } from "./follow-ups.ts";
import type { Quiet } from "./quiet.ts";
import type { Shared } from "./shared.ts";

/** On what terms a candidate of one segment may fire, whatever those of other segments do. */
export class Terms {
  readonly #shared: Shared;
  readonly #quiet: Quiet;
  readonly #sends: boolean;
  readonly #coolOff: number;
  readonly #fires: Fires;
  /** What calls off each follow-up, and the send that `since send` looks back to. */
  readonly #unless: readonly (Live | undefined)[];
  readonly #anchor = new Anchor();
  #lastFire = -Infinity;

  constructor(segment: Segment, shared: Shared, quiet: Quiet) {
    this.#shared = shared;
    this.#quiet = quiet;
    this.#sends = segment.then !== undefined;
    this.#coolOff = segment.coolOff ?? shared.options.coolOff ?? 0;
    this.#fires = new Fires(segment.caps ?? []);
    this.#unless = (segment.followUps ?? []).map(
      ({ unless }) => unless && shared.ask(unless, this.#anchor),
    );
  }

  /** Forgets the profile. */
  reset(): void {
    this.#fires.reset();
    this.#lastFire = -Infinity;
  }

  /** The first of `SUPPRESSIONS` that keeps a candidate from firing, priority and holdout apart. The next fire is allowed at
   *  `at >= last fire + cool-off`; one that is suppressed does not start the pause anew (language.md, law 9). */
  suppressionOf({ due, isForbidden }: Candidate, at: number): Suppression | undefined {
    if (isForbidden) return "re_entry";
    if (due !== undefined && this.#isCalledOff(due, at)) return "unless";
    if (this.#shared.isWithdrawn(at)) return "consent";
    if (due === undefined && at < this.#lastFire + this.#coolOff) return "cool_off";
    if (this.#fires.isFull(at) || (this.#sends && this.#shared.fires.isFull(at))) return "cap";
    return this.#quiet.isOn(at) ? "quiet_hours" : undefined;
  }

  /** Takes a fire. Follow-ups use up caps, but do not start the pause anew. */
  fire({ due }: Candidate, at: number): void {
    this.#fires.add(at);
    if (this.#sends) this.#shared.fires.add(at);
    if (due === undefined) this.#lastFire = at;
  }

  #isCalledOff({ number, sentAt }: Due, at: number): boolean {
    const unless = this.#unless[number];
    if (unless === undefined) return false;
    this.#anchor.moveTo(sentAt);
    unless.update(at);
    return unless.holds;
  }
}
