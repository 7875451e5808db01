import { assumed, cited } from "./figure.ts";

const HALFAKER = ["Halfaker et al., WWW", 2015] as const;
const EMARKETER = ["eMarketer, Q4 2021", 2021] as const;
const LIU = ["Liu, White and Dumais, SIGIR", 2010] as const;
const CONTENTSQUARE = ["Contentsquare", 2022] as const;

/** What visits are made of. "US general retail". */
export const SITE = {
  stepGapMedianS: cited(40, "seconds", HALFAKER),
  stepGapSigma: cited(1.1, "sigma of a log-normal", HALFAKER),
  dwellShape: cited(0.8, "shape of a Weibull, below 1", LIU),
  dwellScaleS: assumed(
    45,
    "seconds, scale of a Weibull",
    "a page is looked at until the next at most",
  ),
  scrollA: cited(2, "a of a Beta; with b a mean of .54", CONTENTSQUARE),
  scrollB: cited(1.7, "b of a Beta; with a a mean of .54", CONTENTSQUARE),
  scrollDwell: assumed(
    0.64,
    "correlation of normal scores",
    "gives a rank correlation with dwell of .5",
  ),
  secondProduct: assumed(0.35, "share of visits that add", "a second product follows the first"),
  looksAgain: assumed(
    0.5,
    "share of visits that open the cart",
    "back to the product and to the cart",
  ),
  leavesCheckout: assumed(
    0.2,
    "share of those who want and do not buy",
    "start the checkout and leave",
  ),
  buysOnDesktop: cited(1.65, "times as often as on a phone: 3.8 % to 2.3 % of visits", EMARKETER),
  buysOnTablet: cited(1.39, "times as often as on a phone: 3.2 % to 2.3 % of visits", EMARKETER),
  form: assumed(0.012, "share of visits", "the sign-up form for the newsletter is sent"),
  pagesBeforeOrder: cited(12, "more pages in a visit that orders: 22 in all", CONTENTSQUARE),
  priceMedian: assumed(
    19,
    "dollars",
    "orders of one to three products come to CDNOW's median of 25.98",
  ),
  priceSigma: assumed(0.6, "sigma of a log-normal", "orders come to CDNOW's sigma of .73"),
  priceLoyalty: assumed(
    0.7,
    "correlation of normal scores, of a person's purse with a price",
    "the orders of one person come to CDNOW's correlation",
  ),
} as const;
