import type { Values } from "../model/event.ts";
import { logNormal } from "../random/distribution.ts";
import { streamKey, uniform } from "../random/stream.ts";

/** What the shop sells; a mission is about one category. */
export const CATEGORIES = [
  "shoes",
  "dresses",
  "jackets",
  "bags",
  "lamps",
  "kitchen",
  "garden",
  "toys",
] as const;

/** How many products each category has. */
export const PER_CATEGORY = 40;

const PRICE_CENTS = { median: 2598, sigma: 0.73 };

/** The properties of every product, category by category: `product_id`, `name`, `category`, `price` in dollars. Prices
 *  are log-normal like the orders of CDNOW: median $25.98, sigma .73 (69 659 orders, 1997–98). */
export function createCatalogue(seed: string): readonly Values[] {
  const key = streamKey(seed, "catalogue.price");
  return CATEGORIES.flatMap((category, which) =>
    Array.from({ length: PER_CATEGORY }, (_, index) => {
      const number = String(index + 1).padStart(2, "0");
      const cents = Math.max(100, Math.round(logNormal(PRICE_CENTS, uniform(key, which, index))));
      return {
        product_id: `${category}-${number}`,
        name: `${category[0]!.toUpperCase()}${category.slice(1)} ${number}`,
        category,
        price: cents / 100,
      };
    }),
  );
}
