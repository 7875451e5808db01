import { figureChecks } from "./figures.ts";
import { orderChecks } from "./order.ts";
import { segmentChecks } from "./segments.ts";
import { sessionChecks } from "./sessions.ts";
import { stateChecks } from "./states.ts";
import type { Check } from "./told.ts";
import { windowChecks } from "./windows.ts";
import { zoneChecks } from "./zones.ts";

/** What is asked of each construct of the language, law by law. */
export const leafChecks: readonly Check[] = [
  ...windowChecks,
  ...figureChecks,
  ...orderChecks,
  ...stateChecks,
  ...sessionChecks,
  ...segmentChecks,
  ...zoneChecks,
];
