import type { Instant } from "../time/instant.ts";
import type { Mission } from "./mission.ts";
import type { Act } from "./site/visit-plan.ts";

/** What lies in the cart at `at`: the things of the missions that are not over, and of `own`. */
export function basketAt(
  missions: readonly Mission[],
  at: Instant,
  own: Mission | undefined,
): readonly number[] {
  const basket: number[] = [];
  for (const mission of missions) {
    if (mission !== own && !isOpenAt(mission, at)) continue;
    for (const product of mission.cart) if (!basket.includes(product)) basket.push(product);
  }
  return basket;
}

/** The open mission that a message speaks to: one that wants what is in the cart, else the latest. */
export function uppermostAt(missions: readonly Mission[], at: Instant): Mission | undefined {
  let latest: Mission | undefined;
  for (let index = missions.length - 1; index >= 0; index--) {
    const mission = missions[index]!;
    if (!isOpenAt(mission, at)) continue;
    if (mission.wants && mission.cart.length > 0) return mission;
    latest ??= mission;
  }
  return latest;
}

/** Whether a mission has begun and is not over. */
export function isOpenAt({ start, end }: Mission, at: Instant): boolean {
  return start <= at && at < end;
}

/** Puts a product into the cart. */
export function putInCart(mission: Mission, product: number, at: Instant): void {
  mission.cart.push(product);
  if (at < mission.cartedAt) mission.cartedAt = at;
}

/** An order takes all that is in the cart, and ends every mission that had put something there. */
export function emptyCarts(missions: readonly Mission[], at: Instant, own: Mission): void {
  for (const mission of missions) {
    if (mission !== own && !isOpenAt(mission, at)) continue;
    if (mission.cart.length === 0) continue;
    mission.end = at;
    mission.hasBought = true;
  }
}

/** Whether a step shows what lies in the cart. */
export function showsCart(act: Act): boolean {
  return act === "cart" || act === "checkout" || act === "order";
}
