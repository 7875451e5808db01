import { ANSWER } from "./answer.ts";
import { assumed, cited } from "./figure.ts";
import { LIFE } from "./life.ts";
import { MAIL } from "./mail.ts";
import type { Preset } from "./preset.ts";
import { READY_MADE } from "./ready-made.ts";
import { SITE } from "./site.ts";

/** "US general retail": the defaults, each with its unit, source and year. */
export const usGeneralRetail: Preset = {
  title: "US general retail",
  zones: cited(
    {
      "America/New_York": 0.476,
      "America/Chicago": 0.291,
      "America/Denver": 0.067,
      "America/Los_Angeles": 0.166,
    },
    "share of people",
    ["US Census via MetricMaps", 2015],
  ),
  destinations: assumed(
    {
      "America/New_York": 0.3,
      "America/Chicago": 0.15,
      "America/Denver": 0.15,
      "America/Los_Angeles": 0.3,
      "Europe/London": 0.1,
    },
    "share of trips",
    "where people travel, unless they live there",
  ),
  devices: cited({ mobile: 0.7, desktop: 0.27, tablet: 0.03 }, "share of visits", [
    "Contentsquare, Q4 2022; eMarketer, Q4 2021",
    2022,
  ]),
  appleMail: assumed(0.24, "share of people", "Litmus 2021 and 2022 give only the product, .19"),
  missions: assumed(
    {
      browser: 0.215,
      researcher: 0.28,
      cart_abandoner: 0.09,
      serial_abandoner: 0.055,
      bargain_hunter: 0.05,
      loyal: 0.27,
      lapsed: 0.04,
    },
    "share of missions",
    "set so that visits are as published",
  ),
  missionTypes: READY_MADE,
  mailings: assumed(
    { newsletter: { perWeek: 2, at: 10 * 3_600_000 } },
    "a week, at the local time of day",
    "the mail that people get anyway",
  ),
  consent: assumed(0.6, "share of people", "may be written to; revocable"),
  hours: cited(
    [
      0.5, 0.32, 0.25, 0.2, 0.2, 0.24, 0.36, 0.55, 0.74, 0.86, 0.95, 1, 1.05, 1.05, 1.06, 1.12,
      1.18, 1.25, 1.4, 1.6, 1.78, 1.68, 1.2, 0.78,
    ],
    "weight of the hour on the wall: trough 03 to 05, peak 20 to 21",
    ["read off SaleCycle 2020 and 2021 and Monetate 2016", 2021],
  ),
  weekdays: cited(
    [0.153, 0.146, 0.14, 0.14, 0.133, 0.14, 0.148],
    "share of visits, Monday first; days not given share the rest",
    ["Workarea", 2018],
  ),
  categories: assumed(
    ["shoes", "dresses", "jackets", "bags", "lamps", "kitchen", "garden", "toys"],
    "categories",
    "a shop for everything",
  ),
  numbers: { ...LIFE, ...SITE, ...MAIL, ...ANSWER },
};
