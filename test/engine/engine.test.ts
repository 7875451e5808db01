import { test } from "vitest";
import { Engine } from "../../src/engine/engine.ts";
import { nextChange } from "../../src/engine/next-change.ts";
import {
  agreesAtEveryInstant,
  foreseesTheNextChange,
  tellsOfEveryTransition,
} from "./checks/agreement.ts";
import { foreseesAmongSegments, tellsAmongSegments } from "./checks/among.ts";
import { FOUND } from "./checks/keep.ts";

const modules = { Engine, nextChange };

/** How many random cases each property meets; `npm run prove` asks for many more. */
const cases = Number(process.env["REHEARSAL_CASES"] ?? 1500);
const timeout = 60_000 + cases * 60;

test(
  "the engine agrees with the reference at every instant, event or none",
  () => agreesAtEveryInstant(modules, { cases, keepIn: FOUND }),
  timeout,
);

test(
  "the engine tells of the same transitions, to the millisecond, when nobody asks it in between",
  () => tellsOfEveryTransition(modules, { cases, keepIn: FOUND }),
  timeout,
);

test(
  "what comes next without an event is what the reference finds",
  () => foreseesTheNextChange(modules, { cases: Math.ceil(cases / 3), keepIn: FOUND }),
  timeout,
);

test(
  "segments that ask for one another, are refined, relaxed and ended turn when the reference says",
  () => tellsAmongSegments(modules, { cases: Math.ceil(cases / 2), keepIn: FOUND }),
  timeout,
);

test(
  "what comes next of a segment among segments is what the reference finds",
  () => foreseesAmongSegments(modules, { cases: Math.ceil(cases / 6), keepIn: FOUND }),
  timeout,
);
