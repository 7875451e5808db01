/** A number that people are made with, and where it comes from. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly year?: number;
  /** Whether nothing public supports the value: reports print the word. */
  readonly assumed?: true;
}

const assumed = (value: number, unit: string, why: string): Figure => ({
  value,
  unit,
  source: why,
  assumed: true,
});

/** The names of the numbers. */
export type NumberName = keyof typeof FIGURES;

const FIGURES = {
  missionsPerWeek: assumed(0.7, "per week", "of people whom a shop still writes to"),
  missionRateShape: assumed(0.6, "shape of a Gamma", "most people come rarely, few often"),
  kindLoyalty: assumed(
    0.5,
    "share",
    "missions of the person's own kind; the rest as the mix has it",
  ),
  visitGapMedianH: assumed(20, "hours", "from a visit to the next of its mission"),
  visitGapSigma: assumed(1.3, "sigma of a log-normal", "from a visit to the next of its mission"),
  stepGapMedianS: { value: 40, unit: "seconds", source: "Halfaker et al., WWW", year: 2015 },
  stepGapSigma: {
    value: 1.1,
    unit: "sigma of a log-normal",
    source: "Halfaker et al., WWW",
    year: 2015,
  },
  wishFadeMedianH: assumed(48, "hours", "from the last visit to the end of the wish"),
  wishFadeSigma: assumed(1, "sigma of a log-normal", "from the last visit to the end of the wish"),
  ownPhone: assumed(0.97, "share of people", "a phone is nearly universal"),
  ownDesktop: assumed(0.62, "share of people", "a computer at hand for shopping"),
  ownTablet: assumed(0.2, "share of people", "a tablet at hand for shopping"),
  eveningPhoneOdds: assumed(1.4, "ratio of odds", "phones are used more from 19 to 22 local"),
  urban: { value: 0.31, unit: "share of people", source: "Pew Research Center", year: 2018 },
  suburban: { value: 0.55, unit: "share of people", source: "Pew Research Center", year: 2018 },
  rural: { value: 0.14, unit: "share of people", source: "Pew Research Center", year: 2018 },
  earlierOrders: assumed(1.2, "orders", "mean number of orders before the run"),
  openNewsletter: {
    value: 0.25,
    unit: "share of delivered",
    source: "computed from Klaviyo averages (bsandco) and Litmus",
    year: 2022,
  },
  openMessage: { value: 0.41, unit: "share of delivered", source: "Klaviyo", year: 2017 },
  openAffinitySlope: assumed(
    0.4,
    "probits per standard deviation",
    "people differ in love of mail",
  ),
  clickNewsletter: {
    value: 0.0129,
    unit: "share of delivered",
    source: "Klaviyo averages quoted by bsandco",
    year: 2026,
  },
  clickMessage: {
    value: 0.06,
    unit: "share of delivered",
    source: "Klaviyo averages quoted by bsandco; range .047 to .095",
    year: 2026,
  },
  openDelayMedianH: {
    value: 4.6,
    unit: "hours",
    source: "fitted to i-Emailer, MailerMailer, Inntopia and GetResponse",
    year: 2012,
  },
  openDelaySigma: {
    value: 2.06,
    unit: "sigma of a log-normal",
    source: "fitted to i-Emailer, MailerMailer, Inntopia and GetResponse",
    year: 2012,
  },
  wakeH: assumed(7, "local hour", "mail is read from then on"),
  sleepH: assumed(23, "local hour", "mail is read until then"),
  clickDelayMedianS: assumed(25, "seconds", "from opening to clicking"),
  clickDelaySigma: assumed(1, "sigma of a log-normal", "from opening to clicking"),
  machineOpen: assumed(0.8, "share of delivered", "Apple Mail; Litmus gives only the product, .19"),
  machineFastShare: assumed(0.6, "share of machine opens", "a mailbox that is online"),
  machineFastMedianMin: assumed(20, "minutes", "a mailbox that is online"),
  machineSlowMedianH: assumed(6, "hours", "a mailbox that comes online later"),
  machineSigma: assumed(1, "sigma of a log-normal", "both kinds of mailboxes"),
  unsubscribeNewsletter: {
    value: 0.0022,
    unit: "share of delivered",
    source: "bsandco; Mailchimp gives .0018 to .0027",
    year: 2026,
  },
  unsubscribeMessage: {
    value: 0.0065,
    unit: "share of delivered",
    source: "Klaviyo and bsandco, .006 to .0073",
    year: 2024,
  },
  complaintNewsletter: {
    value: 0.0001,
    unit: "share of delivered",
    source: "bsandco; Mailchimp .00012 to .0003",
    year: 2026,
  },
  complaintMessage: { value: 0.0005, unit: "share of delivered", source: "bsandco", year: 2026 },
  purchaseBoostMessage: assumed(0.25, "share of those who would not buy", "after a click"),
  purchaseBoostNewsletter: assumed(0.03, "share of those who would not buy", "after a click"),
} satisfies Readonly<Record<string, Figure>>;

/** "US general retail": every number with its unit, source and year. */
export const usGeneralRetail: Readonly<Record<NumberName, Figure>> = FIGURES;
