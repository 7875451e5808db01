import { arisingChecks } from "./arising.ts";
import { contestChecks } from "./contest.ts";
import { followUpChecks } from "./follow-ups.ts";
import type { Check } from "./play.ts";
import { termsChecks } from "./terms.ts";

/** What is asked of the policy, law by law. */
export const policyChecks: readonly Check[] = [
  ...arisingChecks,
  ...termsChecks,
  ...followUpChecks,
  ...contestChecks,
];
