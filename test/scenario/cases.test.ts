import { expect, test } from "vitest";
import { type CaseVerdict, judgeCase } from "../../src/scenario/cases.ts";
import { found, SCENARIO, scenarioWith } from "./sources.ts";

function judged(text: string): CaseVerdict {
  return judgeCase(scenarioWith(`cases:\n  - ${text}\n`).cases[0]!);
}

const VIEWS = `events: ["-47h59min Cart Viewed", "-5min Cart Viewed"]`;
const EVENING = "profile: { zone: America/New_York, device: mobile }, at: 2026-03-28T18:00 local";

test("a person at an instant is in or out by the definition of the language", () => {
  const wanted = (is: string) =>
    judged(`{ name: a, ${EVENING}, ${VIEWS}, expectations: { evening_offer: ${is} } }`);
  expect(wanted("in")).toMatchObject({ verdict: "pass", at: Date.UTC(2026, 2, 28, 22) });
  expect(wanted("out")).toMatchObject({
    verdict: "fail",
    results: [{ segment: "evening_offer", wanted: "out", found: "in" }],
  });
});

test("an event exactly 48h old has just left the window, and that is the reason", () => {
  const text = `{ name: a, ${EVENING}, events: ["-48h Cart Viewed", "-0s Cart Viewed"], expectations: { evening_offer: { is: out, because: REASON } } }`;
  expect(judged(text.replace("REASON", "cart_views")).verdict).toBe("pass");
  expect(judged(text.replace("REASON", "opens")).verdict).toBe("fail");
});

test("an event may say more about itself", () => {
  const text = `{ name: a, ${EVENING}, expectations: { evening_offer: out },
      events: ["-1h Cart Viewed", "-5min Cart Viewed", { at: -1min, event: Product Viewed, device: desktop, properties: { price: 3, tags: [a, b] } }] }`;
  expect(judged(text).verdict).toBe("pass");
});

test("a todo is listed and never fails", () => {
  expect(judged("{ name: a thought, todo: what of machines? }")).toMatchObject({
    verdict: "todo",
    todo: "what of machines?",
    place: { file: "small.yaml", line: 10, column: 5 },
  });
});

test("unknown events, instants without a zone and other mistakes are found where they stand", () => {
  const text = `cases:
  - { name: a, events: ["-1h Cart Veiwed", "Cart Viewed", "-5m Cart Viewed"], at: 2026-03-28T18:00, expectations: { evening_offer: inn } }
  - { name: b, at: 2026-03-28T18:00 local, expectations: { evening_ofer: in } }
`;
  expect(found(SCENARIO + text)).toEqual([
    `UNKNOWN_EVENT 10: "-1h Cart Veiwed"`,
    `WRONG_TYPE 10: "Cart Viewed"`,
    `UNKNOWN_UNIT 10: "-5m Cart Viewed"`,
    "INSTANT_WITHOUT_ZONE 10: 2026-03-28T18:00",
    "UNKNOWN_WORD 10: inn",
    "UNKNOWN_SEGMENT 11: evening_ofer",
  ]);
});
