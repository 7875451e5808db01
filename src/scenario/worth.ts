import * as v from "valibot";
import type { MeasureSetup, Prices } from "../measure/setup.ts";
import { USUAL_WISH } from "../measure/cutting/testable.ts";
import { USUAL_PRICES } from "../measure/worth.ts";
import { UNITS } from "../time/duration.ts";
import { fields } from "./fields.ts";
import { type Reading, readNumber, reading, readShare, share, shown, stretch } from "./value.ts";

/** An amount in the money of the shop, from 0 to a million. */
const amount = reading((input): Reading<number> => {
  const found = readNumber(input);
  if (!("value" in found) || (found.value >= 0 && found.value <= 1_000_000)) return found;
  return { code: "OUT_OF_RANGE", message: `${shown(input)} is no price from 0 to 1000000` };
});

/** What sends and orders are worth: `{ margin: 45%, send: 0.001, unsubscribe: 1, complaint: 5 }`. */
export const worthSchema = fields({
  margin: v.optional(share),
  send: v.optional(amount),
  unsubscribe: v.optional(amount),
  complaint: v.optional(amount),
});

/** `+20%` or `20%`: an uplift is more than nothing. */
const uplift = reading((input): Reading<number> => {
  const found = readShare(typeof input === "string" ? input.trim().replace(/^\+/, "") : input);
  if (!("value" in found) || found.value > 0) return found;
  return { code: "OUT_OF_RANGE", message: `${shown(input)} is no uplift: write +20%` };
});

/** What a test of a segment should be able to tell: `{ uplift: +20%, within: 56d }`. */
export const wishSchema = fields({ uplift: v.optional(uplift), within: v.optional(stretch) });

/** What a scenario says of prices and of tests, for the measure; what it leaves out is the usual. */
export function worthOf(
  prices: v.InferOutput<typeof worthSchema> | undefined,
  wish: v.InferOutput<typeof wishSchema> | undefined,
): { readonly prices: Prices; readonly wish: NonNullable<MeasureSetup["wish"]> } {
  const { margin, send, unsubscribe, complaint } = USUAL_PRICES;
  return {
    prices: {
      margin: prices?.margin ?? margin,
      send: prices?.send ?? send,
      unsubscribe: prices?.unsubscribe ?? unsubscribe,
      complaint: prices?.complaint ?? complaint,
    },
    wish: {
      uplift: wish?.uplift ?? USUAL_WISH.uplift,
      days: wish?.within === undefined ? USUAL_WISH.days : wish.within / UNITS.d,
    },
  };
}
