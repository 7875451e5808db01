import type { NotEstimable } from "../measure/verdict.ts";

/** Whether a measure cannot be had. */
export function isAbsent(measure: { readonly status: string } | object): measure is NotEstimable {
  return "status" in measure && measure.status === "not_estimable";
}
