import type { CodeHelp } from "./code-help.ts";

/** Codes about values: lengths, times, numbers, types, and what `of the same …` binds. */
export const VALUE_HELP = {
  UNKNOWN_UNIT: {
    meaning:
      "Lengths of time have the units ms, s, min, h, d and w, stuck to the number: 48h, 10min, 1h30min. `m` is refused, since it could be months.",
    example: "segment a\nwhen cart_views >= 2 in last 48m",
  },
  MISSING_UNIT: {
    meaning: "A length of time needs a unit: a bare 48 could be hours or minutes.",
    example: "segment a\nwhen cart_views >= 2 in last 48",
  },
  BAD_DURATION: {
    meaning:
      "A length of time is a whole number of milliseconds, more than none and at most 100 years.",
    example: "segment a\nwhen cart_views >= 2 in last 0h",
  },
  BAD_TIME: {
    meaning:
      "A time of day is written 18:00, 18:00:30 or 18:00:30.500, from 00:00; 24:00 may only end a range. There is no am and pm.",
    example: "segment a\nwhen local time 18:00..25:00",
  },
  BAD_NUMBER: {
    meaning: "Numbers are plain digits, perhaps with a point: 10000, not 10_000 or 10k.",
    example: "segment a\nwhen lifetime_value >= 10_000",
  },
  BAD_COUNT: {
    meaning: "Events are counted in whole numbers from 0 to 1000000, sends from 1.",
    example: "segment a\nwhen cart_views >= 2.5 in last 48h",
  },
  BAD_FIGURE: {
    meaning:
      "A sum, average, minimum or maximum is compared with a number of at most four digits after the point, from -10^12 to 10^12; values told apart with `distinct` are counted in whole numbers.",
    example: "segment a\nwhen sum of revenue over orders >= 99.99999 in last 30d",
  },
  BAD_CALENDAR: {
    meaning:
      "A calendar window has whole days, weeks or months, at least 1 and at most 100 years of them: `in last 3 calendar days`. Without the word `calendar` a length is elapsed time, `in last 3d`.",
    example: "segment a\nwhen cart_views >= 2 in last 0 calendar days",
  },
  BAD_PRIORITY: {
    meaning:
      "A priority is a whole number from -1000000 to 1000000; the higher goes first, and without one it is 0.",
    example: "segment a\nwhen orders >= 1 in last 7d\npriority 1.5",
  },
  BAD_SHARE: {
    meaning:
      "A share of profiles is written with a percent sign, `holdout 10%`, from 0% to 100%, with at most two digits after the point.",
    example: "segment a\nwhen orders >= 1 in last 7d\nholdout 0.1",
  },
  MISSING_WINDOW: {
    meaning:
      "Whoever counts looks back over a window. Write `in last 48h`, or `ever` for everything that is known of the profile.",
    example: "segment a\nwhen cart_views >= 2",
  },
  WRONG_WINDOW: {
    meaning:
      "The condition cannot be asked over this window. Counts take every window; figures all but `since`; sequences `in last` and `ever`; `entered` and `left` only `in last`; `first` and `last` say how long ago, `within 7d` or `more than 30d ago`.",
    example: "segment a\nwhen adds then orders within 1h in session",
  },
  SINCE_OUT_OF_PLACE: {
    meaning:
      "`since entry` counts from the beginning of a membership, so it stands only in `until`; `since send` counts from a send, so it stands only in the `unless` of what follows it.",
    example: "segment a\nwhen opens >= 1 since entry",
  },
  TYPE_MISMATCH: {
    meaning:
      "The value is of another type than what it is compared with, so the comparison could never hold. Texts and instants stand in quotes, numbers, true and false do not; lists are asked with `contains`.",
    example: 'segment a\nwhen lifetime_orders >= "3"',
  },
  THAT_WITHOUT_SAME: {
    meaning:
      "`of that product` refers to a product which `of the same product` has bound in the same `and` or one around it. Here none is bound.",
    example: "segment a\nwhen no adds of that product in last 24h",
  },
  BINDING_OUT_OF_PLACE: {
    meaning:
      "Only counts can be bound with `of the same …` and `of that …`, over `in last`, `ever` or a calendar window. Figures, sequences, `first` and `last`, and counts over other windows cannot.",
    example: "segment a\nwhen last orders of the same product within 7d",
  },
  BINDING_WITHOUT_COUNT: {
    meaning:
      "`of the same product` looks for one product among the events. At least one count with it must stand directly in that `and` and need an event, such as `product_views >= 2 of the same product in last 48h`.",
    example: "segment a\nwhen no adds of the same product in last 24h",
  },
} as const satisfies Record<string, CodeHelp>;
