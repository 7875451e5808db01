import type { CodeHelp } from "./code-help.ts";

/** Codes about names that the vocabulary does not know, or may not take. */
export const NAME_HELP = {
  UNKNOWN_NAME: {
    meaning:
      "The word is neither a metric nor an attribute of the vocabulary. The nearest known word is suggested; your own are declared in a vocabulary block.",
    example: 'segment a\nwhen plann = "gold"',
  },
  UNKNOWN_METRIC: {
    meaning:
      'Something is counted that the vocabulary does not know. Declare it in a vocabulary block, `metric songs = "NextSong"`, or count the event itself, `event "NextSong"`.',
    example: "segment a\nwhen cart_vews >= 2 in last 48h",
  },
  UNKNOWN_EVENT: {
    meaning:
      'No event of this name is declared. Names are taken exactly, capitals included; declare your own in a vocabulary block, `event "NextSong"`.',
    example: 'segment a\nwhen event "Cart Veiwed" >= 1 in last 48h',
  },
  UNKNOWN_ATTRIBUTE: {
    meaning:
      "Profiles have no attribute of this name. Declare your own in a vocabulary block, `attribute shoe_size number`.",
    example: 'segment a\nwhen profile.loyalty_teir = "gold"',
  },
  UNKNOWN_PROPERTY: {
    meaning:
      'The event\'s definition lists no such property. It is an error where a known name is so near that it is surely meant, otherwise a warning, for feeds do carry properties of their own; `event "Product Viewed" with shade text` in a vocabulary block declares one.',
    example: 'segment a\nwhen product_views where categry = "skincare" >= 3 in last 48h',
  },
  UNKNOWN_PART: {
    meaning:
      "No part of the day has this name. Write a range, `local time 18:00..21:00`, or declare it in a vocabulary block, `part lunch = 11:30..13:30`.",
    example: "segment a\nwhen local time in evning",
  },
  UNKNOWN_DAY: {
    meaning: "Days are monday to sunday, weekdays and weekend.",
    example: "segment a\nwhen local day in (saturday, sonday)",
  },
  UNKNOWN_SESSION_FIELD: {
    meaning:
      "After `session` stands depth, duration, clicks, referrer or campaign and a test, or `ended`.",
    example: "segment a\nwhen session lenght >= 3",
  },
  UNKNOWN_PLACE: {
    meaning: "After `location.` stands country, region, city, area or zone.",
    example: 'segment a\nwhen location.county = "US"',
  },
  UNKNOWN_ZONE: {
    meaning:
      "No time zone has this name. Zones have names such as Europe/Berlin, not offsets or abbreviations.",
    example: 'segment a\nwhen location.zone = "Europe/Berln"',
  },
  UNKNOWN_DEVICE: {
    meaning: "The vocabulary knows no such device. By default they are mobile, desktop and tablet.",
    example: "segment a\nwhen device = mobil",
  },
  UNKNOWN_AREA: {
    meaning:
      "The vocabulary knows no such kind of area. By default they are urban, suburban and rural.",
    example: "segment a\nwhen location.area = urbn",
  },
  UNKNOWN_THING: {
    meaning:
      "The vocabulary does not say which property tells such things apart. Declare it in a vocabulary block, `thing song = song_id`.",
    example: "segment a\nwhen product_views >= 2 of the same prodct in last 48h",
  },
  UNKNOWN_VALUE: {
    meaning:
      "A send's value is a text in quotes, a number, true, false, cart_items, viewed_items or an attribute of the profile. This word is none of them.",
    example:
      'segment a\nwhen orders >= 1 in last 7d\nthen send email "Hello"\n  with image = cart_itms',
  },
  UNKNOWN_TYPE: {
    meaning: "A value is of type text, number, boolean, instant or list.",
    example: "vocabulary\n  attribute shoe_size numbr\nsegment a\nwhen vip = true",
  },
  UNKNOWN_FEED: {
    meaning: "An event comes by session-log, crm, email or history.",
    example: 'vocabulary\n  event "NextSong" from emial\nsegment a\nwhen vip = true',
  },
  UNKNOWN_PRESET: {
    meaning: "There are three sets of ready-made words: segment, klaviyo and hubspot.",
    example: "vocabulary\n  use klavyo\nsegment a\nwhen vip = true",
  },
  RESERVED_NAME: {
    meaning:
      "The word belongs to the language itself, so it cannot be a name here. Choose another.",
    example: 'vocabulary\n  metric device = "Device Used"\nsegment a\nwhen vip = true',
  },
} as const satisfies Record<string, CodeHelp>;
