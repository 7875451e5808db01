import { type Event, byTime } from "../../model/event.ts";
import type { Margin } from "../../model/explanation.ts";
import type { Sequence } from "../../rule/ast.ts";
import { formatDuration } from "../../time/duration.ts";
import { lookedAt } from "../look.ts";
import type { Moment } from "../moment.ts";
import { sequences } from "../order.ts";
import { young } from "./ages.ts";
import { type Facts, lengthMargin, turnsIn, wordOfLength } from "./facts.ts";

/** The pair that makes a sequence true, or the one that comes closest to it. */
export function sequenceFacts(sequence: Sequence, moment: Moment): Facts {
  const firsts = lookedAt(sequence.first, moment.known);
  const seconds = lookedAt(sequence.second, moment.known);
  const asked = `within ${formatDuration(sequence.within)}`;
  return sequence.negated
    ? { asked: `none ${asked}`, ...withoutSecond(sequence, { firsts, seconds, moment }) }
    : { asked, ...withSecond(sequence, { firsts, seconds, moment }) };
}

interface Seen {
  readonly firsts: readonly Event[];
  readonly seconds: readonly Event[];
  readonly moment: Moment;
}

type Told = Omit<Facts, "asked">;

/** Nothing came that could be the other half. */
const MISSING: Margin = { amount: -1, unit: "events" };

/** The newest pair that is near enough, else the nearest pair. */
function withSecond(sequence: Sequence, seen: Seen): Told {
  const { moment, firsts, seconds } = seen;
  const near = sequences({ ...sequence, window: { kind: "ever" } }, moment).at(-1);
  const [first, second] = near ?? nearest(seen) ?? [];
  if (first === undefined || second === undefined) {
    const halves = [firsts.at(-1), seconds.at(-1)].filter((each) => each !== undefined);
    return { margin: MISSING, events: halves.toSorted(byTime).toReversed() };
  }
  const gap = second.at - first.at;
  const margin =
    near !== undefined && sequence.window.kind === "last"
      ? young(second, sequence.window.length, moment)
      : lengthMargin(sequence.within - gap - 1);
  return { found: `${wordOfLength(gap)} apart`, margin, events: [second, first] };
}

/** The pair in the right order with the least time between. */
function nearest({ firsts, seconds }: Seen): readonly [Event, Event] | undefined {
  const pairs = seconds.flatMap((second): readonly [Event, Event][] => {
    const first = firsts.findLast(({ at }) => at < second.at);
    return first === undefined ? [] : [[first, second]];
  });
  return pairs.toSorted((a, b) => a[1].at - a[0].at - (b[1].at - b[0].at))[0];
}

/** The newest first event, and what came after it or did not. */
function withoutSecond(sequence: Sequence, { firsts, seconds, moment }: Seen): Told {
  const newest = firsts.at(-1);
  if (newest === undefined) return { margin: MISSING, events: [] };
  const [next, ...more] = seconds.filter(({ at }) => newest.at < at);
  if (next !== undefined) {
    const margin: Margin = { amount: -1 - more.length, unit: "events" };
    const events = [newest, next, ...more].toReversed();
    return { found: `${wordOfLength(next.at - newest.at)} apart`, margin, events };
  }
  const open = firsts.filter((first) => !seconds.some((second) => first.at < second.at));
  return {
    found: `none in ${wordOfLength(moment.at - newest.at)}`,
    margin: waitingMargin(sequence, open, moment),
    events: open.toReversed(),
  };
}

/** Of first events without a second, each makes the sequence true from when it is old enough until it has left the
 *  window. */
function waitingMargin(
  { within: near, window }: Sequence,
  open: readonly Event[],
  { at }: Moment,
): Margin {
  const newest = open.at(-1)!;
  if (window.kind === "ever") {
    const wait = open[0]!.at + near - at;
    return wait > 0 ? turnsIn(wait, "misses") : lengthMargin(0 - wait);
  }
  let end: number = at;
  for (const first of open)
    if (first.at + near <= end) end = Math.max(end, first.at + window.length);
  if (end > at) return turnsIn(end - at, "holds");
  const coming = open.map((first) => first.at + near - at).find((wait) => wait > 0);
  if (coming !== undefined && near < window.length) return turnsIn(coming, "misses");
  return lengthMargin(window.length - Math.max(near, at - newest.at) - 1);
}
