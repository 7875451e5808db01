import type { Measures, SegmentMeasures } from "../measure/measures.ts";
import type { MeasureSetup } from "../measure/setup.ts";
import { USUAL_PRICES, WASTES, type Waste } from "../measure/worth.ts";
import { formatCount, formatEstimate, formatPercent } from "./format.ts";
import { table } from "./table.ts";

/** How the kinds of waste are called in reports. */
const WORDS: Readonly<Record<Waste, string>> = {
  harm: "harm: annoyed or put off",
  sureThing: "sure things: would have bought anyway",
  lostCause: "lost causes: did not buy either way",
  atALoss: "bought, at a loss",
};

/** `-12.30`: money of the shop, with cents. */
function formatMoney(amount: number): string {
  const [whole = "0", cents = "00"] = Math.abs(amount).toFixed(2).split(".");
  const digits = `${formatCount(Number(whole))}.${cents}`;
  return amount < 0 && digits !== "0.00" ? `-${digits}` : digits;
}

/** `612 of 1 291 sends wasted, 0.31 a send (assumed effect)`; `undefined` if nothing is known of it. */
export function worthSentence({ worth }: SegmentMeasures): string | undefined {
  if (worth.status === "not_estimable" || worth.wasted.status === "not_estimable") return undefined;
  const { wasted, perSend } = worth;
  return `${formatCount(wasted.count)} of ${formatCount(wasted.of)} sends wasted, ${formatMoney(perSend)} a send (assumed effect)`;
}

/** What the sends of a segment are worth, as a part of its section in Markdown. */
export function worthPart({ worth }: SegmentMeasures): string {
  const title = "### What the sends are worth (assumed effect)";
  if (worth.status === "not_estimable") return `${title}\n\nNot estimable: ${worth.reason}.`;
  const { sends, wasted, wastes, value, perSend, discounts } = worth;
  const rows = WASTES.map((waste) => [
    WORDS[waste],
    formatCount(wastes[waste]),
    formatPercent(wastes[waste] / sends),
  ]);
  return [
    title,
    `A send is wasted if what it changes within 7d is worth nothing or less. ${formatEstimate(wasted)} of ${formatCount(sends)} sends are. All together they are worth ${formatMoney(value)}, ${formatMoney(perSend)} each; ${formatMoney(discounts)} of discounts are given away for it.`,
    table(["wasted sends", "number", "share"], rows),
  ].join("\n\n");
}

/** What was taken for prices, and what the run is worth with the rules and without, as a line of what was assumed. */
export function policyFacts(
  { policyValue }: Measures,
  { prices = USUAL_PRICES }: MeasureSetup,
): readonly string[] {
  const { margin, send, unsubscribe, complaint } = prices;
  const said = `- prices: a margin of ${formatPercent(margin)}, ${send} for a send, ${unsubscribe} for an unsubscribe, ${complaint} for a complaint`;
  if (policyValue.status === "not_estimable") return [said];
  const { with: sent, without, difference } = policyValue;
  return [
    said,
    `- value: ${formatMoney(sent)} with the rules' sends, ${formatMoney(without)} without them, a difference of ${formatMoney(difference)} (assumed effect; without lost reputation or sold-out goods)`,
  ];
}

/** What the JSON document says of it, in the money of the shop. */
export function worthJson({ worth }: SegmentMeasures) {
  if (worth.status === "not_estimable") return worth;
  const { wastes, perSend, ...rest } = worth;
  return {
    ...rest,
    per_send: perSend,
    wastes: {
      harm: wastes.harm,
      sure_thing: wastes.sureThing,
      lost_cause: wastes.lostCause,
      at_a_loss: wastes.atALoss,
    },
  };
}
