import fc from "fast-check";
import { expect, test } from "vitest";
import { drawExplanation } from "../../src/cli/explanation-view.ts";
import type { Event } from "../../src/model/event.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { explainMembership } from "../../src/simulation/explaining.ts";
import { columnsOf } from "../../src/text/columns.ts";
import { instant } from "../../src/time/instant.ts";
import { OFFER } from "./program.ts";

const [segment] = parseRules({ path: "offer.segment", text: OFFER }, defaultVocabulary).segments;
const at = Date.UTC(2026, 2, 10, 17);
const event: Event = {
  sequence: 0,
  id: "m",
  name: "Cart Viewed",
  at: instant(at - 7_234_567),
  arrivedAt: instant(at - 7_000_000),
  feed: "session-log",
  properties: {},
};
const explanation = explainMembership({
  segments: [segment!],
  segment: segment!,
  policy: {},
  from: instant(at - 8_000_000),
  at: instant(at),
  name: "Gussie Rohan",
  knowledge: [
    {
      label: "by all data",
      history: {
        profile: { id: "p-00308" },
        defaultZone: "America/Argentina/Buenos_Aires",
        events: [event],
      },
    },
  ],
});

test("on a narrow terminal lines go on below, further in, and nothing is lost", () => {
  const locate = (): string => "exports/2026-03/sessions.ndjson:17";
  const wide = drawExplanation(explanation, locate, 200);
  expect(wide).toContain(
    "   Cart Viewed  2026-03-10T14:59:25.433Z, 2h34s567ms before, arrived 2026-03-10T15:03:20.000Z  exports/2026-03/sessions.ndjson:17\n",
  );
  expect(drawExplanation(explanation, locate, 80)).toContain(
    "   Cart Viewed 2026-03-10T14:59:25.433Z, 2h34s567ms before, arrived\n       2026-03-10T15:03:20.000Z exports/2026-03/sessions.ndjson:17\n",
  );
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 99 }), (columns) => {
      for (const line of drawExplanation(explanation, locate, columns).split("\n"))
        expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }),
  );
});
