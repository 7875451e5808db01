import { logNormal } from "../../random/distribution.ts";
import { streamKey, uniform } from "../../random/stream.ts";
import type { PeopleSettings } from "../settings.ts";

/** How many products each category has. */
export const PER_CATEGORY = 40;

/** A product as events name it; its price is in dollars. */
export interface Product {
  readonly product_id: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
}

/** Coprime to the number of products, and its inverse: the order of prices is not that of the products. */
const TURN = 17;
const TURN_BACK = 33;

/** The product, as an index of the catalogue, that has `rank` among the prices of its category, the lowest being 0. */
export function productOfRank(category: number, rank: number): number {
  return category * PER_CATEGORY + ((rank * TURN_BACK) % PER_CATEGORY);
}

/** Every product, category by category. Prices are log-normal, as orders are, one from each fortieth of the distribution:
 *  no seed makes a shop dear. */
export function createCatalogue(
  seed: string,
  { categories, numbers }: Pick<PeopleSettings, "categories" | "numbers">,
): readonly Product[] {
  const key = streamKey(seed, "catalogue.price");
  const shape = { median: numbers.priceMedian * 100, sigma: numbers.priceSigma };
  return categories.flatMap((category, which) =>
    Array.from({ length: PER_CATEGORY }, (_, index) => {
      const number = String(index + 1).padStart(2, "0");
      const rank = (index * TURN) % PER_CATEGORY;
      const u = (rank + uniform(key, which, index)) / PER_CATEGORY;
      const cents = Math.max(100, Math.round(logNormal(shape, u)));
      return {
        product_id: `${category}-${number}`,
        name: `${category[0]!.toUpperCase()}${category.slice(1)} ${number}`,
        category,
        price: cents / 100,
      };
    }),
  );
}
