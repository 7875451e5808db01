import type { Recency, Sequence } from "../../rule/ast.ts";
import { UNITS, formatDuration } from "../../time/duration.ts";
import { agoLabel, windowBounds } from "./count.ts";
import { type Undated, eventsOf, placesIn, reachOf } from "./events.ts";
import type { Demand } from "./sketch.ts";
import type { Bound, Scene, Side } from "./stage.ts";
import { whereBounds } from "./where.ts";

/** How many kinds of events are tried. */
const MOST_KINDS = 3;

/** Ways to have the newest or oldest event so long ago that the condition holds, or does not. */
export function waysToBeRecent(recency: Recency, wanted: boolean, scene: Scene): readonly Demand[] {
  const { length } = recency;
  const isWithin = (recency.relation === "within") === wanted;
  const agos = isWithin
    ? placesIn({ kind: "last", length }, scene, recency.where)
    : [length + UNITS.h, length, length + 1, 2 * length];
  return eventsOf(recency, scene)
    .slice(0, MOST_KINDS)
    .flatMap((event) => agos.map((ago) => ({ events: [{ ...event, ago }] })));
}

/** The bounds of a recency: how long ago, and what its `where` asks. */
export function boundsOfRecency(recency: Recency, scene: Scene): readonly Bound[] {
  const { length, relation, which } = recency;
  const [event] = eventsOf(recency, scene);
  const text = `${which} ${relation === "within" ? "within" : "more than"} ${formatDuration(length)}`;
  if (event === undefined) return [{ text, sides: [] }];
  const inside = relation === "within" ? Math.floor(length / 2) : length + UNITS.h;
  const place = (one: Undated, ago = inside): Demand => ({ events: [{ ...one, ago }] });
  const sides = [length - 1, length, length + 1].map((ago): Side => ({
    label: agoLabel(ago),
    demand: place(event, ago),
  }));
  const orNone = [
    { label: "one", demand: place(event) },
    { label: "none", demand: {} },
  ];
  return [
    { text, sides, looksBack: "elapsed" },
    { text: `${which}, or none`, sides: orNone },
    ...whereBounds(recency, scene, place),
  ];
}

/** Ways to have one event after the other, or to have none after it. */
export function waysToFollow(sequence: Sequence, wanted: boolean, scene: Scene): readonly Demand[] {
  const { first, second, negated, within, window } = sequence;
  const reach = reachOf(window, scene);
  const firsts = eventsOf(first, scene).slice(0, 2);
  const seconds = eventsOf(second, scene).slice(0, 2);
  const pairs = firsts.flatMap((a) => seconds.map((b) => [a, b] as const));
  if (!wanted) {
    // Where the first is there for another reason, the second answers it, or does not.
    return negated
      ? seconds.flatMap((b) => [UNITS.min, 1, 0].map((ago) => ({ events: [{ ...b, ago }] })))
      : [];
  }
  if (negated) {
    const agos = [within + UNITS.h, Math.floor((within + reach) / 2), within];
    return firsts.flatMap((a) =>
      agos.filter((ago) => ago <= reach).map((ago) => ({ events: [{ ...a, ago }] })),
    );
  }
  const gap = Math.max(1, Math.floor(within / 2));
  return placesIn(window, scene, second.where).flatMap((ago) =>
    pairs.map(([a, b]) => ({
      events: [
        { ...a, ago: ago + gap },
        { ...b, ago },
      ],
    })),
  );
}

/** The bounds of a sequence: how far apart the two may be, both ends of its window, and what each `where` asks. */
export function boundsOfSequence(sequence: Sequence, scene: Scene): readonly Bound[] {
  const [a] = eventsOf(sequence.first, scene);
  const [b] = eventsOf(sequence.second, scene);
  if (a === undefined || b === undefined) return [{ text: "then", sides: [] }];
  return sequence.negated
    ? boundsOfMissing(sequence, [a, b], scene)
    : boundsOfFollowing(sequence, [a, b], scene);
}

type Pair = readonly [Undated, Undated];

function boundsOfFollowing(
  { first, second, within, window }: Sequence,
  [a, b]: Pair,
  scene: Scene,
): readonly Bound[] {
  const [calm = 0] = placesIn(window, scene, second.where);
  const half = Math.max(1, Math.floor(within / 2));
  const place = (gap: number, ago = calm): Demand => ({
    events: [
      { ...a, ago: ago + gap },
      { ...b, ago },
    ],
  });
  const apart = (gap: number): Side => ({ label: `${gap} ms apart`, demand: place(gap) });
  return [
    {
      text: `within ${formatDuration(within)}`,
      sides: [within - 1, within, within + 1].map(apart),
    },
    { text: "then", sides: [-1, 0, 1].map(apart) },
    ...windowBounds(window, scene, (ago) => place(half, ago)),
    ...whereBounds(first, scene, (event) => ({
      events: [
        { ...event, ago: calm + half },
        { ...b, ago: calm },
      ],
    })),
    ...whereBounds(second, scene, (event) => ({
      events: [
        { ...a, ago: calm + half },
        { ...event, ago: calm },
      ],
    })),
  ];
}

/** The first event alone, and one that came after it, or just too late to be its answer. */
function boundsOfMissing(
  { first, second, within, window }: Sequence,
  [a, b]: Pair,
  scene: Scene,
): readonly Bound[] {
  const reach = reachOf(window, scene);
  const calm = Math.min(within + UNITS.h, reach);
  const alone = (ago: number): Demand => ({ events: [{ ...a, ago }] });
  const answered = (gap: number): Demand => ({
    events: [
      { ...a, ago: calm },
      { ...b, ago: calm - gap },
    ],
  });
  const after = (gap: number): Side => ({
    label: `answered after ${gap} ms`,
    demand: answered(gap),
  });
  return [
    {
      text: `within ${formatDuration(within)}`,
      sides: [within - 1, within, within + 1].map((ago) => ({
        label: agoLabel(ago),
        demand: alone(ago),
      })),
    },
    { text: "then no", sides: [-1, 0, 1].map(after) },
    { text: "then no, up to now", sides: [1, 0, -1].map((ago) => after(calm - ago)) },
    ...windowBounds(window, scene, alone).filter(({ text }) => text !== "up to now"),
    ...whereBounds(first, scene, (event) => ({ events: [{ ...event, ago: calm }] })),
    ...whereBounds(second, scene, (event) => ({
      events: [
        { ...a, ago: calm },
        { ...event, ago: calm - Math.floor(within / 2) },
      ],
    })),
  ];
}
