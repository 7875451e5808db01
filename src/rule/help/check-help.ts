import type { CodeHelp } from "./code-help.ts";

/** Codes about rules that parse, but can be told to be wrong or odd without running them. */
export const CHECK_HELP = {
  DUPLICATE_SEGMENT: {
    meaning: "Two segments have one name, so no report could tell them apart. Rename one.",
    example: "segment a\nwhen orders >= 1 in last 7d\nsegment a\nwhen opens >= 1 in last 7d",
  },
  UNKNOWN_SEGMENT: {
    meaning:
      "A rule asks for a segment that is not among the rules that are checked or run together. The nearest name is suggested; a file that holds it must be named too.",
    example:
      "segment a\nwhen in segment mobile_evning and orders >= 1 in last 7d\nsegment mobile_evening\nwhen device = mobile",
  },
  SEGMENT_CIRCLE: {
    meaning:
      "Segments ask for each other in a circle, or one asks for itself, so none of them could be decided first. Take one of the references out, or move what they share into a segment of its own.",
    example: "segment a\nwhen in segment b\nsegment b\nwhen not in segment a",
  },
  SAME_SEGMENT: {
    meaning:
      "Two segments have the same members, whatever happens: their conditions come to the same. Keep one, or change what was meant to differ.",
    example: "segment a\nwhen orders >= 1 in last 7d\nsegment b\nwhen last orders within 7d",
  },
  SHADOWED: {
    meaning:
      "Every member of this segment is also a member of another one that goes first, so wherever both would send, only the other does. Give the narrower segment the higher priority.",
    example:
      'segment a\nwhen orders >= 1 in last 7d\nthen send email "Thanks"\nsegment b\nwhen orders >= 3 in last 7d and vip = true\nthen send email "Many thanks"',
  },
  NEVER_HOLDS: {
    meaning:
      "The condition can never hold: a count below zero, a stretch of the day without length, a wait that is longer than its window, a session of more than a day.",
    example: "segment a\nwhen local time 18:00..18:00 and opens >= 1 in last 7d",
  },
  ALWAYS_HOLDS: {
    meaning:
      "The condition holds for everybody at all times, such as a count of at least zero, so it says nothing. Leave it out.",
    example: "segment a\nwhen cart_views >= 0 in last 48h and opens >= 1 in last 7d",
  },
  CONTRADICTION: {
    meaning:
      "Conditions that would have to hold together exclude each other, so nobody can ever satisfy them: two devices at once, more events in a short window than a longer one may hold. In an `or`, only that branch is lost.",
    example: "segment a\nwhen device = mobile and device = desktop",
  },
  IMPLIED: {
    meaning:
      "The condition follows from what stands beside it, so the rule is the same without it. Leave it out, or look whether another number was meant.",
    example: "segment a\nwhen orders >= 2 in last 7d and orders >= 1 in last 30d",
  },
  SWALLOWED: {
    meaning:
      "Wherever this branch of an `or` holds, another branch holds as well, so the rule is the same without it. Leave it out, or look whether `and` was meant.",
    example: "segment a\nwhen orders >= 1 in last 7d or orders >= 2 in last 7d",
  },
  ENDS_AT_ONCE: {
    meaning:
      "What `until` asks already holds when a membership would begin, so nobody is ever a member. Count what happens afterwards with `since entry`.",
    example: "segment a\nwhen orders >= 1 in last 7d\nuntil orders >= 1 in last 30d",
  },
  NEVER_ENDS: {
    meaning:
      "No member can ever satisfy what `until` asks, so it ends nothing: a membership that fails its own `when` is over anyway. Leave it out.",
    example: "segment a\nwhen device = mobile\nuntil device = desktop",
  },
  NEVER_SENDS: {
    meaning:
      "Nothing can ever be sent: the gate is closed, quiet hours hold or consent is withdrawn whenever somebody is a member, or what goes before always uses up what is allowed. For a follow-up: its `unless` always holds, or another one goes first.",
    example:
      'segment a\nwhen local time in morning and orders >= 1 in last 7d\nthen send email "Thanks"\nsend within evening',
  },
  WITHOUT_EFFECT: {
    meaning:
      "The clause changes nothing: a relaxation that lets in nobody else, a cap that the cool-off never lets the rule reach, a gate that is open whenever somebody is a member, a holdout of 0%. Leave it out, or look whether another number was meant.",
    example:
      'segment a\nwhen orders >= 1 in last 7d\nthen send email "Thanks"\ncool off 72h\nat most 5 sends per 7d',
  },
  UNRESOLVED_VALUE: {
    meaning:
      "A value of the send can never be found: the vocabulary has no event that would fill it, or no member can have it. Bind it to something else, or write it out.",
    example:
      'segment a\nwhen plan is missing and orders >= 1 in last 7d\nthen send email "Thanks"\n  with plan = plan',
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
  DOUBLE_NEGATION: {
    meaning: "`not not` says nothing: the two negations undo each other. Leave out both.",
    example: "segment a\nwhen not not vip = true",
  },
  FLICKERS: {
    meaning:
      "A membership ends and begins anew every day, only because the time of day is one of its conditions; everything else would last. If just the mail must keep to those hours, a gate does that, `send within 18:00..21:00`, and the membership lasts.",
    example:
      'segment a\nwhen cart_views >= 2 in last 48h and local time in evening\nthen send email "Your cart"',
  },
  TIME_OF_EVENTS: {
    meaning:
      "`where local time …` asks at what local time the events happened, not what time it is now: the mail may go out at any hour. For the mail there is the gate, `send within evening`.",
    example:
      'segment a\nwhen cart_views where local time in evening >= 2 in last 48h\nthen send email "Your cart"',
  },
  DAILY_SENDS: {
    meaning:
      "The gate opens every day, and each time it does all who are still members are candidates again; without a cool-off longer than a day, or a cap, they are sent the same mail every day.",
    example:
      'segment a\nwhen cart_views >= 2 in last 7d\nthen send email "Your cart"\nsend within evening',
  },
  NO_ZONE_SOURCE: {
    meaning:
      "The rule reads the clock on the profile's wall, and nothing says in which zone a profile is: every one is taken to be in the default zone. Name a zone's column or a default zone.",
    example: "segment a\nwhen local time in evening and orders >= 1 in last 7d",
  },
  OUT_OF_REACH: {
    meaning:
      "So many events in so short a window are more than one each second, which no person does. Look whether another number or window was meant.",
    example: "segment a\nwhen cart_views >= 1000 in last 10min",
  },
  SCORE_RANGE: {
    meaning:
      "A score lies between 0 and 1, so it is compared with a number from there: 0.85, not 85.",
    example: "segment a\nwhen propensity > 85 and orders >= 1 in last 7d",
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
  MANY_VARIABLES: {
    meaning:
      "The rule compares ten things or more, properties after `where` included. The article warns of it: segments on 10 and more variables become too small to send to, and deliverability suffers.",
    example:
      'segment a\nwhen orders where (revenue > 50 and coupon = "X" and currency = "EUR" and total > 50) >= 1 in last 7d\n  and opens >= 1 in last 7d and clicks >= 1 in last 7d and device = mobile\n  and vip = true and plan = "gold" and tags contains "early access"',
  },
} as const satisfies Record<string, CodeHelp>;
