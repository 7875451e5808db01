import type { Comparator } from "../../model/predicate.ts";
import type { Count, Window } from "../../rule/ast.ts";
import { UNITS, duration, formatDuration } from "../../time/duration.ts";
import {
  IN_SESSION,
  type Undated,
  eventsOf,
  placesIn,
  reachOf,
  rowOf,
  standingFor,
} from "./events.ts";
import type { Demand, PlacedEvent } from "./sketch.ts";
import { type Bound, type Scene, type Side, sceneOf } from "./stage.ts";
import { whereBounds } from "./where.ts";

/** More events than this are not written out. */
const MOST_EVENTS = 100;
const MANY = "there are too many events to write them out";
/** How many kinds of events and how many smaller numbers are tried, where others are there already. */
const MOST_KINDS = 3;
const MOST_FEWER = 3;

/** Ways to have so many events in the window that the count holds, or does not. */
export function waysToCount(count: Count, wanted: boolean, scene: Scene): readonly Demand[] {
  const comparator = wanted ? count.comparator : opposite(count.comparator);
  const kinds = eventsOf(count, scene).slice(0, MOST_KINDS);
  const places = placesIn(count.window, scene, count.where);
  const reach = reachOf(count.window, scene);
  const numbers = numbersFor(comparator, count.number).flatMap((number) =>
    Array.from({ length: Math.min(number, MOST_FEWER) }, (_, less) => number - less),
  );
  return [...new Set(numbers)]
    .filter((number) => number <= MOST_EVENTS)
    .flatMap((number) =>
      kinds.flatMap((kind) =>
        places.map((newest) => ({ events: rowOf(kind, number, { newest, reach }) })),
      ),
    );
}

/** The comparison that holds where this one does not. */
export function opposite(comparator: Comparator): Comparator {
  switch (comparator) {
    case "=":
      return "!=";
    case "!=":
      return "=";
    case "<":
      return ">=";
    case "<=":
      return ">";
    case ">":
      return "<=";
    case ">=":
      return "<";
  }
}

/** Numbers of events, more than none, with which a comparison holds. */
function numbersFor(comparator: Comparator, number: number): readonly number[] {
  const found = {
    ">=": [number, number + 1],
    ">": [number + 1],
    "=": [number],
    "!=": [number + 1, number - 1],
    "<": [number - 1],
    "<=": [number],
  }[comparator];
  return found.filter((each) => each > 0);
}

/** The number with and without whose last event the comparison differs. */
function turningNumber(comparator: Comparator, number: number): number {
  return comparator === ">" || comparator === "<=" ? number + 1 : Math.max(1, number);
}

/** The bounds of a count: its number, both ends of its window, and what its `where` asks. */
export function boundsOfCount(count: Count, scene: Scene): readonly Bound[] {
  const { comparator, number, window } = count;
  const [kind] = eventsOf(count, scene);
  const turning = turningNumber(comparator, number);
  const text = `${comparator} ${number}`;
  if (turning > MOST_EVENTS) return [{ text, sides: [], note: MANY }];
  if (kind === undefined) return [{ text, sides: [] }];
  const [newest = 0] = placesIn(window, scene, count.where);
  const reach = window.kind === "session" ? newest : reachOf(window, scene);
  const row = (length: number): readonly PlacedEvent[] =>
    rowOf(kind, Math.max(0, length), { newest, reach });
  // What the rest of the rule needs may count here too: then so many fewer are added.
  const fewer = Array.from({ length: Math.min(turning, MOST_OTHERS) }, (_, others) => others);
  const numbers = [number - 1, number, number + 1].filter((each) => each >= 0);
  const [sides = [], ...orElse] = fewer.map((others) =>
    numbers.map((each): Side => ({
      label: `${each} of them`,
      demand: { events: row(each - others) },
    })),
  );
  return [
    { text, sides, orElse },
    ...fewer
      .map((others) =>
        windowBounds(window, scene, (ago) => besideEdge(count, { kind, ago, others }, scene)),
      )
      .reduce(inOne),
    ...whereBounds(count, scene, (event: Undated, ago = newest) => ({
      events: [...row(turning - 1), { ...event, ago }],
    })),
  ];
}

interface Decisive {
  readonly kind: Undated;
  readonly ago: number;
  /** How many events the rest of the rule brings along. */
  readonly others: number;
}

/** The one event that decides at an end of the window, at a time of day that the count asks for, if it asks for one; the
 *  others well within. */
function besideEdge(count: Count, { kind, ago, others }: Decisive, scene: Scene): Demand {
  const { comparator, number, window, where } = count;
  const edge = Math.abs(ago) <= 1 ? 0 : window.kind === "last" ? window.length : ago;
  const standing = standingFor(where, edge, scene);
  const there = sceneOf(scene.stage, { ...scene.sketch, ...standing }, scene.bound);
  const [newest = 0] = placesIn(window, there, where);
  const reach = window.kind === "session" ? newest : reachOf(window, there);
  const fill = Math.max(0, turningNumber(comparator, number) - 1 - others);
  return { ...standing, events: [...rowOf(kind, fill, { newest, reach }), { ...kind, ago }] };
}

/** How many events of other conditions are reckoned with. */
const MOST_OTHERS = 10;

/** The same bounds with other people, as more of the same. */
export function inOne(bounds: readonly Bound[], others: readonly Bound[]): readonly Bound[] {
  return bounds.map((bound, index) => {
    const { sides = [], orElse = [] } = others[index] ?? {};
    return { ...bound, orElse: [...(bound.orElse ?? []), sides, ...orElse] };
  });
}

/** Both ends of a window, with the one event that decides at so many milliseconds ago. */
export function windowBounds(
  window: Window,
  scene: Scene,
  place: (ago: number) => Demand,
): readonly Bound[] {
  const around = (edge: number, word: (ago: number) => string): readonly Side[] =>
    [edge - 1, edge, edge + 1].map((ago) => ({ label: word(ago), demand: place(ago) }));
  const happened = { text: "up to now", sides: around(0, agoLabel).toReversed() };
  switch (window.kind) {
    case "last": {
      const { length } = window;
      const text = `in last ${formatDuration(length)}`;
      return [{ text, sides: around(length, agoLabel), looksBack: "elapsed" }, happened];
    }
    case "ever":
      return [happened];
    case "calendar": {
      const edge = reachOf(window, scene);
      const sides = around(edge, (ago) => BESIDE[ago - edge + 1]!);
      return [{ text: "since midnight", sides, looksBack: "calendar" }, happened];
    }
    case "session": {
      const [sides = [], ...orElse] = SESSION_STARTS.map((start) =>
        joining(start, window.gap, { scene, place }),
      );
      return [{ text: "in session", sides, orElse }];
    }
    case "since":
      return [];
  }
}

/** How long ago the rest of a session may begin. */
const SESSION_STARTS = Array.from({ length: 6 }, (_, index) => IN_SESSION + index * UNITS.min);

/** The event that decides, so long before the rest of the session that it just belongs to it, or just does not. */
function joining(
  start: number,
  gap: number,
  { scene, place }: { readonly scene: Scene; readonly place: (ago: number) => Demand },
): readonly Side[] {
  const next = { ago: start, name: scene.stage.neutral, properties: {} };
  return [gap - 1, gap, gap + 1].map((pause) => {
    const { events = [] } = place(start + pause);
    const label = `${formatDuration(duration(pause))} before the rest of the session`;
    return { label, demand: { events: [...events, next] } };
  });
}

const BESIDE = ["1ms after the midnight", "at the midnight", "1ms before the midnight"] as const;

/** `47h59min ago`, `now`, `1ms later`. */
export function agoLabel(ago: number): string {
  if (ago === 0) return "now";
  return `${formatDuration(duration(Math.abs(ago)))} ${ago < 0 ? "later" : "ago"}`;
}
