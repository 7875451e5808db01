import { poisson } from "../../random/distribution.ts";
import type { Habits } from "../mission-type.ts";
import type { PeopleSettings } from "../settings.ts";

/** What happens in one step of a visit. */
export type Act = "page" | "sign_in" | "product" | "add" | "cart" | "checkout" | "order" | "form";

/** A step of a visit; `product` is an index of the catalogue where the act is about one, else -1. */
export interface Step {
  readonly act: Act;
  readonly product: number;
}

/** What a visit depends on. `draw` gives the visit's own uniform number with that ordinal. */
export interface VisitSetup {
  readonly numbers: PeopleSettings["numbers"];
  readonly habits: Habits;
  /** How much more often people buy on this device than on all. */
  readonly ease: number;
  readonly wants: boolean;
  /** Whether the shop knows whose device it is. */
  readonly isKnown: boolean;
  readonly products: readonly number[];
  /** What earlier visits of the mission have put into the cart. */
  readonly cart: readonly number[];
  /** Whether a click on a message led here. */
  readonly isClick: boolean;
  /** What mail does to the readiness to buy, see `Persuasion`. */
  readonly boost: number;
  readonly draw: (ordinal: number) => number;
}

const DRAW = {
  reopen: 1,
  again: 2,
  bounce: 3,
  count: 4,
  add: 5,
  second: 6,
  buy: 7,
  checkout: 8,
  signIn: 9,
  form: 10,
  sure: 12,
};
const VIEWS = 16;
const MOST_VIEWS = 12;
const MOST_PAGES = 60;

/** The steps of a visit, in order. A product is viewed before it is added, and added before checkout. */
export function planVisit(setup: VisitSetup): readonly Step[] {
  const { draw, habits, cart, numbers } = setup;
  const steps: Step[] = [step("page")];
  if (!setup.isKnown && draw(DRAW.signIn) < numbers.signsIn) steps.push(step("sign_in"));
  const recalls = setup.isClick || draw(DRAW.reopen) < habits.reopens;
  const reopens = cart.length > 0 && recalls;
  if (reopens) lookAtCart(setup, steps);
  else if (draw(DRAW.bounce) < habits.bounce) return steps;
  else lookAround(setup, steps);
  if (steps.some(({ act }) => act === "cart")) decide(setup, steps);
  if (draw(DRAW.form) < numbers.form) steps.push(step("form"));
  return steps;
}

function step(act: Act, product = -1): Step {
  return { act, product };
}

function lookAtCart({ draw, cart, numbers }: VisitSetup, steps: Step[]): void {
  steps.push(step("cart"));
  if (draw(DRAW.again) < numbers.looksAgain) steps.push(step("product", cart[0]), step("cart"));
}

/** Looks at products of the mission, some of them again, with lists of products between, and perhaps fills the cart. */
function lookAround(setup: VisitSetup, steps: Step[]): void {
  const { draw, habits, products, cart, numbers } = setup;
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
  if (other !== undefined && draw(DRAW.second) < numbers.secondProduct)
    steps.push(step("product", other), step("add", other), step("cart"));
}

/** Buys, or leaves: one draw against a chance that mail moves, so that whoever it does not move does the same without it. */
function decide(setup: VisitSetup, steps: Step[]): void {
  const { draw, habits, wants, boost, numbers, ease } = setup;
  if (!wants) return;
  if (draw(DRAW.buy) < movedChance(Math.min(habits.buys * ease, 1), boost)) {
    makeSure(setup, steps);
    steps.push(step("checkout"), step("order"));
  } else if (draw(DRAW.checkout) < numbers.leavesCheckout) steps.push(step("checkout"));
}

/** Whoever buys has looked at much more before: at what else there is, and at the thing again. */
function makeSure({ draw, products, numbers }: VisitSetup, steps: Step[]): void {
  const pages = Math.min(poisson(numbers.pagesBeforeOrder, draw(DRAW.sure)), MOST_PAGES);
  for (let page = 0; page < pages; page++)
    steps.push(page % 3 === 2 ? step("product", products[page % products.length]) : step("page"));
}

/** A chance that mail has moved: a boost wins a share of those who would not, a negative one loses a share of those who
 *  would. */
export function movedChance(chance: number, boost: number): number {
  return boost >= 0 ? chance + (1 - chance) * boost : chance * (1 + boost);
}
