import { UNITS } from "../../time/duration.ts";
import type { Delay } from "../delay.ts";
import type { Habits, MissionType } from "../mission-type.ts";

/** From a visit to the next of its mission, and from the last one to the end of the wish: assumed. */
const LATER: Delay = { dist: "lognormal", median: 20 * UNITS.h, sigma: 1.3 };
const FADE: Delay = { dist: "lognormal", median: 48 * UNITS.h, sigma: 1 };

const again = (to: string, chance: number) => [{ to, chance, after: LATER }];

const looking: Habits = { bounce: 0.65, products: 3.4, adds: 0.03, reopens: 0.5, buys: 0 };
const comparing: Habits = { bounce: 0.48, products: 4.75, adds: 0.05, reopens: 0.4, buys: 0 };
const filling: Habits = { bounce: 0.2, products: 4.5, adds: 0.72, reopens: 0.45, buys: 0 };
const refilling: Habits = { ...filling, adds: 0.8 };
const coming: Habits = { bounce: 0.2, products: 4.5, adds: 0.8, reopens: 0.6, buys: 0.76 };

/** The ready-made kinds of missions. Assumed throughout, and set so that per visit about .47 bounce and 4.8 pages are seen
 *  (Contentsquare, Q4 2022), .125 add to the cart and .028 order (eMarketer, Q4 2021), .08 of abandoned carts are bought
 *  unaided and .42 come from people who abandon several (SeeWhy 2011). */
export const READY_MADE: Readonly<Record<string, MissionType>> = {
  /** Looks around and wants nothing. */
  browser: {
    wants: 0,
    start: "look",
    states: { look: { visit: looking, next: again("look", 0.4) } },
    fade: FADE,
  },
  /** Compares over days before deciding. */
  researcher: {
    wants: 0.6,
    start: "compare",
    states: {
      compare: {
        visit: comparing,
        next: [...again("compare", 0.25), ...again("decide", 0.5)],
      },
      decide: {
        visit: { ...comparing, adds: 0.34, buys: 0.46 },
        next: again("linger", 0.3),
      },
      linger: { visit: { ...comparing, adds: 0.08, buys: 0.022 }, next: again("linger", 0.3) },
    },
    fade: FADE,
  },
  /** Fills a cart and hesitates. */
  cart_abandoner: {
    wants: 0.85,
    start: "fill",
    states: {
      fill: { visit: filling, next: again("hesitate", 0.65) },
      hesitate: { visit: { ...refilling, buys: 0.03 }, next: again("hesitate", 0.65) },
    },
    fade: FADE,
  },
  /** Fills carts again and again, and waits to be asked. */
  serial_abandoner: {
    wants: 0.8,
    start: "fill",
    states: {
      fill: { visit: filling, next: again("play", 0.75) },
      play: { visit: { ...refilling, buys: 0.02 }, next: again("play", 0.75) },
    },
    fade: FADE,
  },
  /** Wants the thing at a better price: a message that it opened makes it decide. */
  bargain_hunter: {
    wants: 0.9,
    start: "watch",
    states: {
      watch: {
        visit: { ...comparing, adds: 0.3, buys: 0.01 },
        next: [
          { to: "strike", chance: 0.6, after: LATER, when: { message: "opened", cart: "filled" } },
          { to: "watch", chance: 0.6, after: LATER, when: { message: "none" } },
        ],
      },
      strike: { visit: { ...refilling, buys: 0.2 }, next: again("strike", 0.4) },
    },
    fade: FADE,
  },
  /** Looks in, and comes to buy. */
  loyal: {
    wants: 0.9,
    start: "look",
    states: {
      look: {
        visit: { ...comparing, adds: 0.03 },
        next: [...again("look", 0.2), ...again("come", 0.6)],
      },
      come: { visit: coming, next: again("return", 0.3) },
      return: { visit: { ...coming, adds: 0.85, buys: 0.018 }, next: again("return", 0.3) },
    },
    fade: FADE,
  },
  /** Was a customer once: looks in, and seldom stays. */
  lapsed: {
    wants: 0.25,
    start: "look_in",
    states: {
      look_in: {
        visit: looking,
        next: [
          { to: "return", chance: 0.5, after: LATER, when: { message: "opened" } },
          { to: "bought_elsewhere", chance: 0.5, after: FADE, when: { message: "none" } },
        ],
      },
      return: { visit: { ...coming, adds: 0.3, buys: 0.3 }, next: again("return", 0.3) },
    },
    fade: FADE,
  },
};
