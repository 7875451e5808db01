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

/** Every product, category by category. Prices are log-normal, as orders are. */
export function createCatalogue(
  seed: string,
  { categories, numbers }: Pick<PeopleSettings, "categories" | "numbers">,
): readonly Product[] {
  const key = streamKey(seed, "catalogue.price");
  const shape = { median: numbers.priceMedian * 100, sigma: numbers.priceSigma };
  return categories.flatMap((category, which) =>
    Array.from({ length: PER_CATEGORY }, (_, index) => {
      const number = String(index + 1).padStart(2, "0");
      const cents = Math.max(100, Math.round(logNormal(shape, uniform(key, which, index))));
      return {
        product_id: `${category}-${number}`,
        name: `${category[0]!.toUpperCase()}${category.slice(1)} ${number}`,
        category,
        price: cents / 100,
      };
    }),
  );
}
