import type { TrueEvent } from "../model/truth.ts";
import type { Agenda } from "./agenda.ts";
import type { FactName } from "./fact.ts";
import type { Ground } from "./ground.ts";
import type { Persuasion } from "./persuasion.ts";
import type { Traits } from "./traits.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** What a life is made of: what all share, who and where it is, what it has read, what lies ahead, and where facts go. */
export interface Body {
  readonly ground: Ground;
  readonly traits: Traits;
  readonly where: Whereabouts;
  readonly persuasion: Persuasion;
  readonly agenda: Agenda;
  readonly emit: (event: TrueEvent) => void;
  /** Whether anybody hears of events of that name; one that nobody hears of need not be made. */
  readonly isHeard: (name: FactName) => boolean;
}
