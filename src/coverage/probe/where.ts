import type { Predicate } from "../../model/predicate.ts";
import { printWord, printTest } from "../../rule/printer.ts";
import { formatTime } from "../../rule/grammar/clock.ts";
import { DAY_MS, dayAt, instantOfWall, weekdayOf } from "../../time/zone.ts";
import { type Looked, type Undated, eventsOf } from "./events.ts";
import type { Demand } from "./sketch.ts";
import type { Bound, Scene, Side } from "./stage.ts";
import { propertiesFor, valuesBeside } from "./values.ts";

/** Puts the one event that decides, at a moment of its own if it matters, with all that the condition needs besides. */
export type PlaceDecisive = (event: Undated, ago?: number) => Demand;

type Test = Exclude<Predicate, { readonly kind: "and" | "or" | "not" }>;

/** A test of a predicate, and properties with which the rest of it lets the test decide. */
interface Decisive {
  readonly test: Test;
  readonly events: readonly Undated[];
}

/** The bounds within a look's `where`: each value that it names, each time of the event, each thing that is the same. */
export function whereBounds(look: Looked, scene: Scene, place: PlaceDecisive): readonly Bound[] {
  const inside = decisiveTests(look.where, eventsOf({ ...look, where: undefined }, scene));
  const bounds = inside.flatMap(({ test, events }): readonly Bound[] => {
    const [event] = events;
    return event === undefined ? [] : [boundOf(test, event, { scene, place })];
  });
  return [...bounds, ...sameBound(look, scene, place)];
}

function decisiveTests(
  predicate: Predicate | undefined,
  events: readonly Undated[],
): readonly Decisive[] {
  switch (predicate?.kind) {
    case undefined:
      return [];
    case "not":
      return decisiveTests(predicate.predicate, events);
    case "and":
    case "or":
      return predicate.predicates.flatMap((each, index) => {
        const others = predicate.predicates.filter((_, place) => place !== index);
        return decisiveTests(each, withAll(events, others, predicate.kind === "and"));
      });
    case "property":
    case "local_time":
    case "weekday":
      return [{ test: predicate, events }];
  }
}

function withAll(
  events: readonly Undated[],
  predicates: readonly Predicate[],
  wanted: boolean,
): readonly Undated[] {
  return events.flatMap((event) =>
    propertiesFor({ kind: wanted ? "and" : "or", predicates }, wanted, event.properties).map(
      (properties) => ({ ...event, properties }),
    ),
  );
}

interface Placing {
  readonly scene: Scene;
  readonly place: PlaceDecisive;
}

function boundOf(test: Test, event: Undated, { scene, place }: Placing): Bound {
  switch (test.kind) {
    case "property": {
      const name = printWord(test.property);
      const sides = valuesBeside(test.test).map(({ label, value }): Side => {
        const { [test.property]: _, ...rest } = event.properties;
        const properties = value === null ? rest : { ...rest, [test.property]: value };
        return { label: `${name} ${label}`, demand: place({ ...event, properties }) };
      });
      return { text: `where ${name} ${printTest(test.test)}`, sides };
    }
    case "local_time": {
      const times = [test.from, test.to].flatMap((time) => [time - 1, time, time + 1]);
      const sides = times.map((time): Side => {
        const label = `at ${formatTime((time + DAY_MS) % DAY_MS)}`;
        return { label, demand: place(event, agoOfTime(time, scene)) };
      });
      return { text: `where local time ${formatTime(test.from)}..${formatTime(test.to)}`, sides };
    }
    case "weekday": {
      const { at, zone } = scene;
      const sides = Array.from({ length: 7 }, (_, back): Side => {
        const day = dayAt(zone, at) - back - 1;
        const ago = at - instantOfWall(zone, day * DAY_MS + DAY_MS / 2);
        return { label: `on a ${DAYS[weekdayOf(day)]!}`, demand: place(event, ago) };
      });
      return { text: "where local day", sides };
    }
  }
}

/** The days of the week, as rules and probes call them. */
export const DAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** How long ago the wall last showed a time; yesterday's, where today's is still to come. */
function agoOfTime(time: number, { at, zone }: Scene): number {
  const today = at - instantOfWall(zone, dayAt(zone, at) * DAY_MS + time);
  return today >= 2 ? today : at - instantOfWall(zone, (dayAt(zone, at) - 1) * DAY_MS + time);
}

/** One of the events is about another thing. */
function sameBound({ of, ...look }: Looked, scene: Scene, place: PlaceDecisive): readonly Bound[] {
  if (of === undefined) return [];
  const sides = ["one", "another"].map((which): Side => {
    const value = which === "one" ? (scene.bound[of.property] ?? null) : `${which} ${of.thing}`;
    const [event] = eventsOf(look, scene, { [of.property]: value });
    const label = which === "one" ? `of that ${of.thing}` : `of another ${of.thing}`;
    return { label, demand: event === undefined ? {} : place(event) };
  });
  return [{ text: `of ${of.word === "same" ? "the same" : "that"} ${of.thing}`, sides }];
}
