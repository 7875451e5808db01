import { type Moment, defect, numbers } from "../moment.ts";
import { ratio } from "../tally.ts";

const HILLSTROM = "Hillstrom, 2008, 64 000 customers at random";

/** What one promotional letter changes in the two weeks after it, for people who have bought lately. */
export const PROMOTION: readonly Moment[] = [
  {
    name: "recent buyers who visit, more by one letter",
    source: `${HILLSTROM}: + 4.5 ± .6 and + 7.7 ± .7 points`,
    worth: "research",
    measure: ratio("visitors more", "recent buyers"),
    target: [0.045, 0.077],
    mutants: [
      numbers("letters that are only read", 2000, { visitNewsletter: 0, clickNewsletter: 0 }),
      numbers("whoever reads a letter comes", 2000, { visitNewsletter: 1 }),
    ],
  },
  {
    name: "recent buyers who order, more by one letter",
    source: `${HILLSTROM}: + .31 ± .16 and + .68 ± .18 points, .50 by either letter`,
    worth: "research",
    measure: ratio("orderers more", "recent buyers"),
    target: 0.005,
    mutants: [
      numbers("visits without a wish", 20_000, { promptRecent: 0 }),
      defect("whoever is prompted never comes again", 20_000, {
        file: "journey/shopper.ts",
        from: "mission.begunBy === key",
        to: "false",
      }),
      numbers("whoever reads a letter wants something", 3000, {
        visitNewsletter: 1,
        promptRecent: 1,
      }),
    ],
  },
];

/** What one message about a cart changes, sent an hour after the cart was filled. */
export const CART_MESSAGE: readonly Moment[] = [
  {
    name: "abandoned carts bought in 28 days, more by one message",
    source: "2.5 points, on .08 unaided; SeeWhy's 8 to 26 % is a vendor's upper bound",
    worth: "assumed",
    measure: ratio("carts bought more", "abandoned carts"),
    target: 0.025,
    mutants: [
      numbers("messages that move nobody", 20_000, { boostMessage: 0, boostClick: 0 }),
      numbers("messages that few resist", 3000, { boostMessage: 0.4, boostClick: 0.9 }),
    ],
  },
];
