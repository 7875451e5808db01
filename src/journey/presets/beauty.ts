import { assumed } from "./figure.ts";
import type { Preset } from "./preset.ts";
import { usGeneralRetail } from "./us-general-retail.ts";

const ARTICLE =
  "the article's beauty retailer: mobile, evening, urban United States; no figures given";

/** "Beauty retail", as in the article: what differs from US general retail. */
export const beauty: Preset = {
  ...usGeneralRetail,
  title: "beauty retail",
  devices: assumed({ mobile: 0.8, desktop: 0.17, tablet: 0.03 }, "share of visits", ARTICLE),
  appleMail: assumed(
    0.4,
    "share of people",
    "US iPhone owners; the split of Litmus' product is assumed",
  ),
  categories: assumed(
    ["skincare", "make-up", "hair", "fragrance", "nails", "bath"],
    "categories",
    "the article names the skincare set",
  ),
  missions: assumed(
    {
      browser: 0.36,
      researcher: 0.22,
      cart_abandoner: 0.14,
      serial_abandoner: 0.08,
      bargain_hunter: 0.06,
      loyal: 0.11,
      lapsed: 0.03,
    },
    "share of missions",
    "things that are used up are bought again",
  ),
  numbers: {
    ...usGeneralRetail.numbers,
    missionsPerWeek: assumed(0.45, "per week", "things that are used up are bought again"),
    eveningPhoneOdds: assumed(1.7, "ratio of odds", ARTICLE),
    urban: assumed(0.45, "share of people", ARTICLE),
    suburban: assumed(0.45, "share of people", ARTICLE),
    rural: assumed(0.1, "share of people", ARTICLE),
    priceMedian: assumed(32, "dollars", "a set for the skin"),
  },
};
