import type { Severity } from "../../text/finding.ts";
import type { Span } from "../../text/span.ts";
import type { RuleErrorCode } from "../error.ts";

/** Something worth saying about a place in a rule. */
export interface Remark {
  readonly code: RuleErrorCode;
  /** Another severity than that of the code. */
  readonly severity?: Severity | undefined;
  readonly message: string;
  readonly span: Span;
  readonly note?: string | undefined;
}
