import { poisson } from "../random/distribution.ts";
import type { Habits } from "./presets/habits.ts";

/** What happens in one step of a visit. */
export type Act = "page" | "product" | "add" | "cart" | "checkout" | "order";

/** A step of a visit; `product` is an index of the catalogue where the act is about one, else -1. */
export interface Step {
  readonly act: Act;
  readonly product: number;
}

/** What a visit depends on. `draw` gives the visit's own uniform number with that ordinal. */
export interface VisitSetup {
  readonly habits: Habits;
  readonly wants: boolean;
  readonly isFirst: boolean;
  readonly products: readonly number[];
  /** What earlier visits of the mission have put into the cart. */
  readonly cart: readonly number[];
  /** Whether a message led here: its share of those who would not have bought now do. Undefined without a message. */
  readonly boost: number | undefined;
  readonly draw: (ordinal: number) => number;
}

const DRAW = { reopen: 1, again: 2, bounce: 3, count: 4, add: 5, second: 6, buy: 7, checkout: 8 };
const VIEWS = 16;
const SECOND_ADD = 0.35; // assumed, like the next two
const LOOKS_AGAIN = 0.5;
const LEAVES_CHECKOUT = 0.2;
const MOST_VIEWS = 12;

/** The steps of a visit, in order. A product is viewed before it is added, and added before checkout. */
export function planVisit(setup: VisitSetup): readonly Step[] {
  const { draw, habits, cart, boost } = setup;
  const steps: Step[] = [step("page")];
  const recalls = boost !== undefined || draw(DRAW.reopen) < habits.reopens;
  const reopens = cart.length > 0 && recalls;
  if (reopens) lookAtCart(setup, steps);
  else if (draw(DRAW.bounce) < habits.bounce) return steps;
  else lookAround(setup, steps);
  if (steps.some(({ act }) => act === "cart")) decide(setup, steps);
  return steps;
}

function step(act: Act, product = -1): Step {
  return { act, product };
}

function lookAtCart({ draw, cart }: VisitSetup, steps: Step[]): void {
  steps.push(step("cart"));
  if (draw(DRAW.again) < LOOKS_AGAIN) steps.push(step("product", cart[0]), step("cart"));
}

/** Looks at products of the mission, some of them again, with lists of products between, and perhaps fills the cart. */
function lookAround({ draw, habits, products, cart }: VisitSetup, steps: Step[]): void {
  const more = Math.max(habits.products - 1, 0);
  const views = Math.min(1 + poisson(more, draw(DRAW.count)), MOST_VIEWS);
  let seen = products[0]!;
  for (let view = 0; view < views; view++) {
    seen = products[Math.floor(draw(VIEWS + 2 * view) * products.length)]!;
    if (draw(VIEWS + 2 * view + 1) < 0.5) steps.push(step("page"));
    steps.push(step("product", seen));
  }
  if (draw(DRAW.add) >= habits.adds || cart.includes(seen)) return;
  steps.push(step("add", seen), step("cart"));
  const other = products.find((each) => each !== seen && !cart.includes(each));
  if (other !== undefined && draw(DRAW.second) < SECOND_ADD)
    steps.push(step("product", other), step("add", other), step("cart"));
}

/** Buys, or leaves: one draw against a chance that a message can only raise, so whoever buys unaided buys in any case. */
function decide(setup: VisitSetup, steps: Step[]): void {
  const { draw, habits, wants, isFirst, boost } = setup;
  const unaided = isFirst ? habits.buysAtOnce : habits.buysLater;
  const chance = unaided + (1 - unaided) * (boost ?? 0);
  if (wants && draw(DRAW.buy) < chance) steps.push(step("checkout"), step("order"));
  else if (wants && draw(DRAW.checkout) < LEAVES_CHECKOUT) steps.push(step("checkout"));
}
