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
    meaning: "Events are counted in whole numbers from 0 to 1000000.",
    example: "segment a\nwhen cart_views >= 2.5 in last 48h",
  },
  MISSING_WINDOW: {
    meaning:
      "A count looks back over a window. Write `in last 48h`, or `ever` for everything that is known of the profile.",
    example: "segment a\nwhen cart_views >= 2",
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
  BINDING_WITHOUT_COUNT: {
    meaning:
      "`of the same product` looks for one product among the events. At least one count with it must stand directly in that `and` and need an event, such as `product_views >= 2 of the same product in last 48h`.",
    example: "segment a\nwhen no adds of the same product in last 24h",
  },
} as const satisfies Record<string, CodeHelp>;
