import { test } from "vitest";
import * as sender from "../../src/engine/sender.ts";
import { decidesAsDefined } from "./checks/decisions.ts";
import { FOUND } from "./checks/keep.ts";

/** How many random cases are met; `npm run prove` asks for many more. */
const cases = Number(process.env["REHEARSAL_CASES"] ?? 700);

test(
  "rules with clauses send what the definition says, and hold back the rest for its reasons",
  () => decidesAsDefined(sender, { cases, keepIn: FOUND }),
  60_000 + cases * 200,
);
