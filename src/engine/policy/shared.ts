import type { Segment } from "../../rule/ast.ts";
import type { Live } from "../live.ts";
import { type Ask, CONSENT_WITHDRAWN, withinHours } from "./ask.ts";
import { Fires } from "./fires.ts";
import type { PolicyOptions } from "./options.ts";
import { Quiet } from "./quiet.ts";

/** What policy for several rules shares: consent, and the fires of all rules that send. */
export class Shared {
  readonly ask: Ask;
  readonly options: PolicyOptions;
  readonly fires: Fires;
  readonly #withdrawn: Live;

  constructor(options: PolicyOptions, ask: Ask) {
    this.ask = ask;
    this.options = options;
    this.fires = new Fires(options.caps ?? []);
    this.#withdrawn = ask(CONSENT_WITHDRAWN);
  }

  /** Whether nobody may write to the profile. */
  isWithdrawn(at: number): boolean {
    return this.#withdrawn.holdsAt(at);
  }

  /** The quiet hours of a rule, or the scenario's if it has none. */
  quietOf({ quietHours }: Segment): Quiet {
    const hours = quietHours ?? this.options.quietHours;
    return new Quiet(hours && this.ask(withinHours(hours)), { isHolding: hours?.hold ?? false });
  }
}
