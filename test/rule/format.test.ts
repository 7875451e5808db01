import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatRules } from "../../src/rule/format.ts";
import { tokensOf } from "../../src/rule/lexer.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { segment, withoutSpans } from "./arbitraries.ts";

const PATH = "rules/a-rule.segment";

function format(text: string): string {
  const formatted = formatRules({ path: PATH, text }, defaultVocabulary);
  if ("text" in formatted) return formatted.text;
  throw new Error(formatted.findings.map((each) => each.message).join("\n"));
}

/** What a file says, wherever it says it. */
function meaningOf(text: string): unknown {
  const { segments, vocabulary, findings } = parseRules({ path: PATH, text }, defaultVocabulary);
  expect(findings.filter((each) => each.severity === "error")).toEqual([]);
  return [withoutSpans(segments), vocabulary];
}

function commentsOf(text: string): readonly string[] {
  return tokensOf(text).comments.map(({ start, end }) => text.slice(start, end).trimEnd());
}

const WRITTEN = `# About the file.

#About the vocabulary.
vocabulary: # words
  # songs
  event "NextSong" from session-log with level text , length number   # of the feed
  metric songs="NextSong" or starting with 'Order '
  part lunch = from 11:30 to 13:30
  use klaviyo; attribute shoe_size number
  # device kiosk

# About a.
segment a    # its name
  # who
  when device == MOBILE   # mobile only
  # at which time
  and (local time 18:00–21:00 # inside
    # inside too
    or vip = true) # or anybody important
    and cart_views between 2 # at least
     and 5 in last 2d # at most
  # and plan = "gold"
cool-off 3d # the pause
# what ends it
until session ends
then send email: "A" # the subject
with
 code = 1, # one
 # about two
 image = cart_items   # two
   # urgency = "24h"
after 1d unless converted # nothing bought
  send email "B" with code = 2
# About b.


# More about b.
segment b when vip = true
  # and nothing else
# The end.

# Really.`;

const PRINTED = `# About the file.

#About the vocabulary.
vocabulary # words
  # songs
  event "NextSong" from session-log with level text, length number # of the feed
  metric songs = "NextSong" or starting with "Order "
  part lunch = 11:30..13:30
  use klaviyo
  attribute shoe_size number
  # device kiosk

# About a.
segment a # its name
# who
when device = mobile # mobile only
  # at which time
  # inside
  # inside too
  and (local time 18:00..21:00 or vip = true) # or anybody important
  and cart_views >= 2 in last 48h
  # at least
  and cart_views <= 5 in last 48h # at most
  # and plan = "gold"
# what ends it
until session ended
then send email "A" # the subject
  with code = 1 # one
       # about two
       image = cart_items # two
  # urgency = "24h"
after 24h unless orders >= 1 since send send email "B" # nothing bought
  with code = 2
cool off 72h # the pause

# About b.

# More about b.
segment b
when vip = true
  # and nothing else
# The end.

# Really.
`;

test("a file is printed canonically, every comment where it stood", () => {
  expect(format(WRITTEN)).toBe(PRINTED);
});

test("a file with errors is left alone, and its findings are returned", () => {
  const source = { path: PATH, text: "segment a when vip = 3 # why not" };
  const { findings } = parseRules(source, defaultVocabulary);
  expect(formatRules(source, defaultVocabulary)).toEqual({ findings });
  expect(formatRules({ path: PATH, text: "# nothing" }, defaultVocabulary)).toHaveProperty(
    "findings",
  );
});

test("a warning keeps no file from being printed", () => {
  expect(format("segment a when adds where gift = true >= 1 ever")).toContain("gift = true");
});

test("windows line ends, tabs and a mark at the beginning of the file leave no trace", () => {
  expect(format("\ufeffsegment a # x\r\n\twhen vip = true\r\n\r\n# y\r\n")).toBe(
    "segment a # x\nwhen vip = true\n\n# y\n",
  );
});

test("a file of words only is a rule file too", () => {
  expect(format("vocabulary device kiosk # at the shop\n")).toBe(
    "vocabulary\n  device kiosk # at the shop\n",
  );
});

const SHIPPED = new URL("../../scenarios/", import.meta.url);
const FILES = readdirSync(SHIPPED, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".segment"),
);

test("shipped rules keep their comments and meaning, and stay as they are once printed", () => {
  expect(FILES.length).toBeGreaterThan(5);
  for (const name of FILES) {
    const text = readFileSync(new URL(name, SHIPPED), "utf8");
    const read = formatRules({ path: PATH, text }, defaultVocabulary);
    if (!("text" in read)) continue; // It needs words of its scenario's own.
    expect(commentsOf(read.text)).toEqual(commentsOf(text));
    expect(meaningOf(read.text)).toEqual(meaningOf(text));
    expect(format(read.text)).toBe(read.text);
  }
});

const VOCABULARY = `vocabulary
  event "NextSong" from email with level text
  metric songs = "NextSong" where level = "paid"
  part lunch = 11:30..13:30
  metric lunch_songs = starting with "Next" from email where (level = "paid" and local time in lunch)
  attribute shoe_size number
  score likes_shoes
  thing song = "over"
  device kiosk
  use klaviyo
  session gap 20min
`;

/** Something between two tokens that means nothing: a comment at the end of the line, on a line of its own, or further in. */
const blank = fc.constantFrom(
  " ",
  "",
  " ",
  "\n",
  "\n\n  ",
  " #%\n",
  "\n#%\n",
  "\n    # % \n\n",
  "\n\n#%\n#%\n",
);

function scatter(text: string, blanks: readonly string[]): string {
  let number = 0;
  let turn = 0;
  let result = "";
  let from = 0;
  for (const { start, end, kind } of tokensOf(text).tokens) {
    const filler = blanks[turn++ % blanks.length]!.replaceAll("%", () => `${number++}`);
    result += `${text.slice(from, start)}${filler}${text.slice(start, end)}`;
    from = kind === "end" ? text.length : end;
  }
  return result;
}

test("comments anywhere are kept in their order, the meaning stays, and twice is once", () => {
  fc.assert(
    fc.property(
      fc.array(segment, { minLength: 1, maxLength: 2 }),
      fc.boolean(),
      fc.array(blank, { minLength: 1, maxLength: 40 }),
      (segments, hasVocabulary, blanks) => {
        const text = [...(hasVocabulary ? [VOCABULARY] : []), ...segments.map(printSegment)].join(
          "\n",
        );
        const written = scatter(text, blanks);
        const formatted = format(written);
        expect(commentsOf(formatted)).toEqual(commentsOf(written));
        expect(meaningOf(formatted)).toEqual(meaningOf(text));
        expect(format(formatted)).toBe(formatted);
        expect(format(text)).toBe(text);
        if (commentsOf(written).length === 0) expect(formatted).toBe(text);
      },
    ),
    { numRuns: 300 },
  );
});

test("comments go with their clauses, in whatever order these were written", () => {
  fc.assert(
    fc.property(segment, fc.infiniteStream(fc.nat()), (given, order) => {
      const [head = "", ...clauses] = printSegment(given)
        .trimEnd()
        .split(/\n(?=\S)/);
      const marked = clauses.map((clause, index) => `# before ${index}\n${clause} # at ${index}`);
      const keys = new Map(marked.map((each) => [each, order.next().value as number]));
      const turned = marked.toSorted((a, b) => keys.get(a)! - keys.get(b)!);
      // Several follow-ups and several caps keep their order among themselves.
      for (const repeating of [/^# before .*\nafter/, /^# before .*\nat most/]) {
        const ordered = marked.filter((each) => repeating.test(each));
        for (const [index, each] of turned.entries())
          if (repeating.test(each)) turned[index] = ordered.shift()!;
      }
      expect(format([head, ...turned].join("\n"))).toBe(`${[head, ...marked].join("\n")}\n`);
    }),
  );
});
