import { expect, test } from "vitest";
import { type CaseVerdict, judgeCase } from "../../src/scenario/cases.ts";
import { readScenario } from "../../src/scenario/read.ts";
import { formatInstant } from "../../src/time/instant.ts";
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
    results: [{ segment: "evening_offer", wanted: { is: "out" }, found: "in" }],
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

// Berlin's clocks went from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25.
test.each([
  ["2026-03-28T18:00", "2026-03-28T17:00:00.000Z"],
  ["2026-03-29T18:00", "2026-03-29T16:00:00.000Z"],
  ["2026-03-29T02:30", "2026-03-29T01:00:00.000Z"], // never on the wall: the first instant after the gap
  ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"], // twice on the wall: the first
])("%s on a wall in Berlin is %s", (wall, instant) => {
  const text = `{ name: a, profile: { zone: Europe/Berlin }, at: ${wall} local, expectations: { evening_offer: out } }`;
  expect(formatInstant(judged(text).at)).toBe(instant);
});

test("without a zone of its own a profile stands in the scenario's main zone", () => {
  const text = "{ name: a, at: 2026-03-28T18:00 local, expectations: { evening_offer: out } }";
  expect(formatInstant(judged(text).at)).toBe("2026-03-28T17:00:00.000Z");
});

test("events lie so much time before the instant, whatever the clocks did in between", () => {
  const person = "profile: { zone: Europe/Berlin, device: mobile }";
  const text = (ago: string, at: string) =>
    `{ name: a, ${person}, events: ["-${ago} Cart Viewed", "-1h Cart Viewed"], at: ${at}, expectations: { evening_offer: { is: IS, because: cart_views } } }`;
  // 47h before 18:00 on the 30th is 18:00 on the 28th: that day had 23 hours.
  const evening = "2026-03-30T18:00 local";
  expect(judged(text("47h", evening).replace("IS", "in")).verdict).toBe("pass");
  expect(judged(text("48h", evening).replace("IS", "out")).verdict).toBe("pass");
  expect(judged(text("47h59min59s999ms", "2026-03-30T16:00Z").replace("IS", "in")).verdict).toBe(
    "pass",
  );
});

test("the reason within a not is what holds, and within an or what misses", () => {
  const because = (when: string, device: string, word: string, is: string) => {
    const rule = { path: "r.segment", text: `segment s\nwhen ${when}\n` };
    const text = `${SCENARIO.replace("rules/evening-offer.segment", "r.segment")}cases:
  - { name: a, profile: { device: ${device} }, at: 2026-03-28T18:00Z, expectations: { s: { is: ${is}, because: ${word} } } }
`;
    const { scenario } = readScenario({ path: "small.yaml", text }, () => rule);
    return judgeCase(scenario!.cases[0]!).verdict;
  };
  expect(because("not device = mobile", "mobile", "device", "out")).toBe("pass");
  expect(because("not device = mobile", "tablet", "device", "in")).toBe("pass");
  expect(because("not (device = mobile or device = tablet)", "tablet", "tablet", "out")).toBe(
    "pass",
  );
  expect(because("not (device = mobile or device = tablet)", "tablet", "mobile", "out")).toBe(
    "fail",
  );
  expect(
    because("device = mobile or cart_views >= 1 in last 48h", "tablet", "cart_views", "out"),
  ).toBe("pass");
  expect(
    because("device = mobile or cart_views >= 1 in last 48h", "mobile", "cart_views", "in"),
  ).toBe("fail");
  expect(because("device = mobile", "mobile", "device", "out")).toBe("fail");
});

test("a todo is listed and never fails", () => {
  expect(judged("{ name: a thought, todo: what of machines? }")).toMatchObject({
    verdict: "todo",
    todo: "what of machines?",
    place: { file: "small.yaml", line: 10, column: 5 },
  });
});

test("a todo may be as whole as a case, and still never fails", () => {
  const text = `{ name: a, ${EVENING}, ${VIEWS}, expectations: { evening_offer: out }, todo: is it? }`;
  expect(judged(text)).toMatchObject({ verdict: "todo", results: [] });
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
