import * as v from "valibot";
import { type Cause, SUPPRESSIONS, type Suppression } from "../model/log.ts";
import { fields, isMap } from "./fields.ts";
import { text, word } from "./value.ts";

/** What can become of a candidate; `none` if there is none at that instant. */
export type Outcome = "fired" | Suppression | "none";

/** What a case wants of a segment at its instant. At least one of `is` and `decision` is there. */
export interface CaseWish {
  readonly is?: "in" | "out" | undefined;
  /** The word in its rule that must be the reason. */
  readonly because?: string | undefined;
  /** What must become of its candidate. */
  readonly decision?: Outcome | undefined;
  /** Why that candidate must have arisen. */
  readonly cause?: Cause | undefined;
  /** The segment whose candidate must have fired instead. */
  readonly by?: string | undefined;
}

const OUTCOMES: readonly Outcome[] = ["fired", ...SUPPRESSIONS, "none"];
const CAUSES: readonly Cause[] = [
  "entered",
  "re_entered",
  "gate_opened",
  "quiet_hours_ended",
  "followed_up",
];

const inOrOut = word(["in", "out"]);

/** Refuses what would be ignored in silence. */
const complete = v.rawCheck<CaseWish>(({ dataset, addIssue }) => {
  if (!dataset.typed) return;
  const message = gapIn(dataset.value);
  if (message !== undefined) addIssue({ message, expected: "EMPTY_BOUNDS", received: "" });
});

function gapIn({ is, because, decision, cause, by }: CaseWish): string | undefined {
  if (is === undefined && decision === undefined)
    return "nothing is expected here: say is: in or out, or decision: fired";
  if (because !== undefined && is === undefined) return "because goes with is: in or out";
  const isCandidate = decision !== undefined && decision !== "none";
  if (cause !== undefined && !isCandidate) return "cause goes with the decision on a candidate";
  return by !== undefined && decision !== "priority"
    ? "by goes with decision: priority"
    : undefined;
}

const long = v.pipe(
  fields({
    is: v.optional(inOrOut),
    because: v.optional(text),
    decision: v.optional(word(OUTCOMES)),
    cause: v.optional(word(CAUSES)),
    by: v.optional(text),
  }),
  v.transform((of): CaseWish => of),
  complete,
);

const short = v.pipe(
  inOrOut,
  v.transform((is): CaseWish => ({ is })),
);

/** What is wanted of one segment: `in`, `out`, or a map that says more. */
export const caseWish = v.lazy((input) => (isMap(input) ? long : short));
