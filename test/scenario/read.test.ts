import { expect, test } from "vitest";
import fc from "fast-check";
import { days, hours } from "../../src/time/duration.ts";
import { readScenario } from "../../src/scenario/read.ts";
import { RULE, SCENARIO, found, foundWith, read, saidOf, scenarioWith } from "./sources.ts";

test("a right scenario has no findings, and defaults where it says nothing", () => {
  const { scenario, findings } = read(SCENARIO);
  expect(findings).toEqual([]);
  expect(scenario).toMatchObject({
    name: "small",
    seed: 7,
    profiles: 100,
    defaultZone: "Europe/Berlin",
    twin: true,
    policy: {},
    cases: [],
    expectations: [],
    measure: {
      segments: ["evening_offer"],
      intents: ["buy"],
      zones: ["Europe/Berlin", "Asia/Kolkata"],
      devices: ["mobile", "desktop", "tablet"],
    },
  });
  const start = Date.UTC(2026, 2, 28);
  expect(scenario?.clock).toEqual({ from: start - days(13), start, end: start + days(1) });
});

test("a scenario may name the length of the user's own list, a whole number of profiles", () => {
  expect(scenarioWith("list_size: 850000\n").measure.listSize).toBe(850_000);
  expect(scenarioWith("").measure.listSize).toBeUndefined();
  for (const wrong of ["0", "1.5", "-7", "20000000000"])
    expect(found(`${SCENARIO}list_size: ${wrong}\n`)).toEqual([`OUT_OF_RANGE 9: ${wrong}`]);
  expect(found(`${SCENARIO}list_size: many\n`)).toEqual(["WRONG_TYPE 9: many"]);
  expect(found(`${SCENARIO}list_sise: 850000\n`)).toEqual(["UNKNOWN_KEY 9: list_sise"]);
});

test("the usual warm-up is the longest window, the longest cool-off and a week", () => {
  const { scenario } = read(SCENARIO.replace(", warm_up: 13d", ""));
  expect(scenario!.clock.start - scenario!.clock.from).toBe(hours(72) + hours(72) + days(7));
});

test("a warm-up that is shorter than window and cool-off is a warning, and runs", () => {
  const { scenario, findings } = read(SCENARIO.replace("13d", "48h"));
  expect(scenario).toBeDefined();
  expect(findings).toMatchObject([{ severity: "warning", code: "WARM_UP_TOO_SHORT" }]);
  expect(findings[0]?.message).toContain("write at least 6d");
});

test("a warm-up that just suffices is none", () => {
  expect(read(SCENARIO.replace("13d", "6d")).findings).toEqual([]);
});

test("every mistake is found at once, where it stands, in the order of the file", () => {
  const text = SCENARIO.replace("run: 24h", "run: 24")
    .replace("number: 100", "number: 20_000")
    .replace("Europe/Berlin: 60%", "Europe/Berln: 50%")
    .replace("seed", "sede");
  expect(
    found(`${text}experiment: {}\nexpectations: { evening_ofer: { precison: { min: 1 } } }\n`),
  ).toEqual([
    "UNKNOWN_KEY 4: sede",
    "MISSING_UNIT 5: 24",
    "NUMBER_WITH_UNDERSCORES 7: 20_000",
    "SHARES_DO_NOT_ADD_UP 8: zones",
    "UNKNOWN_ZONE 8: Europe/Berln",
    "NOT_YET_SUPPORTED 9: experiment",
    "UNKNOWN_SEGMENT 10: evening_ofer",
    "UNKNOWN_KEY 10: precison",
  ]);
});

test("a message says what to write instead, or what was probably meant", () => {
  expect(saidOf("13d", "48m")).toEqual(['unknown unit "m": write 48h or 48min']);
  expect(saidOf("100\n", "20_000\n")).toEqual([
    "20_000 is text in YAML 1.2, not a number: write 20000",
  ]);
  expect(saidOf("Europe/Berlin", "Europe/Berln")).toEqual([
    'unknown time zone "Europe/Berln" (did you mean "Europe/Berlin"?)',
  ]);
  expect(saidOf("seed", "sed")).toEqual(['unknown key "sed" (did you mean "seed"?)']);
  expect(saidOf("00:00Z", "00:00")).toEqual([
    '"2026-03-28T00:00" names no zone: write 2026-03-28T00:00Z or an offset',
  ]);
  expect(saidOf("40%", "30%")).toEqual(["these shares add up to 90 %, not to 100 %"]);
});

test.each([
  ["a key that is missing", "seed: 7\nclock", "seed: 7\nclok", ["MISSING_KEY", "UNKNOWN_KEY"]],
  ["a key that stands twice", "seed: 7", "seed: 7\nseed: 8", ["DUPLICATE_KEY"]],
  ["a bracket that does not close", "{ Europe", "{ { Europe", ["YAML_SYNTAX"]],
  ["an alias", "seed: 7", "seed: &n 7\nscale: *n", ["YAML_SYNTAX"]],
  ["a wrong version", "version: 1", "version: 2", ["UNKNOWN_WORD"]],
  ["a rule file that is not there", "evening-offer.segment", "offer.segment", ["UNREADABLE_FILE"]],
  ["no profiles", "number: 100", "number: 0", ["OUT_OF_RANGE"]],
  ["half a profile", "number: 100", "number: 1.5", ["OUT_OF_RANGE"]],
  ["no rules", "[rules/evening-offer.segment]", "[]", ["WRONG_TYPE"]],
  ["an unknown preset of feeds", "seed: 7", "feeds: artcle", ["UNKNOWN_WORD"]],
])("%s is a finding", (_, piece, other, codes) => {
  expect(
    foundWith(piece, other)
      .map((each) => each.slice(0, each.indexOf(" ")))
      .toSorted((a, b) => a.localeCompare(b, "en")),
  ).toEqual(codes);
});

test("what a later version knows is refused by that name, wherever it stands", () => {
  const more = [
    "coverage: { mcdc: 100% }",
    "profiles: { number: 100, calibrated_from: log.ndjson }",
    "expectations: { evening_offer: { uplift: { min: 0% } } }",
  ];
  const rest = SCENARIO.slice(0, SCENARIO.indexOf("profiles:"));
  expect(found(`${rest}${more.join("\n")}\n`)).toEqual([
    "NOT_YET_SUPPORTED 6: coverage",
    "NOT_YET_SUPPORTED 7: calibrated_from",
    "NOT_YET_SUPPORTED 8: uplift",
  ]);
});

test("mistakes of the rules come after those of the scenario", () => {
  const { findings } = readWith("cart_views", "cart_vews");
  expect(findings.map(({ code, source }) => [code, source.path])).toEqual([
    ["UNKNOWN_KEY", "small.yaml"],
    [expect.stringContaining("UNKNOWN"), "rules/evening-offer.segment"],
  ]);
});

function readWith(piece: string, other: string) {
  const rule = { path: "rules/evening-offer.segment", text: RULE.replace(piece, other) };
  return readScenario({ path: "small.yaml", text: SCENARIO.replace("seed", "sede") }, () => rule);
}

test("a rule given where a scenario belongs is recognised", () => {
  expect(found(`# a comment\n${RULE}`)).toEqual(["NOT_A_SCENARIO 2: segment"]);
});

test("an empty file is no scenario", () => {
  expect(found("")).toEqual(["NOT_A_SCENARIO 1: "]);
});

test("a vocabulary in the scenario's own text is known to its rules", () => {
  const rules = { path: "r.segment", text: "segment fans\nwhen songs >= 3 in last 24h\n" };
  const words = 'vocabulary: |\n  vocabulary\n    metric songs = "NextSong"\n';
  const text = SCENARIO.replace("rules/evening-offer.segment", "r.segment") + words;
  expect(readScenario({ path: "s.yaml", text }, () => rules).scenario?.segments).toMatchObject([
    { name: "fans", when: { kind: "count", metric: { events: ["NextSong"] } } },
  ]);
});

test("expectations come in the order of the file, each with its place", () => {
  const { expectations } = scenarioWith(`expectations:
  evening_offer:
    recall: ">= 1%"
    size: 0.5..4 %
    precision: ">= 0.90 by device, zone"
`);
  expect(expectations.map(({ measure, place }) => [measure, place.line, place.column])).toEqual([
    ["recall", 11, 5],
    ["size", 12, 5],
    ["precision", 13, 5],
  ]);
  expect(expectations[1]?.asks).toEqual([
    { quantity: "at_peak", bounds: { min: 0.005, max: 0.04 } },
  ]);
  expect(expectations[2]).toMatchObject({ by: ["zone", "device"], confidence: 0.95 });
});

test("whatever the text, findings lie inside of it and nothing is thrown", () => {
  const cut = fc.record({
    at: fc.nat({ max: SCENARIO.length }),
    length: fc.nat({ max: 12 }),
    text: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom("{", "}", ": ", "\n", "- ", "*a", "__proto__: 1", "~"),
    ),
  });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
      const text = cuts.reduce(
        (all, { at, length, text: put }) => all.slice(0, at) + put + all.slice(at + length),
        SCENARIO,
      );
      const { scenario, findings } = read(text);
      const errors = findings.filter(({ severity }) => severity === "error");
      expect(scenario === undefined).toBe(errors.length > 0);
      for (const { span, source } of findings) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(source.text.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
      }
    }),
    { numRuns: 300 },
  );
});
