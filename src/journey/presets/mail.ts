import { assumed, cited } from "./figure.ts";

const MAILCHIMP = ["Mailchimp, e-commerce", 2019] as const;
const BSANDCO = ["Klaviyo averages quoted by bsandco", 2026] as const;
const DELAYS = ["fitted to i-Emailer, MailerMailer, Inntopia and GetResponse", 2012] as const;
const LITMUS = "Litmus 2021 and 2022 give only the product, .19";

/** What becomes of mail. "US general retail"; shares are of what is delivered, at the usual fatigue. */
export const MAIL = {
  hardBounce: cited(0.0019, "share of sent", MAILCHIMP),
  softBounce: cited(0.0026, "share of sent", MAILCHIMP),
  openNewsletter: cited(0.25, "share of delivered", [
    "computed from Klaviyo (bsandco) and Litmus",
    2022,
  ]),
  openMessage: cited(0.41, "share of delivered", ["Klaviyo, 9.3 million emails, before MPP", 2017]),
  openAffinitySlope: assumed(
    0.4,
    "probits per standard deviation",
    "people differ in love of mail",
  ),
  openWhenWanting: assumed(
    0.3,
    "probits",
    "who wants something opens more; compensated in the mean",
  ),
  clickNewsletter: cited(0.0129, "share of delivered", BSANDCO),
  clickMessage: cited(0.06, "share of delivered; range .047 to .095", BSANDCO),
  openDelayMedianH: cited(4.6, "hours", DELAYS),
  openDelaySigma: cited(2.06, "sigma of a log-normal", DELAYS),
  wakeH: assumed(7, "local hour", "mail is read from then on"),
  sleepH: assumed(23, "local hour", "mail is read until then"),
  clickDelayMedianS: assumed(25, "seconds", "from opening to clicking"),
  clickDelaySigma: assumed(1, "sigma of a log-normal", "from opening to clicking"),
  machineOpen: assumed(0.8, "share of delivered to Apple Mail", LITMUS),
  machineFastShare: assumed(0.6, "share of machine opens", "a mailbox that is online"),
  machineFastMedianMin: assumed(20, "minutes", "a mailbox that is online"),
  machineSlowMedianH: assumed(6, "hours", "a mailbox that comes online later"),
  machineSigma: assumed(1, "sigma of a log-normal", "both kinds of mailboxes"),
  scannedMailbox: cited(0.02, "share of mailboxes, all links clicked", [
    "Live Direct Marketing guide",
  ]),
  scansLetter: assumed(0.1, "share of letters to such a mailbox", "else machines made most clicks"),
  unsubscribeNewsletter: cited(0.0022, "share of delivered; Mailchimp .0018 to .0027", BSANDCO),
  unsubscribeMessage: cited(0.0065, "share of delivered; .006 to .0073", [
    "Klaviyo and bsandco",
    2024,
  ]),
  complaintNewsletter: cited(0.0001, "share of delivered; Mailchimp .00012 to .0003", BSANDCO),
  complaintMessage: cited(0.0005, "share of delivered", BSANDCO),
  fatigueD: assumed(7, "days, decay of a delivery's load", "load settles near the messages a week"),
  fatigueOpenFrom: cited(3, "load", ["form: Zhang, Kumar and Cosguner, JMR", 2017]),
  fatigueOpen: assumed(0.06, "per load above that, of the logarithm of opening", "slope"),
  fatigueUnsubscribe: assumed(0.35, "per load above that, of the logarithm of the odds", "slope"),
  fatigueComplaintFrom: cited(5, "load; complaints rise near five a week", [
    "Return Path, Validity",
  ]),
  fatigueComplaint: assumed(0.9, "per load above that, of the logarithm of the odds", "slope"),
} as const;
