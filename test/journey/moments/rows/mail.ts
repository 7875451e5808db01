import { type Moment, type Mutant, defect, numbers, settings } from "../moment.ts";
import { ratio } from "../tally.ts";

const MAILCHIMP = "Mailchimp e-commerce, October 2019";
const BSANDCO = "Klaviyo averages quoted by bsandco, 2026";
const OPENS = "fitted to i-Emailer, MailerMailer, Inntopia and GetResponse, 2012";

const noMachines = settings("machine opens off", 300, () => ({ appleMail: 0 }));

/** The spread of affinity is forgotten where opens are drawn: more people open than should. */
const SPREAD: Mutant = defect("affinity without its spread", 5000, {
  file: "journey/mail/letter.ts",
  from: "const spread = Math.sqrt(1 + slope * slope);",
  to: "const spread = 1;",
});

/** Of letters that were delivered a month or more before the end, so that late openers are seen. */
function early(
  name: string,
  what: string,
  rest: Pick<Moment, "source" | "worth" | "target" | "mutants">,
): Moment {
  return { name, measure: ratio(`early newsletters ${what}`, "early newsletters"), ...rest };
}

function opened(hours: number, target: number): Moment {
  return {
    name: `opens by hand within ${hours} h`,
    source: OPENS,
    worth: "vendors' average",
    measure: ratio(`opened within ${hours} h`, "delays to open"),
    target,
    mutants: [numbers("mail is read at once", 300, { openDelayMedianH: 0.5 })],
  };
}

/** What becomes of mail. Floors on rare outcomes: none may be 0. */
export const MAIL: readonly Moment[] = [
  {
    name: "people who may be written to",
    source: "opt-in",
    worth: "assumed",
    measure: ratio("consenting", "people"),
    target: 0.6,
    mutants: [settings("nobody was asked", 300, () => ({ consent: 1 }))],
  },
  {
    name: "hard bounces",
    source: MAILCHIMP,
    worth: "vendors' average",
    measure: ratio("hard bounces", "sent"),
    target: 0.0019,
    mutants: [numbers("no mailbox is ever gone", 1500, { hardBounce: 0 })],
  },
  {
    name: "soft bounces",
    source: MAILCHIMP,
    worth: "vendors' average",
    measure: ratio("soft bounces", "sent"),
    target: 0.0026,
    mutants: [numbers("no mailbox is ever full", 1500, { softBounce: 0 })],
  },
  early("newsletters opened by hand", "opened by human", {
    source: "computed from Klaviyo (bsandco) and Litmus, 2022",
    worth: "computed",
    target: 0.25,
    mutants: [SPREAD],
  }),
  early("newsletters opened by a machine", "opened by machine-open", {
    source: "Litmus, April 2022, of Klaviyo's average: .24 of people × .8",
    worth: "computed",
    target: 0.192,
    mutants: [noMachines],
  }),
  early("newsletters that seem opened", "that seem opened", {
    source: "Klaviyo average .379; by hand .25, and of .24 of mailboxes .8 by machine: .394",
    worth: "vendors' average",
    target: [0.379, 0.394],
    mutants: [
      noMachines,
      defect("hands that a machine does not hide", 1000, {
        file: "journey/mail/reader.ts",
        from: "isUnseen: at >= machineAt,",
        to: "isUnseen: at < machineAt,",
      }),
    ],
  }),
  {
    name: "machine opens within 1 h",
    source: ".6 LN(20 min) and .4 LN(6 h)",
    worth: "assumed",
    measure: ratio("machine opens within 1 h", "machine opens"),
    target: 0.533,
    mutants: [numbers("all mailboxes are offline", 100, { machineFastShare: 0 })],
  },
  early("newsletters clicked by hand", "clicked by human", {
    source: BSANDCO,
    worth: "vendors' average",
    target: 0.0129,
    mutants: [numbers("nobody clicks", 600, { clickNewsletter: 0 })],
  }),
  {
    name: "clicks within 25 s of the open",
    source: "LN(25 s)",
    worth: "assumed",
    measure: ratio("clicks within 25 s", "clicks after an open"),
    target: 0.5,
    mutants: [numbers("people ponder", 600, { clickDelayMedianS: 90 })],
  },
  {
    name: "clicks made by scanners",
    source: "Live Direct Marketing guide: some; firms .1 to .3",
    worth: "vendors' average",
    measure: ratio("clicks by scanners", "clicks"),
    target: [0.05, 0.2],
    mutants: [numbers("no scanners", 600, { scannedMailbox: 0 })],
  },
  {
    name: "scanners' clicks within 5 s of the delivery",
    source: "Live Direct Marketing guide",
    worth: "vendors' average",
    measure: ratio("scans within 5 s", "clicks by scanners"),
    target: 1,
    mutants: [
      defect("scanners that take their time", 3000, {
        file: "journey/mail/mailbox.ts",
        from: "const SCANNED_WITHIN = 5 * UNITS.s;",
        to: "const SCANNED_WITHIN = 50 * UNITS.s;",
      }),
    ],
  },
  {
    name: "newsletters answered by an unsubscribe",
    source: `${BSANDCO}; Mailchimp .0018 to .0027`,
    worth: "vendors' average",
    measure: ratio("newsletters unsubscribed", "newsletters delivered"),
    target: [0.0018, 0.0027],
    mutants: [numbers("nobody unsubscribes", 1000, { unsubscribeNewsletter: 0 })],
  },
  {
    name: "newsletters complained of",
    source: `${BSANDCO} .0001; Mailchimp .00012 to .0003`,
    worth: "vendors' average",
    measure: ratio("newsletters complained of", "newsletters delivered"),
    target: [0.00005, 0.0003],
    mutants: [
      numbers("nobody complains", 1000, { complaintNewsletter: 0 }),
      numbers("complaints as common as clicks", 1000, { complaintNewsletter: 0.01 }),
    ],
  },
  opened(1, 0.23),
  opened(6, 0.55),
  opened(24, 0.79),
  opened(168, 0.96),
];
