import { expect, test } from "vitest";
import { RULE, SCENARIO, found, foundWith, read, saidOf } from "./sources.ts";
import { readScenario } from "../../src/scenario/read.ts";
import { drawFinding } from "../../src/text/frame.ts";

test("an unknown segment is found wherever one is named, with the nearest", () => {
  const text = `${SCENARIO}intent: { evening_ofer: buy }
cases: [{ name: a, at: 2026-03-28T18:00Z, expectations: { evning_offer: in } }]
expectations: { morning: { sends: { min: 1 } } }
`;
  expect(found(text)).toEqual([
    "UNKNOWN_SEGMENT 9: evening_ofer",
    "UNKNOWN_SEGMENT 10: evning_offer",
    "UNKNOWN_SEGMENT 11: morning",
  ]);
  expect(read(text).findings.map(({ note }) => note)).toEqual([
    'did you mean "evening_offer"?',
    'did you mean "evening_offer"?',
    "the rules define evening_offer",
  ]);
});

test("an intent that nobody can have is refused, since no profile would ever be right", () => {
  expect(saidOf("seed: 7", "intent: { evening_offer: abandoned_crt }")).toEqual([
    '"abandoned_crt" is none of buy, abandoned_cart (did you mean "abandoned_cart"?)',
  ]);
});

test("what expects nothing cannot pass by accident", () => {
  const empty = "cases: [{ name: a, at: 2026-03-28T18:00Z, expectations: {} }]";
  expect(foundWith("seed: 7", empty)).toEqual(["EMPTY_BOUNDS 4: {}"]);
  expect(foundWith("seed: 7", "expectations: { evening_offer: {} }")).toEqual([
    "EMPTY_BOUNDS 4: {}",
  ]);
});

test.each(["__proto__", "constructor", "prototype"])(
  "%s is a key like any other: unknown, not unseen",
  (key) => {
    expect(foundWith("seed: 7", `${key}: 7`)).toEqual([`UNKNOWN_KEY 4: ${key}`]);
    expect(
      foundWith("number: 100", `number: 100\n  mailings: { ${key}: { per_week: 1 } }`),
    ).toEqual([`UNKNOWN_KEY 8: ${key}`]);
  },
);

test("a segment that objects of JavaScript know already is not passed over", () => {
  const rule = { path: "r.segment", text: RULE.replace("evening_offer", "constructor") };
  const text = `${SCENARIO}expectations: { constructor: { sends: { min: 1 } } }\n`;
  const { scenario, findings } = readScenario({ path: "small.yaml", text }, () => rule);
  expect(scenario).toBeUndefined();
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_KEY"]);
});

test("a feed is told only what its mode knows", () => {
  const feeds = "feeds: { crm: { mode: webhook, every: 5min, at: 02:00, zone: UTC } }";
  expect(foundWith("seed: 7", feeds)).toEqual([
    "UNKNOWN_KEY 4: every",
    "UNKNOWN_KEY 4: at",
    "UNKNOWN_KEY 4: zone",
  ]);
  expect(foundWith("seed: 7", "feeds: { crm: { mode: incremental, every: 0s } }")).toEqual([
    "OUT_OF_RANGE 4: 0s",
  ]);
});

test("one zone in two spellings would lose its first share", () => {
  expect(saidOf("Asia/Kolkata", "europe/berlin")).toEqual([
    "the zone Europe/Berlin stands twice in the map",
  ]);
});

test("shares come to 100 %, however they are written", () => {
  expect(foundWith("40%", "0.4")).toEqual([]);
  expect(foundWith("60%, Asia/Kolkata: 40%", "33.3%, Asia/Kolkata: 66.7%")).toEqual([]);
  expect(foundWith("{ Europe/Berlin: 60%, Asia/Kolkata: 40% }", "{}")).toEqual([
    "SHARES_DO_NOT_ADD_UP 8: zones",
  ]);
  const clients = (shares: string) =>
    foundWith("number: 100", `number: 100\n  mail_clients: { ${shares} }`);
  expect(clients("apple_mail: 24%")).toEqual([]);
  expect(clients("apple_mail: 24%, other: 70%")).toEqual(["SHARES_DO_NOT_ADD_UP 8: mail_clients"]);
});

test("several keys that are missing in one map are all told", () => {
  expect(read("version: 1\n").findings.map(({ message }) => message)).toEqual([
    '"scenario" is missing here',
    '"rules" is missing here',
    '"clock" is missing here',
    '"profiles" is missing here',
  ]);
});

test("a vocabulary file that is not there is found where it is named", () => {
  expect(foundWith("seed: 7", "vocabulary: words.vocabulary")).toEqual([
    "UNREADABLE_FILE 4: words.vocabulary",
  ]);
});

test("frames look as drawn in the manual", () => {
  const text = `${SCENARIO}expectations:\n  evening_offer:\n    precison: { min: 0.90 }\n`;
  expect(read(text).findings.map(drawFinding)).toEqual([
    [
      'error UNKNOWN_KEY: unknown key "precison"',
      "  --> small.yaml:11:5",
      "11 |     precison: { min: 0.90 }",
      '   |     ^^^^^^^^ did you mean "precision"?',
    ].join("\n"),
  ]);
});

test("the frame of a rule's mistake points into the rule", () => {
  const rule = { path: "rules/evening-offer.segment", text: RULE.replace("last 48h", "last 48m") };
  const { findings } = readScenario({ path: "small.yaml", text: SCENARIO }, () => rule);
  expect(findings.map(drawFinding)).toEqual([
    [
      'error UNKNOWN_UNIT: unknown unit "m": write 48h or 48min',
      "  --> rules/evening-offer.segment:4:31",
      "4 |   and cart_views >= 2 in last 48m",
      "  |                               ^^^",
    ].join("\n"),
  ]);
});
