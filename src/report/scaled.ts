import type { Orders, SegmentMeasures } from "../measure/measures.ts";
import type { Scaled, ScaledMeasure } from "../measure/scaled.ts";
import { SUPPRESSIONS } from "../model/log.ts";
import { REASONS } from "./fates.ts";
import { formatCount } from "./format.ts";

const KINDS = [
  ["sureThings", "sure things"],
  ["persuadables", "persuadables"],
  ["lostCauses", "lost causes"],
  ["sleepingDogs", "sleeping dogs"],
] as const;

/** `9 456 [8 620, 10 372]`: a scaled count is never without its interval, whose ends are rounded outwards. */
export function formatScaled({ count, low, high }: Scaled): string {
  return `${formatCount(Math.round(count))} [${formatCount(Math.floor(low))}, ${formatCount(Math.ceil(high))}]`;
}

/** `312 of 445 at the peak, 1 802 of 2 567 reached`: how many of the members can be written to. */
export function mailableSentence({ size: { total }, reach }: SegmentMeasures): string {
  const [peak, reached] = [
    [total.mailable.atPeak, total.peak.members],
    [reach.mailable.members, reach.members],
  ].map((pair) => pair.map(formatCount).join(" of "));
  return `${peak} at the peak, ${reached} reached`;
}

/** `orders scaled to the list: …; … without the sends (assumed effect)`. */
export function scaledOrders({ count, twin }: NonNullable<Orders["scaled"]>): string {
  const without =
    twin === undefined ? "" : `; ${formatScaled(twin)} without the sends (assumed effect)`;
  return `orders, scaled to the list: ${formatScaled(count)}${without}`;
}

/** What a list of the user's own length would come to, in one line. */
export function scaledSentence(scaled: ScaledMeasure): string {
  const [all] = scaled.sizes;
  const parts = [
    ...(all === undefined
      ? []
      : [
          `${formatScaled(all.peak)} at the peak`,
          `${formatScaled(all.mailable)} of them mailable`,
        ]),
    `${formatScaled(scaled.reach)} reached`,
    `${formatScaled(scaled.sends)} sends`,
  ];
  return `scaled to ${formatCount(scaled.listSize)}: ${parts.join(", ")}`;
}

const WORTH = [
  ["true_positive", "rightly in"],
  ["lucky_positive", "in by luck"],
  ["intent_false_positive", "wrongly in: not what the rule means"],
  ["staleness_false_positive", "wrongly in by late or doubled data"],
] as const;

function truthRows({ truth }: ScaledMeasure): readonly (readonly [string, Scaled])[] {
  if (truth === undefined) return [];
  return [
    ...WORTH.map(([outcome, words]) => [`entries ${words}`, truth.entries[outcome]] as const),
    ["target missions", truth.missions],
    ["target missions that were matched", truth.matchedMissions],
  ];
}

/** Every count of a segment at the scale of the list, row by row: what, all with its interval, and the mailable part. */
export function scaledRows(scaled: ScaledMeasure): readonly (readonly string[])[] {
  const row = (what: string, all: Scaled, mailable?: Scaled): readonly string[] => [
    what,
    formatScaled(all),
    mailable === undefined ? "" : formatScaled(mailable),
  ];
  const [all, ...slices] = scaled.sizes;
  const held = SUPPRESSIONS.filter((reason) => scaled.suppressed[reason].count > 0);
  return [
    ...(all === undefined ? [] : [row("members at the peak", all.peak, all.mailable)]),
    ...slices.map(({ name, peak, mailable }) => row(`at the peak of ${name}`, peak, mailable)),
    row("members, on average", scaled.mean, scaled.mailableMean),
    row("profiles reached in the run", scaled.reach, scaled.mailableReach),
    row("profiles reached a day, on average", scaled.reachPerDay, scaled.mailableReachPerDay),
    row("entries", scaled.entries),
    row("exits", scaled.exits),
    ...truthRows(scaled).map(([what, count]) => row(what, count)),
    row("candidates", scaled.candidates),
    row("candidates that fired", scaled.fires),
    ...held.map((reason) => row(`held back by ${REASONS[reason]}`, scaled.suppressed[reason])),
    row("sends", scaled.sends),
    ...KINDS.filter(([kind]) => scaled[kind].count > 0).map(([kind, words]) =>
      row(`sends to ${words} (assumed effect)`, scaled[kind]),
    ),
    ...(scaled.ghosts.count > 0 ? [row("ghost sends (held out)", scaled.ghosts)] : []),
  ];
}
