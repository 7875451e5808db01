import type { Values } from "../../model/event.ts";
import type { ValueTest } from "../../model/predicate.ts";
import type { Aggregate } from "../../rule/ast.ts";
import { inOne, windowBounds } from "./count.ts";
import { type Undated, eventsOf, placesIn, reachOf, rowOf } from "./events.ts";
import type { Demand, PlacedEvent } from "./sketch.ts";
import type { Bound, Scene } from "./stage.ts";
import { FRACTION, stepped, valuesFor } from "./values.ts";
import { whereBounds } from "./where.ts";

/** More different values than this are not written out. */
const MOST_VALUES = 100;

/** Ways to have events whose figure is such that the aggregate holds, or does not. */
export function waysToAggregate(
  aggregate: Aggregate,
  wanted: boolean,
  scene: Scene,
): readonly Demand[] {
  const { window, where } = aggregate;
  const reach = reachOf(window, scene);
  const figures = valuesFor(asTest(aggregate), wanted).filter((each) => typeof each === "number");
  return figures.flatMap((figure) =>
    placesIn(window, scene, where).flatMap((newest) => {
      const events = eventsShowing(aggregate, figure, { scene, newest, reach });
      return events === undefined ? [] : [{ events }];
    }),
  );
}

function asTest({ comparator, number }: Aggregate): ValueTest {
  return { kind: "compare", comparator, value: number };
}

interface Placing {
  readonly scene: Scene;
  readonly newest: number;
  readonly reach: number;
}

/** Events that come to the figure: so many different values, or one event with the value; nothing if that cannot be. */
function eventsShowing(
  aggregate: Aggregate,
  figure: number,
  { scene, newest, reach }: Placing,
): readonly PlacedEvent[] | undefined {
  const single = (value: Values[string]): Undated | undefined =>
    eventsOf(aggregate, scene, { [aggregate.property]: value })[0];
  if (aggregate.function !== "distinct") {
    const event = single(figure);
    return event === undefined ? undefined : [{ ...event, ago: newest }];
  }
  if (!Number.isInteger(figure) || figure < 0 || figure > MOST_VALUES) return undefined;
  const kinds = Array.from({ length: figure }, (_, index) => single(`${index + 1}`));
  if (kinds.some((each) => each === undefined)) return undefined;
  const [first] = kinds;
  const agos = first === undefined ? [] : rowOf(first, figure, { newest, reach });
  return agos.map(({ ago }, index) => ({ ...kinds[index]!, ago }));
}

/** The bounds of an aggregate: its figure to the ten-thousandth, both ends of its window, and its `where`. */
export function boundsOfAggregate(aggregate: Aggregate, scene: Scene): readonly Bound[] {
  const { window, number, comparator, where } = aggregate;
  const [newest = 0] = placesIn(window, scene, where);
  const reach = reachOf(window, scene);
  const step = aggregate.function === "distinct" ? 1 : FRACTION;
  const shown = (figure: number): readonly PlacedEvent[] =>
    eventsShowing(aggregate, figure, { scene, newest, reach }) ?? [];
  const sides = [stepped(number, -step), number, stepped(number, step)].map((figure) => ({
    label: `${figure}`,
    demand: { events: shown(figure) },
  }));
  const text = `${aggregate.function} of ${aggregate.property} ${comparator} ${number}`;
  const deciding = figuresThatDecide(aggregate)
    .map(shown)
    .filter((events) => events.length > 0);
  const windows = deciding.map(([event, ...others]) =>
    windowBounds(window, scene, (ago) => ({ events: [...others, { ...event!, ago }] })),
  );
  const [[event, ...others] = []] = deciding;
  return [
    { text, sides },
    ...(windows.length === 0 ? [] : windows.reduce(inOne)),
    ...whereBounds(aggregate, scene, (one, ago = newest): Demand => {
      const properties = { ...event?.properties, ...one.properties };
      return { events: [...others, { ...one, properties, ago }] };
    }),
  ];
}

/** Figures with which one event more or less decides: one that passes where nothing is missing, or one that fails. */
function figuresThatDecide(aggregate: Aggregate): readonly number[] {
  const passing = valuesFor(asTest(aggregate), true);
  const failing = [...valuesFor(asTest(aggregate), false), ...FAR];
  return [...passing.slice(0, 2), ...failing].filter((each) => typeof each === "number");
}

/** Figures that turn most averages. */
const FAR = [1_000_000, -1_000_000, 0];
