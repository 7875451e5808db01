import type { Aggregate, Count, Look, Recency, Sequence } from "../../rule/ast.ts";
import { WindowCounter } from "../counter.ts";
import { CountIn } from "../leaves/count-in.ts";
import { DistinctLeaf } from "../leaves/distinct.ts";
import { scaledBound } from "../leaves/exact-sum.ts";
import { ExtremeLeaf } from "../leaves/extreme.ts";
import { RecencyLeaf } from "../leaves/recency.ts";
import { ThenNoLeaf } from "../leaves/then-no.ts";
import { ThenLeaf } from "../leaves/then.ts";
import { SessionGate } from "../leaves/session.ts";
import { TotalLeaf } from "../leaves/total.ts";
import type { Anchor, WindowStart } from "../leaves/window-start.ts";
import type { Leaf } from "../live.ts";
import { rangeOf } from "../newest.ts";
import { compileSign } from "../passes.ts";
import type { Names, Sink } from "../routes.ts";
import type { Ground } from "./ground.ts";

/** A count as a leaf. Trailing windows and `ever` have a counter of their own, which looks at nothing but its events. */
export function countLeaf(count: Count, ground: Ground, anchor: Anchor | undefined): Leaf {
  const window = ground.window(count.window, anchor);
  return hearOver(count, ground, newCounter(count, window), window);
}

/** The counter of a count over a window. */
export function newCounter(count: Count, window: WindowStart): WindowCounter | CountIn {
  const range = rangeOf(count.comparator, count.number);
  switch (count.window.kind) {
    case "last":
      return new WindowCounter(range, count.window.length);
    case "ever":
      return new WindowCounter(range, Infinity);
    case "calendar":
    case "session":
    case "since":
      return new CountIn(range, window);
  }
}

/** Has the events that a condition over a window is about come to it. */
export function hearOver<Kept extends Leaf & Sink>(
  condition: Count | Aggregate,
  ground: Ground,
  leaf: Kept,
  window: WindowStart,
): Kept {
  const look = ground.look(condition);
  ground.keep(leaf);
  if (condition.window.kind === "session") {
    const sink = new SessionGate(look.isMeant, leaf);
    ground.hearSessions([look], { leaf, sink, sessions: ground.sessions(condition.window.gap) });
  } else ground.hearLook(look, leaf, (now) => window.keepFrom(now));
  if (condition.window.kind === "calendar" && !condition.window.utc) ground.context.watchZone(leaf);
  return leaf;
}

/** An aggregate as a leaf. */
export function aggregateLeaf(aggregate: Aggregate, ground: Ground): Leaf {
  const window = ground.window(aggregate.window, undefined);
  return hearOver(aggregate, ground, newAggregate(aggregate, window), window);
}

function newAggregate(
  { function: figure, property, comparator, number }: Aggregate,
  window: WindowStart,
): Leaf & Sink {
  const compare = compileSign(comparator);
  const bound = scaledBound(number);
  switch (figure) {
    case "sum":
      return new TotalLeaf({ property, test: (sum) => compare(sum.compareTo(bound, 1)) }, window);
    case "average": {
      return new TotalLeaf(
        { property, test: (sum, count) => count !== 0 && compare(sum.compareTo(bound, count)) },
        window,
      );
    }
    case "minimum":
    case "maximum": {
      const sign = figure === "maximum" ? 1 : -1;
      return new ExtremeLeaf({ property, sign, test: (found) => compare(found - bound) }, window);
    }
    case "distinct":
      return new DistinctLeaf({ property, test: (found) => compare(found - number) }, window);
  }
}

/** A condition on the newest or the oldest event as a leaf. */
export function recencyLeaf(recency: Recency, ground: Ground): Leaf {
  const leaf = ground.keep(new RecencyLeaf(recency));
  ground.hearLook(ground.look(recency), leaf, () => -Infinity);
  return leaf;
}

/** A condition on two kinds of events as a leaf. */
export function sequenceLeaf(sequence: Sequence, ground: Ground): Leaf {
  const first = ground.look(sequence.first);
  const second = ground.look(sequence.second);
  const window = sequence.window.kind === "last" ? sequence.window.length : Infinity;
  const asked = {
    isFirst: first.isMeant,
    isSecond: second.isMeant,
    within: sequence.within,
    window,
  };
  const leaf = ground.keep(sequence.negated ? new ThenNoLeaf(asked) : new ThenLeaf(asked));
  ground.hear({
    names: eitherOf(sequence.first, sequence.second),
    passes: [],
    isLocal: first.isLocal || second.isLocal,
    leaf,
    sink: leaf,
    keepFrom: (now) => now - window - sequence.within,
  });
  return leaf;
}

/** The names of two looks together; where both go by a prefix, all names. */
function eitherOf(first: Look, second: Look): Names {
  const events = [...new Set([...first.metric.events, ...second.metric.events])];
  const prefixes = [first.metric.prefix, second.metric.prefix].filter((each) => each !== undefined);
  const [prefix, another] = prefixes;
  return { events, prefix: another === undefined ? prefix : "" };
}
