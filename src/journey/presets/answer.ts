import { assumed, cited } from "./figure.ts";

const HILLSTROM = [
  "Hillstrom's randomised test, 64 000 customers: + 4.5 to + 7.7 points",
  2008,
] as const;

const HILLSTROM_ORDERS = [
  "Hillstrom's test, of people who bought within a year: + .31 and + .68 points of orders in two weeks",
  2008,
] as const;

/** How mail changes people: "assumed effects", wherever a report shows a difference. "US general retail". */
export const ANSWER = {
  visitNewsletter: cited(
    0.19,
    "extra visits per open; with clicks + 6 points of visits",
    HILLSTROM,
  ),
  visitMessage: assumed(0.15, "extra visits per open", "like a newsletter's"),
  visitDelayMedianH: assumed(20, "hours", "from opening to the extra visit"),
  visitDelaySigma: assumed(1.3, "sigma of a log-normal", "from opening to the extra visit"),
  promptRecent: cited(
    0.48,
    "share of the visits that mail causes, of recent buyers who want nothing, that begin a mission; gives + .5 points of orders",
    HILLSTROM_ORDERS,
  ),
  recentD: cited(365, "days since an order, of recent buyers", HILLSTROM_ORDERS),
  boostClick: assumed(
    0.25,
    "share of those who would not buy in that visit",
    "after a click on a message",
  ),
  boostMessage: assumed(
    0.04,
    "share of those who would not buy in a visit",
    "after opening a message",
  ),
  boostNewsletter: assumed(
    0.008,
    "share of those who would not buy in a visit",
    "after opening a newsletter",
  ),
  boostH: assumed(48, "hours", "decay of the effect; the article's offers are good for 24h"),
  eveningPhone: assumed(
    1.3,
    "times the effect",
    "of what is opened on a phone from 18 to 21 local",
  ),
  sleepingDog: assumed(0.06, "share of people", "mail makes them visit and buy less"),
  sleepingDogSize: assumed(0.35, "share", "by which mail lowers what sleeping dogs do"),
  discount: assumed(
    0.2,
    "share of the price",
    "the article's offer; whoever knows of a code uses it",
  ),
  discountH: assumed(24, "hours", "the article's offer is good for 24h"),
} as const;
