import type { Fates, FatesApart } from "../measure/fates.ts";
import { type Cause, SUPPRESSIONS, type Suppression } from "../model/log.ts";
import { formatCount } from "./format.ts";

/** How the causes of candidates and the reasons against them are called in reports. */
export const CAUSES: Readonly<Record<Cause, string>> = {
  entered: "entered",
  re_entered: "entered again",
  gate_opened: "the gate opened",
  quiet_hours_ended: "quiet hours ended",
  followed_up: "a follow-up was due",
};

export const REASONS: Readonly<Record<Suppression, string>> = {
  re_entry: "re-entry",
  unless: "unless",
  consent: "consent",
  cool_off: "cool-off",
  cap: "cap",
  quiet_hours: "quiet hours",
  priority: "priority",
  holdout: "holdout",
};

/** The reasons for which a candidate was held back, in the order in which policy looks for them. */
export function reasonsIn({ suppressed }: Fates): readonly Suppression[] {
  return SUPPRESSIONS.filter((reason) => suppressed[reason] > 0);
}

/** `590 of 2 074 fired; 1 300 by cool-off, 12 by priority (win_back)`: what became of candidates, in one line. */
export function fatesSentence(all: FatesApart): string {
  const { candidates, fires, suppressed } = all;
  const reasons = reasonsIn(all).map((reason) => {
    const winners = reason === "priority" ? ` (${yieldedSentence(all)})` : "";
    return `${formatCount(suppressed[reason])} by ${REASONS[reason]}${winners}`;
  });
  const head = `${formatCount(fires)} of ${formatCount(candidates)} fired`;
  return reasons.length === 0 ? head : `${head}; held back: ${reasons.join(", ")}`;
}

/** `win_back 10, nag 2`: to whom candidates yielded. */
export function yieldedSentence({ yieldedTo }: FatesApart): string {
  return yieldedTo
    .map(({ segment, candidates }) => `${segment} ${formatCount(candidates)}`)
    .join(", ");
}

/** What became of candidates, by cause: the names of the columns, and a row for each cause and for all. */
export function fateRows(all: FatesApart): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const reasons = reasonsIn(all);
  const row = (name: string, { candidates, fires, suppressed }: Fates): readonly string[] => [
    name,
    ...[candidates, fires, ...reasons.map((reason) => suppressed[reason])].map(formatCount),
  ];
  return {
    columns: ["candidates", "n", "fired", ...reasons.map((reason) => REASONS[reason])],
    rows: [row("all", all), ...all.causes.map((each) => row(CAUSES[each.cause], each))],
  };
}
