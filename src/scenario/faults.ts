import type * as v from "valibot";
import type { Finding } from "../text/finding.ts";
import { type Path, type ScenarioDocument, errorAt } from "./document.ts";
import { SCENARIO_ERRORS, type ScenarioErrorCode } from "./error.ts";
import type { Fault } from "./value.ts";

/** The findings of what a schema refused, each where it stands. */
export function findingsOf(
  document: ScenarioDocument,
  issues: readonly v.BaseIssue<unknown>[],
): readonly Finding[] {
  return issues.map((issue) => {
    const steps = issue.path ?? [];
    const path = steps.map((step) => keyOf(step.key));
    const last = steps.at(-1);
    const isAboutKey = last?.type === "object" && last.origin === "key";
    const span = isAboutKey ? document.keySpanOf(path) : document.spanOf(path);
    const fault = faultOf(issue, path, isAboutKey);
    return errorAt(document.source, span, fault);
  });
}

function faultOf(issue: v.BaseIssue<unknown>, path: Path, isAboutKey: boolean): Fault {
  const { expected, message, received } = issue;
  if (isCode(expected))
    return { code: expected, message, note: received === "" ? undefined : received };
  if (isAboutKey)
    return { code: "MISSING_KEY", message: `"${String(path.at(-1))}" is missing here` };
  return { code: "WRONG_TYPE", message };
}

function isCode(expected: string | null): expected is ScenarioErrorCode {
  return expected !== null && Object.hasOwn(SCENARIO_ERRORS, expected);
}

function keyOf(key: unknown): string | number {
  return typeof key === "number" ? key : String(key);
}
