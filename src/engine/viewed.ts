import { type Event, type Value, byTime } from "../model/event.ts";

/** How many viewed products are remembered of a profile: more than a message can show. */
const REMEMBERED_PRODUCTS = 20;

/** The products that a profile has viewed, newest first, each once, at most 20. */
export class Viewed {
  #views: { readonly product: Value; readonly event: Event }[] = [];

  take(event: Event): void {
    const product = event.properties["product_id"];
    if (event.name !== "Product Viewed" || product === undefined || product === null) return;
    const earlier = this.#views.findIndex((view) => view.product === product);
    if (earlier !== -1) {
      if (byTime(this.#views[earlier]!.event, event) > 0) return;
      this.#views.splice(earlier, 1);
    }
    const place = this.#views.findIndex((view) => byTime(view.event, event) <= 0);
    this.#views.splice(place === -1 ? this.#views.length : place, 0, { product, event });
    if (this.#views.length > REMEMBERED_PRODUCTS) this.#views.pop();
  }

  /** The ids of the products. */
  items(): readonly Value[] {
    return this.#views.map((view) => view.product);
  }

  reset(): void {
    this.#views = [];
  }
}
