import type { CodeHelp } from "./code-help.ts";

/** Codes about the form of the text. */
export const SYNTAX_HELP = {
  UNCLOSED_TEXT: {
    meaning:
      "A quote opens a text that does not end on its line. Straight and curly quotes both work; close it before the end of the line.",
    example: 'segment a\nwhen plan = "gold\n  and orders >= 1 in last 7d',
  },
  UNEXPECTED_CHARACTER: {
    meaning:
      "A character that has no meaning in a rule. Write conditions with words; put other text in quotes.",
    example: "segment a\nwhen orders >= 1 in last 7d && vip = true",
  },
  UNEXPECTED: {
    meaning:
      "Something else was expected at this place; the message says what. Conditions are joined with `and` or `or`; a rule begins with `segment` and goes on with clauses such as `when` and `then`.",
    example: "segment a\nwhen orders >= 1 in last 7d vip = true",
  },
  TOO_DEEP: {
    meaning:
      "Parentheses and `not` may be nested 100 deep. No rule that a person can read comes near that.",
    example: `segment a\nwhen ${"not ".repeat(101)}vip = true`,
  },
  NO_SEGMENT: {
    meaning: "The file holds no segment. A rule begins with `segment`, its name, and `when`.",
    example: "# nothing here yet",
  },
  MISSING_WHEN: {
    meaning: "The segment does not say who is in it. Write `when` and a condition after its name.",
    example: 'segment a\nthen send email "Hello"',
  },
  REPEATED: {
    meaning:
      "Something that may stand once stands twice: a clause of a segment, a window of a count, a name in a send or in a vocabulary. Keep one.",
    example: "segment a\nwhen orders >= 1 in last 7d\ncool off 72h\ncool off 48h",
  },
  HELD_NOT: {
    meaning:
      '`for 7d` says how long a plain test has held, so it cannot follow one with `not` inside. Write what held, `plan != "gold" for 7d`, or put `not` in front of the whole, which asks for the opposite of having held that long.',
    example: 'segment a\nwhen plan not in ("gold", "silver") for 7d',
  },
} as const satisfies Record<string, CodeHelp>;
