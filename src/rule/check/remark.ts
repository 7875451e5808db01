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
  /** What may be done about it without a thought. */
  readonly fix?: Fix | undefined;
}

/** Leaves out a part of what is joined with a word, or two negations that undo each other. */
export type Fix =
  | { readonly kind: "leave_out"; readonly part: Span; readonly joint: "and" | "or" }
  | { readonly kind: "affirm"; readonly outer: Span; readonly inner: Span };
