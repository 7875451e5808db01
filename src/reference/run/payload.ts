import { type Event, type Value, type Values } from "../../model/event.ts";
import { present } from "../../model/predicate.ts";
import type { Binding, SendAction } from "../../rule/ast.ts";
import { type Known, attributeOf } from "../known.ts";

/** How many viewed products a message shows. */
const MOST_VIEWED = 20;

/** The values of a send as they are known at its instant; what is missing is `null`. */
export function payloadOf({ values }: SendAction, known: Known): Values {
  return Object.fromEntries(
    values.map(({ name, value }) => [
      name,
      value.kind === "literal" ? value.value : resolved(value.to, known),
    ]),
  );
}

function resolved(binding: Binding, known: Known): Value {
  switch (binding.kind) {
    case "cart_items":
      return cartItems(known);
    case "viewed_items":
      return viewedItems(known);
    case "attribute":
      return attributeOf(known, binding.attribute) ?? null;
  }
}

/** The products in the cart, oldest first: what was added last and not removed since the last order. A view of the cart
 *  that lists products states them all. */
function cartItems({ events }: Known): readonly Value[] {
  let items: readonly Value[] = [];
  for (const event of events) items = cartAfter(items, event);
  return items;
}

function cartAfter(items: readonly Value[], { name, properties }: Event): readonly Value[] {
  const product = productOf(properties);
  const others = items.filter((each) => each !== product);
  switch (name) {
    case "Product Added":
      return product === undefined ? items : [...others, product];
    case "Product Removed":
      return others;
    case "Cart Viewed":
      return Array.isArray(properties["products"]) ? productsIn(properties["products"]) : items;
    case "Order Completed":
      return [];
    default:
      return items;
  }
}

/** The products of a list: an entry is a product, or has one. */
function productsIn(list: readonly Value[]): readonly Value[] {
  const products = list.map((each) => (isPlain(each) ? each : productOf(each)));
  return products.filter((each) => each !== undefined);
}

/** The products that were viewed, newest first, each once. */
function viewedItems({ events }: Known): readonly Value[] {
  const views = events.filter(({ name }) => name === "Product Viewed").toReversed();
  const products = views.map(({ properties }) => productOf(properties));
  return [...new Set(products.filter((each) => each !== undefined))].slice(0, MOST_VIEWED);
}

function productOf(given: Value): string | number | undefined {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const product = present((given as Values)["product_id"]);
  return isPlain(product) ? product : undefined;
}

function isPlain(value: Value | undefined): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
