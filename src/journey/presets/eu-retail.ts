import { assumed, cited } from "./figure.ts";
import type { Preset } from "./preset.ts";
import { usGeneralRetail } from "./us-general-retail.ts";

const UNKNOWN = "nothing public; the shares of the larger countries";

/** "EU retail": what differs from US general retail. */
export const euRetail: Preset = {
  ...usGeneralRetail,
  title: "EU retail",
  zones: cited(
    {
      "Europe/Berlin": 0.272,
      "Europe/Paris": 0.223,
      "Europe/Rome": 0.193,
      "Europe/Madrid": 0.159,
      "Europe/Warsaw": 0.119,
      "Europe/Athens": 0.034,
    },
    "share of people; populations of DE, FR, IT, ES, PL and EL, scaled to 1",
    ["Eurostat, population on 1 January", 2024],
  ),
  destinations: assumed(
    {
      "Europe/London": 0.35,
      "Europe/Lisbon": 0.25,
      "Europe/Athens": 0.25,
      "America/New_York": 0.15,
    },
    "share of trips",
    UNKNOWN,
  ),
  appleMail: assumed(0.16, "share of people", "fewer iPhones than in the United States"),
  consent: assumed(
    0.45,
    "share of people",
    "opt-in is the law (GDPR and ePrivacy), so fewer may be mailed",
  ),
  mailings: assumed(
    { newsletter: { perWeek: 1, at: 10 * 3_600_000 } },
    "a week, at the local time of day",
    "the mail that people get anyway",
  ),
  numbers: {
    ...usGeneralRetail.numbers,
    urban: cited(0.39, "share of people: cities", ["Eurostat, degree of urbanisation", 2021]),
    suburban: cited(0.36, "share of people: towns and suburbs", [
      "Eurostat, degree of urbanisation",
      2021,
    ]),
    rural: cited(0.25, "share of people: rural areas", ["Eurostat, degree of urbanisation", 2021]),
  },
};
