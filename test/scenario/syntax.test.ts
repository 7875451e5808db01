import { expect, test } from "vitest";
import { SCENARIO, foundWith, read } from "./sources.ts";
import { drawFinding } from "../../src/text/frame.ts";

const drawn = (text: string) => read(text).findings.map(drawFinding);

test("a tab that indents is one finding, not three", () => {
  expect(drawn(SCENARIO.replace("  number", "\tnumber"))).toEqual([
    [
      "error YAML_SYNTAX: a tab cannot indent in YAML: write spaces",
      "  --> small.yaml:7:1",
      "7 | \tnumber: 100",
      "  | ^",
    ].join("\n"),
  ]);
});

test("two slips of YAML on two lines are two findings", () => {
  const text = SCENARIO.replace("seed: 7", "seed: a: 7").replace("number: 100", "number: b: 100");
  expect(read(text).findings.map(({ code }) => code)).toEqual(["YAML_SYNTAX", "YAML_SYNTAX"]);
});

test("a key that stands twice is marked whole, and each one that does", () => {
  expect(foundWith("Asia/Kolkata: 40%", "Europe/Berlin: 20%, Europe/Berlin: 20%")).toEqual([
    "DUPLICATE_KEY 8: Europe/Berlin",
    "DUPLICATE_KEY 8: Europe/Berlin",
  ]);
});

test("a second document in the file is refused where it begins", () => {
  expect(drawn(`${SCENARIO}---\nversion: 1\n`)).toEqual([
    [
      "error YAML_SYNTAX: a file holds one scenario: put what follows --- into a file of its own",
      "  --> small.yaml:9:1",
      "9 | ---",
      "  | ^^^",
    ].join("\n"),
  ]);
});

test("the marks of one document are none too many", () => {
  expect(read(`---\n${SCENARIO}...\n`).scenario?.name).toBe("small");
});

test.each([
  ["an alias", "seed: &n 7\nscale: *n", "YAML_SYNTAX 5: *n"],
  ["an alias as a key", "seed: &n 7\n? *n\n: 8", "YAML_SYNTAX 5: *n"],
  ["a merge", "seed: &n 7\n<<: *n", "YAML_SYNTAX 5: *n"],
  ["a tag", "seed: !mine 7", "YAML_SYNTAX 4: 7"],
  ["a binary", "seed: !!binary aGVsbG8=", "YAML_SYNTAX 4: aGVsbG8="],
  ["a map as a key", "seed: 7\n? { a: b }\n: 8", "YAML_SYNTAX 5: { a: b }"],
])("%s is refused where it stands", (_, other, finding) => {
  expect(foundWith("seed: 7", other)).toEqual([finding]);
});

test("aliases that would unfold to billions are refused at once", () => {
  const lines = Array.from(
    { length: 30 },
    (_, index) => `a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`,
  );
  const findings = read(["a-1: &a-1 [x]", ...lines, ""].join("\n")).findings;
  expect(findings).toHaveLength(60);
  expect(findings[0]).toMatchObject({ code: "YAML_SYNTAX" });
});

test("an anchor alone says nothing and does no harm", () => {
  expect(foundWith("seed: 7", "seed: &n 7")).toEqual([]);
});

test("whatever ends its lines, and with a mark of its byte order, a scenario is one", () => {
  expect(read(`\ufeff${SCENARIO.replaceAll("\n", "\r\n")}`).scenario?.name).toBe("small");
  expect(drawn(SCENARIO.replace("seed", "sed").replaceAll("\n", "\r\n"))).toEqual([
    [
      'error UNKNOWN_KEY: unknown key "sed"',
      "  --> small.yaml:4:1",
      "4 | sed: 7",
      '  | ^^^ did you mean "seed"?',
    ].join("\n"),
  ]);
});
