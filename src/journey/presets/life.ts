import { assumed, cited } from "./figure.ts";

const PEW = ["Pew Research Center", 2018] as const;

/** How often people come, how they leave, travel and what they own. "US general retail". */
export const LIFE = {
  missionsPerWeek: assumed(
    0.18,
    "per week",
    "mean over all people; with what follows, a refit gives CDNOW's",
  ),
  missionRateShape: assumed(0.6, "shape of a Gamma", "most people come rarely, few often"),
  kindLoyalty: assumed(
    0.83,
    "share",
    "missions of the person's own kind; the rest as the mix has it",
  ),
  churnAlpha: assumed(
    1.3,
    "a of a Beta, after an order",
    "form: Fader, Hardie and Lee 2005; a refit on what people do gives CDNOW's .246",
  ),
  churnBeta: assumed(
    2.05,
    "b of a Beta, after an order",
    "CDNOW's .793 and 2.426 hold from the second order on: a refit cannot see who is lost after the first",
  ),
  echoShare: assumed(
    0.3,
    "visits that a visit or click entails",
    "form: Xu, Duan and Whinston 2014",
  ),
  echoMeanD: assumed(2, "days", "decay of the hazard after a visit or click"),
  tripsPerYear: assumed(3, "per year", "trips to another time zone"),
  tripMedianD: assumed(4, "days", "length of a trip"),
  tripSigma: assumed(0.6, "sigma of a log-normal", "length of a trip"),
  ownPhone: assumed(0.97, "share of people", "a phone is nearly universal"),
  ownDesktop: assumed(0.62, "share of people", "a computer at hand for shopping"),
  ownTablet: assumed(0.2, "share of people", "a tablet at hand for shopping"),
  eveningPhoneOdds: assumed(1.4, "ratio of odds", "phones are used more from 19 to 22 local"),
  sameDevice: assumed(
    0.3,
    "share of visits",
    "a visit on the device of the last one of its mission",
  ),
  knownDevice: assumed(0.6, "share of devices", "the shop knows whose it is before the run"),
  signsIn: assumed(0.08, "share of visits on unknown devices", "the person signs in"),
  sharedDevice: assumed(0.05, "share of people", "somebody else shops on their main device"),
  strangerPerWeek: assumed(0.35, "visits per week", "of somebody else on a shared device"),
  urban: cited(0.31, "share of people", PEW),
  suburban: cited(0.55, "share of people", PEW),
  rural: cited(0.14, "share of people", PEW),
  earlierOrders: assumed(1.2, "orders", "mean number of orders before the run"),
} as const;
