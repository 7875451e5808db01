import type { CodeHelp } from "./code-help.ts";

/** Codes about rules that parse, but can be told to be wrong or odd without running them. */
export const CHECK_HELP = {
  DUPLICATE_SEGMENT: {
    meaning: "Two segments have one name, so no report could tell them apart. Rename one.",
    example: "segment a\nwhen orders >= 1 in last 7d\nsegment a\nwhen opens >= 1 in last 7d",
  },
  SAME_SEGMENT: {
    meaning: "Two segments have the same conditions, word for word, so they have the same members.",
    example: "segment a\nwhen orders >= 1 in last 7d\nsegment b\nwhen orders >= 1 in last 7d",
  },
  NEVER_HOLDS: {
    meaning:
      "The condition can never hold: a count below zero, or a stretch of the day without length.",
    example: "segment a\nwhen local time 18:00..18:00 and opens >= 1 in last 7d",
  },
  ALWAYS_HOLDS: {
    meaning: "The condition holds for everybody at all times, such as a count of at least zero.",
    example: "segment a\nwhen cart_views >= 0 in last 48h and opens >= 1 in last 7d",
  },
  CONTRADICTION: {
    meaning: "Two conditions of one `and` exclude each other, so nobody can ever satisfy both.",
    example: "segment a\nwhen device = mobile and device = desktop",
  },
  PURE_NEGATION: {
    meaning:
      "Nothing needs to have happened for this to hold, so every profile of which nothing is known is a member. Add what a member must have done.",
    example: "segment a\nwhen no opens in last 72h",
  },
  LITERAL_TIME_BOUND: {
    meaning:
      '`time <= "21:00"` is read literally: 21:00:00.000 is in, one millisecond later is out. A range, `local time 18:00..21:00`, ends exactly where it says and is what is mostly meant.',
    example: 'segment a\nwhen time >= "18:00" and time <= "21:00" and opens >= 1 in last 7d',
  },
  FEW_SIGNALS: {
    meaning:
      "The rule looks at fewer than three things. The article advises three to five: fewer seldom tell an intent from a habit.",
    example: "segment a\nwhen orders >= 1 in last 7d",
  },
  MANY_SIGNALS: {
    meaning:
      "The rule looks at more than five things. The article advises three to five: each further one makes the segment smaller and the rule harder to judge.",
    example:
      'segment a\nwhen orders >= 1 in last 7d and opens >= 1 in last 7d and clicks >= 1 in last 7d\n  and device = mobile and vip = true and location.country = "US"',
  },
} as const satisfies Record<string, CodeHelp>;
