import { CHECK_HELP } from "./help/check-help.ts";
import { NAME_HELP } from "./help/name-help.ts";
import { SYNTAX_HELP } from "./help/syntax-help.ts";
import { VALUE_HELP } from "./help/value-help.ts";

/** Every code that a rule's text can earn, with its meaning: for the manual and for `help CODE`. */
export const RULE_HELP = { ...SYNTAX_HELP, ...NAME_HELP, ...VALUE_HELP, ...CHECK_HELP };

/** The stable name of a mistake in a rule's text, or of something worth a look. */
export type RuleErrorCode = keyof typeof RULE_HELP;
