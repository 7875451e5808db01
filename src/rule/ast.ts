/** The language: what a rule's text means as plain data, and how that is read, checked and printed. */
export type * from "./ast/condition.ts";
export type * from "./ast/segment.ts";
