export { condition } from "./arbitraries/condition.ts";
export { occasion } from "./arbitraries/history.ts";
export { segments } from "./arbitraries/segments.ts";
