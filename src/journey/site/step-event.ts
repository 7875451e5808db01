import type { Values } from "../../model/event.ts";
import type { TrueEvent } from "../../model/truth.ts";
import { spelt } from "../../random/spelling.ts";
import { hashId } from "../../random/stream.ts";
import type { Instant } from "../../time/instant.ts";
import { eventOf } from "../fact.ts";
import type { Ground } from "../ground.ts";
import type { Stay } from "../whereabouts.ts";
import type { Product } from "./catalogue.ts";
import { readingOf } from "./pace.ts";
import type { Visit } from "./visit.ts";
import type { Act } from "./visit-plan.ts";

/** What each act is called as an event. */
export const NAME_OF = {
  page: "Page Viewed",
  sign_in: "Signed In",
  product: "Product Viewed",
  add: "Product Added",
  cart: "Cart Viewed",
  checkout: "Checkout Started",
  order: "Order Completed",
  form: "Form Submitted",
} as const satisfies Record<Act, string>;

/** One step of somebody's visit: where they are, what lies in the cart, and what they pay less by which code. */
export interface StepSetup {
  readonly index: number;
  readonly stay: Stay;
  readonly visit: Visit;
  readonly step: number;
  readonly cart: readonly number[];
  readonly code: string | undefined;
  readonly form: string;
  readonly anonymous: number | undefined;
  readonly reveals: number | undefined;
}

/** The event of one step. */
export function eventOfStep(ground: Ground, setup: StepSetup): TrueEvent {
  const { visit, step, stay, anonymous, reveals } = setup;
  const { act } = visit.steps[step]!;
  const isStranger = visit.origin === "stranger";
  return eventOf({
    key: keyOf(ground, setup),
    name: NAME_OF[act],
    at: visit.times[step]!,
    cause: isStranger ? "other-person" : "human",
    properties: propertiesOf(ground, setup),
    mission: visit.mission?.key,
    device: visit.device,
    place: stay.place,
    zone: stay.zone.name,
    anonymous,
    reveals,
    away: stay.away,
  });
}

/** The acts by numbers, for ids. */
const NUMBER_OF = {
  page: 0,
  sign_in: 1,
  product: 2,
  add: 3,
  cart: 4,
  checkout: 5,
  order: 6,
  form: 7,
} as const satisfies Record<Act, number>;
const ACTS = Object.keys(NUMBER_OF).length;

/** The id of a step says what it is: another thing at the same step of another world has another. */
function keyOf({ streams }: Ground, { index, visit, step }: StepSetup): number {
  const { act } = visit.steps[step]!;
  return hashId(streams.ids, index, visit.key, step * ACTS + NUMBER_OF[act]);
}

function propertiesOf(ground: Ground, setup: StepSetup): Values {
  const { visit, step, cart } = setup;
  const { catalogue } = ground;
  const { act, product } = visit.steps[step]!;
  const session_id = visit.session;
  switch (act) {
    case "page":
      return pageOf(ground, setup);
    case "sign_in":
      return { session_id, method: "password" };
    // Field by field: a spread takes ten times as long, and these are most of all events.
    case "product": {
      const { product_id, name, category, price } = catalogue[product]!;
      return { session_id, product_id, name, category, price };
    }
    case "add": {
      const { product_id, name, category, price } = catalogue[product]!;
      return { session_id, product_id, name, category, price, quantity: 1 };
    }
    case "cart":
    case "checkout":
      return { session_id, ...contentOf(catalogue, cart) };
    case "order": {
      const order_id = spelt(keyOf(ground, setup));
      return { session_id, order_id, ...contentOf(catalogue, cart), ...reduced(ground, setup) };
    }
    case "form":
      return { session_id, form_id: setup.form, form_name: setup.form };
  }
}

function pageOf(ground: Ground, { visit, step, index }: StepSetup): Values {
  const { mission, key, times, session: session_id } = visit;
  const next: Instant | undefined = times[step + 1];
  const gap = next === undefined ? Infinity : next - times[step]!;
  const { seconds, scroll } = readingOf(ground, { index, key, step }, gap);
  if (mission === undefined) return { session_id, name: "Home", seconds, scroll };
  const { category } = ground.catalogue[mission.products[0]!]!;
  return { session_id, name: "Product List", category, seconds, scroll };
}

function contentOf(catalogue: readonly Product[], cart: readonly number[]): Values {
  const products = cart.map((each) => {
    const { product_id, name, category, price } = catalogue[each]!;
    return { product_id, name, category, price, quantity: 1 };
  });
  return { products, value: centsOf(catalogue, cart) / 100, currency: "USD" };
}

/** What a code takes off the price. */
function reduced({ settings, catalogue }: Ground, { cart, code }: StepSetup): Values {
  if (code === undefined) return {};
  const cents = centsOf(catalogue, cart);
  const off = Math.round(cents * settings.numbers.discount);
  return { value: (cents - off) / 100, discount: off / 100, coupon: code };
}

function centsOf(catalogue: readonly Product[], cart: readonly number[]): number {
  return cart.reduce((sum, each) => sum + Math.round(catalogue[each]!.price * 100), 0);
}
