/** Random rules over the default words: whole and right, as a parser would give them. */
export { segment, withoutSpans } from "./arbitraries/segment.ts";
export { predicateOf } from "./arbitraries/value.ts";
