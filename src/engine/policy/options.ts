import type { FireCap } from "./fires.ts";

/** What policy is set up with besides the rules' own clauses; lengths are in milliseconds. */
export interface PolicyOptions {
  /** The pause for rules that state none; `undefined` for no pause. */
  readonly coolOff?: number | undefined;
  /** Hold for all rules that send taken together, besides the caps of each. */
  readonly caps?: readonly FireCap[] | undefined;
  /** Hold for rules that state none. */
  readonly quietHours?:
    | { readonly from: number; readonly to: number; readonly hold: boolean }
    | undefined;
  /** A number from 0 to below 1 that is always the same for a profile and the name of a segment: below the segment's
   *  share of holdout its sends are ghosts. Without it nobody is held out. */
  readonly holdoutDraw?: ((profileId: string, segmentName: string) => number) | undefined;
}
