import { type Event, type Value, byTime } from "../model/event.ts";

/** How many events of its cart are remembered of a profile: more than a message can show. */
const REMEMBERED_EVENTS = 200;

/** The products in a profile's cart, oldest first: "Product Added" puts in, "Product Removed" takes out, "Cart Viewed"
 *  with a list of products states them all, "Order Completed" empties. Late events are put in their place; the newest
 *  200 events of the cart are remembered. */
export class Cart {
  #events: Event[] = [];

  take(event: Event): void {
    if (!STEPS.has(event.name)) return;
    let place = this.#events.length;
    while (place > 0 && byTime(this.#events[place - 1]!, event) > 0) place -= 1;
    this.#events.splice(place, 0, event);
    if (this.#events.length > REMEMBERED_EVENTS) this.#events.shift();
  }

  /** The ids of the products in the cart. */
  items(): readonly Value[] {
    let items: readonly Value[] = [];
    for (const event of this.#events) items = STEPS.get(event.name)?.(items, event) ?? items;
    return items;
  }

  reset(): void {
    this.#events = [];
  }
}

type Step = (items: readonly Value[], event: Event) => readonly Value[];

/** The events that a cart is made of. */
export const CART_EVENTS: readonly string[] = [
  "Product Added",
  "Product Removed",
  "Cart Viewed",
  "Order Completed",
];

const without = (items: readonly Value[], product: Value | undefined): readonly Value[] =>
  items.filter((each) => each !== product);

const STEPS = new Map<string, Step>([
  [
    "Product Added",
    (items, { properties: { product_id: product } }) =>
      product === undefined || product === null ? items : [...without(items, product), product],
  ],
  ["Product Removed", (items, { properties }) => without(items, properties["product_id"])],
  [
    "Cart Viewed",
    (items, { properties }) =>
      Array.isArray(properties["products"]) ? listed(properties["products"]) : items,
  ],
  ["Order Completed", () => []],
]);

/** The ids of a list of products, whether it holds ids or objects with a `product_id`. */
function listed(products: readonly Value[]): readonly Value[] {
  const ids = products.map((each) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? (each as { product_id?: Value }).product_id
      : each,
  );
  return ids.filter((id) => id !== undefined && id !== null);
}
