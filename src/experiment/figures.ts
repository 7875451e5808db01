export type { Estimate, Figure } from "../stats/estimate.ts";
export { isNumber } from "../stats/estimate.ts";
