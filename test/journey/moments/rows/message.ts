import { type Moment, defect, numbers } from "../moment.ts";
import { ratio } from "../tally.ts";

const KLAVIYO = "Klaviyo, 9.3 million emails, 2017, before Apple's machines";
const BSANDCO = "Klaviyo averages quoted by bsandco, 2026";

/** How people answer a cart message: one a fortnight to everybody, and no other mail. */
export const MESSAGES: readonly Moment[] = [
  {
    name: "messages opened by hand",
    source: KLAVIYO,
    worth: "vendors' average",
    measure: ratio("messages opened by human", "messages delivered"),
    target: 0.41,
    mutants: [
      defect("messages that are taken for newsletters", 600, {
        file: "journey/mail/mailbox.ts",
        from: "const appeal = appealOfMessage(ground.settings);",
        to: "const appeal = { ...appealOfMessage(ground.settings), open: 0.25 };",
      }),
    ],
  },
  {
    name: "messages clicked by hand",
    source: `${BSANDCO}: flows .0467, cart .06; range .047 to .095`,
    worth: "vendors' average",
    measure: ratio("messages clicked by human", "messages delivered"),
    target: 0.06,
    mutants: [numbers("messages are clicked like newsletters", 600, { clickMessage: 0.0129 })],
  },
  {
    name: "messages answered by an unsubscribe",
    source: `${BSANDCO}; Klaviyo 2024 .0073`,
    worth: "vendors' average",
    measure: ratio("messages unsubscribed", "messages delivered"),
    target: [0.006, 0.0073],
    mutants: [numbers("nobody unsubscribes", 1000, { unsubscribeMessage: 0 })],
  },
  {
    name: "messages complained of",
    source: BSANDCO,
    worth: "vendors' average",
    measure: ratio("messages complained of", "messages delivered"),
    target: 0.0005,
    mutants: [
      numbers("nobody complains", 8000, { complaintMessage: 0 }),
      numbers("complaints as common as clicks", 8000, { complaintMessage: 0.05 }),
    ],
  },
];
