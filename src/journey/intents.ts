import type { IntentSpan } from "../model/truth.ts";
import type { Instant } from "../time/instant.ts";
import type { Stretch } from "./mail/permission.ts";
import type { Mission } from "./mission.ts";

/** All that people may want, by the names that scenarios use. */
export const INTENTS = ["buy", "abandoned_cart"] as const;
/** What a person wants. */
type Intent = (typeof INTENTS)[number];

/** What people wanted in their missions, until `to`: `buy` while a mission to buy is open; `abandoned_cart` from when
 *  something of it lies in the cart, while the person may be written to. */
export function intentsOf(
  missions: readonly Mission[],
  { reachable, to }: { readonly reachable: readonly Stretch[]; readonly to: Instant },
): readonly IntentSpan[] {
  const spans: IntentSpan[] = [];
  for (const mission of missions) {
    if (!mission.wants) continue;
    const end = Math.min(mission.end, to) as Instant;
    addSpan(spans, mission, { intent: "buy", from: mission.start, to: end });
    for (const stretch of reachable) {
      const from = Math.max(mission.cartedAt, stretch.from) as Instant;
      const until = Math.min(end, stretch.to) as Instant;
      addSpan(spans, mission, { intent: "abandoned_cart", from, to: until });
    }
  }
  return spans;
}

function addSpan(
  spans: IntentSpan[],
  { key, kind }: Mission,
  span: Pick<IntentSpan, "from" | "to"> & { readonly intent: Intent },
): void {
  if (span.from < span.to) spans.push({ ...span, mission: key, kind });
}
