import type { Comparator } from "../../model/predicate.ts";

/** Whether a number passes a comparison. */
export function compares(found: number, comparator: Comparator, asked: number): boolean {
  switch (comparator) {
    case "=":
      return found === asked;
    case "!=":
      return found !== asked;
    case "<":
      return found < asked;
    case "<=":
      return found <= asked;
    case ">":
      return found > asked;
    case ">=":
      return found >= asked;
  }
}
