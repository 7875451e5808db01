import { assumed, cited } from "./figure.ts";
import type { Preset } from "./preset.ts";
import { usGeneralRetail } from "./us-general-retail.ts";

const OFFICE = "people shop for their firm in office hours";

/** "B2B": what differs from US general retail. */
export const b2b: Preset = {
  ...usGeneralRetail,
  title: "B2B",
  devices: assumed({ mobile: 0.25, desktop: 0.72, tablet: 0.03 }, "share of visits", OFFICE),
  appleMail: assumed(0.12, "share of people", "mail is read in Outlook"),
  missions: assumed(
    {
      browser: 0.4,
      researcher: 0.38,
      cart_abandoner: 0.08,
      serial_abandoner: 0.02,
      bargain_hunter: 0.03,
      loyal: 0.07,
      lapsed: 0.02,
    },
    "share of missions",
    "more is compared and less is bought on impulse",
  ),
  mailings: assumed(
    { newsletter: { perWeek: 1, at: 9 * 3_600_000 } },
    "a week, at the local time of day",
    "the mail that people get anyway",
  ),
  hours: assumed(
    [
      0.08, 0.06, 0.05, 0.05, 0.06, 0.1, 0.25, 0.7, 1.5, 2.1, 2.3, 2.2, 1.7, 2.0, 2.2, 2.1, 1.8,
      1.2, 0.7, 0.5, 0.45, 0.4, 0.3, 0.16,
    ],
    "weight of the hour on the wall",
    OFFICE,
  ),
  weekdays: assumed(
    [0.19, 0.2, 0.195, 0.19, 0.155, 0.035, 0.035],
    "share of visits, Monday first",
    OFFICE,
  ),
  categories: assumed(
    ["chairs", "desks", "paper", "printers", "cables", "lamps"],
    "categories",
    OFFICE,
  ),
  numbers: {
    ...usGeneralRetail.numbers,
    ownDesktop: assumed(0.97, "share of people", OFFICE),
    eveningPhoneOdds: assumed(
      2,
      "ratio of odds",
      "what little is done at night is done on a phone",
    ),
    scannedMailbox: assumed(0.1, "share of mailboxes, all links clicked", "firms scan their mail"),
    scansLetter: cited(0.032, "share of letters to such a mailbox: 10 to 30 % of clicks", [
      "Live Direct Marketing guide",
    ]),
    sharedDevice: assumed(0.01, "share of people", "a device of the firm has one user"),
    priceMedian: assumed(180, "dollars", "orders of a firm are larger"),
  },
};
