import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { RULE_HELP } from "../../src/rule/error.ts";
import { formatRules } from "../../src/rule/format.ts";
import { Cursor } from "../../src/rule/grammar/cursor.ts";
import { type Token, tokensOf } from "../../src/rule/lexer.ts";
import { parseRules, parseVocabulary } from "../../src/rule/parser.ts";
import { printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";

// Rule files as people ship them, bent in the ways in which editing bends them.

const cases = Number(process.env["REHEARSAL_CASES"] ?? 1500);

/** More looks at tokens than this for each of them would be no linear reading. */
const LOOKS_PER_TOKEN = 50;

const SHIPPED = new URL("../../scenarios/", import.meta.url);
const MANUAL = readFileSync(new URL("../../src/rule/README.md", import.meta.url), "utf8");
const FILES = [
  ...readdirSync(SHIPPED, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".segment"))
    .map((name) => readFileSync(new URL(name, SHIPPED), "utf8")),
  ...[...MANUAL.matchAll(/^```segment\n(.*?)^```$/gms)].map((match) => match[1]!),
  ...Object.values(RULE_HELP).map(({ example }) => example),
];

/** A change to a text, at places that are shares of its length. */
type Mutation = (text: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const file = fc.constantFrom(...FILES);

const inserted = fc.oneof(
  fc.constantFrom(
    ...'( ) : ; , = >= .. - + % # " “ \n and or not in of then when until after'.split(" "),
  ),
  fc.constantFrom(
    "in last 48h",
    "of that product",
    "since entry",
    "for 7d",
    "48m",
    "1h30",
    "18:00",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);

const characterMutation: fc.Arbitrary<Mutation> = fc
  .tuple(
    fc.constantFrom("delete", "insert", "swap", "double", "truncate"),
    share,
    fc.nat({ max: 8 }),
    inserted,
  )
  .map(([kind, where, length, more]) => (text) => {
    const at = Math.floor(where * text.length);
    const [head, part, tail] = [
      text.slice(0, at),
      text.slice(at, at + length),
      text.slice(at + length),
    ];
    switch (kind) {
      case "delete":
        return head + tail;
      case "insert":
        return head + more + part + tail;
      case "swap":
        return head + tail.slice(0, length) + part + tail.slice(length);
      case "double":
        return head + part + part + tail;
      default:
        return head;
    }
  });

const tokenMutation: fc.Arbitrary<Mutation> = fc
  .tuple(fc.constantFrom("delete", "insert", "swap", "double", "move"), share, share, inserted)
  .map(([kind, where, elsewhere, more]) => (text) => {
    const { tokens } = tokensOf(text);
    const words = tokens.map(({ start, end }) => text.slice(start, end));
    const [at, other] = [where, elsewhere].map((each) => Math.floor(each * (words.length - 1)));
    const [word = "", away = ""] = [words[at!], words[other!]];
    if (kind === "delete") words.splice(at!, 1);
    else if (kind === "insert") words.splice(at!, 0, more);
    else if (kind === "double") words.splice(at!, 0, word);
    else if (kind === "swap") [words[at!], words[other!]] = [away, word];
    else words.splice(other!, 0, ...words.splice(at!, 3));
    return words.join(" ");
  });

const splice: fc.Arbitrary<Mutation> = fc.tuple(file, share, share).map(
  ([other, where, from]) =>
    (text) =>
      text.slice(0, where * text.length) + other.slice(from * other.length),
);

const mutant = fc
  .tuple(
    file,
    fc.array(fc.oneof(characterMutation, tokenMutation, splice), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, mutations]) => mutations.reduce((bent, mutate) => mutate(bent), text));

/** How often the reader looks at a token while `read` runs. */
function looksOf(read: () => void): number {
  const peek = Reflect.get(Cursor.prototype, "peek") as (ahead?: number) => Token;
  let looks = 0;
  Cursor.prototype.peek = function (ahead) {
    looks += 1;
    return peek.call(this, ahead);
  };
  try {
    read();
  } finally {
    Cursor.prototype.peek = peek;
  }
  return looks;
}

function expectReadable(text: string): void {
  const source = { path: "rules/bent.segment", text };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  for (const { code, message, span } of findings) {
    expect(Object.keys(RULE_HELP)).toContain(code);
    expect(message).not.toBe("");
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  const formatted = formatRules(source, defaultVocabulary);
  if (findings.some((each) => each.severity === "error")) {
    expect(formatted).toEqual({ findings });
    return;
  }
  if (!("text" in formatted)) throw new Error("a file without errors was left alone");
  const again = { ...source, text: formatted.text };
  expect(formatRules(again, defaultVocabulary)).toEqual(formatted);
  const printed = parseRules(again, defaultVocabulary).segments.map(printSegment);
  expect(printed).toEqual(segments.map(printSegment));
}

test("no bent rule file makes the reader throw or lose its way, and every mistake has its place", () => {
  fc.assert(fc.property(mutant, expectReadable), { numRuns: cases });
}, 3_600_000);

test("no bent vocabulary does either", () => {
  const bent = mutant.map((text) => text.replace(/segment|when|then/g, "vocabulary"));
  fc.assert(
    fc.property(bent, (text) => {
      const { findings } = parseVocabulary({ path: "own.vocabulary", text }, defaultVocabulary);
      for (const { span } of findings) expect(span.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: Math.ceil(cases / 5) },
  );
}, 3_600_000);

test("whatever the text, the reader looks at each token a few times only", () => {
  const read = (text: string): number =>
    looksOf(() => parseRules({ path: "a.segment", text }, defaultVocabulary));
  fc.assert(
    fc.property(mutant, fc.integer({ min: 1, max: 20 }), (text, times) => {
      const long = `${text}\n`.repeat(times);
      expect(read(long)).toBeLessThan(LOOKS_PER_TOKEN * (tokensOf(long).tokens.length + 1));
    }),
    { numRuns: Math.ceil(cases / 5) },
  );
}, 3_600_000);

test.each([
  "(",
  "not ",
  "a and ",
  "; ",
  "then ",
  "in segment ",
  "until ",
  "no ",
  "adds then ",
  "when (",
  "where (",
  "1h ",
  "relax when ",
  "after 1h unless ",
  "vocabulary ",
  "segment ",
  "use ",
  "metric a = ",
  "with a = ",
  "sum of ",
  "18:00 .. ",
  "in last ",
  "of the same ",
  "price = 3 and ",
  "x in (1, ",
  "send ",
  "“",
  "# x\n",
  ")",
])("a long row of %j is read in one go", (part) => {
  for (const head of ["", "segment a when ", "segment a when adds where ", "vocabulary "]) {
    const text = head + part.repeat(3000);
    const looks = looksOf(() => parseRules({ path: "a.segment", text }, defaultVocabulary));
    expect(looks).toBeLessThan(LOOKS_PER_TOKEN * (tokensOf(text).tokens.length + 1));
  }
});
