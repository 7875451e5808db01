import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/model/event.ts";
import type { Predicate } from "../../src/model/predicate.ts";
import { holds } from "../../src/reference/holds.ts";
import { knownAt, zoneOf } from "../../src/reference/known.ts";
import { turningInstants } from "../../src/reference/turning.ts";
import type { Aggregate, Condition, Held, Look, Recency, Window } from "../../src/rule/ast.ts";
import type { Duration } from "../../src/time/duration.ts";
import { before } from "../../src/time/window.ts";
import { NOWHERE, comparator, length } from "../engine/arbitraries/grid.ts";
import { leaf } from "../engine/arbitraries/leaf.ts";
import { look, window } from "../engine/arbitraries/look.ts";
import { arrivedAtOnce, asked } from "./asked.ts";

// Where the language says one thing in two ways, both are the same; and what can be found by hand is found so.

const EVER: Window = { kind: "ever" };

function some(looked: Look, within: Window): Condition {
  return { kind: "count", span: NOWHERE, ...looked, comparator: ">=", number: 1, window: within };
}

function not(condition: Condition): Condition {
  return { kind: "not", span: NOWHERE, condition };
}

function and(...conditions: readonly Condition[]): Condition {
  return { kind: "and", span: NOWHERE, conditions };
}

/** Both conditions are the same at any instant of any history. */
function same(pairs: fc.Arbitrary<readonly [Condition, Condition]>): void {
  fc.assert(
    fc.property(pairs, asked, ([one, other], { history, at }) => {
      expect(holds(one, history, at)).toBe(holds(other, history, at));
    }),
    { numRuns: 500 },
  );
}

describe("how long ago", () => {
  type Which = Pick<Recency, "which" | "relation">;
  const recency = (of: Look, span: Duration, rest: Which): Condition => {
    return { kind: "recency", span: NOWHERE, ...of, ...rest, length: span };
  };
  const lastOf = (of: Look, span: Duration): Condition => some(of, { kind: "last", length: span });
  const cases = fc.tuple(look, length);

  test("the last within a span is at least one in it", () => {
    const rest = { which: "last", relation: "within" } as const;
    same(cases.map(([x, span]) => [recency(x, span, rest), lastOf(x, span)]));
  });

  test("the last more than a span ago is one ever and none in it", () => {
    const rest = { which: "last", relation: "before" } as const;
    same(
      cases.map(([x, span]) => [recency(x, span, rest), and(some(x, EVER), not(lastOf(x, span)))]),
    );
  });

  test("the first lies either within a span or before it, if there is one", () => {
    same(
      cases.map(([x, span]) => [
        recency(x, span, { which: "first", relation: "within" }),
        and(some(x, EVER), not(recency(x, span, { which: "first", relation: "before" }))),
      ]),
    );
  });

  test("one and then no other of the same is the last of them, so long ago", () => {
    same(
      fc.tuple(look, length, length).map(([x, within, span]) => [
        {
          kind: "sequence",
          span: NOWHERE,
          first: x,
          second: x,
          negated: true,
          within,
          window: { kind: "last", length: span },
        },
        and(
          recency(x, span, { which: "last", relation: "within" }),
          recency(x, within, { which: "last", relation: "before" }),
        ),
      ]),
    );
  });
});

type Rest = Pick<Aggregate, "comparator" | "number" | "window">;

function figure(name: Aggregate["function"], of: Look, rest: Rest): Condition {
  return { kind: "aggregate", span: NOWHERE, ...of, ...rest, function: name, property: "price" };
}

function price(sign: ">=" | "<", value: number): Predicate {
  const compare = { kind: "compare", comparator: sign, value } as const;
  return { kind: "property", property: "price", test: compare };
}

/** Those of the events whose price counts as a number, and perhaps only some of them. */
function priced({ metric, where }: Look, ...more: readonly Predicate[]): Look {
  const usable = [price(">=", -1e9), price("<", 1e9 + 1)];
  const predicates = [...(where === undefined ? [] : [where]), ...usable, ...more];
  return { metric, where: { kind: "and", predicates } };
}

describe("figures", () => {
  const cases = fc.tuple(look, fc.integer({ min: -1, max: 3 }), window);

  test("the sum of ones is how many there are", () => {
    const rest = fc.record({ comparator, number: fc.integer({ min: 0, max: 4 }), window });
    const one = (event: Event): Event => {
      return { ...event, properties: { ...event.properties, price: 1 } };
    };
    fc.assert(
      fc.property(look, rest, asked, (of, than, { history, at }) => {
        const ones = { ...history, events: history.events.map(one) };
        const count: Condition = { kind: "count", span: NOWHERE, ...of, ...than };
        expect(holds(figure("sum", of, than), ones, at)).toBe(holds(count, ones, at));
      }),
      { numRuns: 500 },
    );
  });

  test("a maximum of at least so much is one event of so much", () => {
    same(
      cases.map(([of, number, within]) => [
        figure("maximum", of, { comparator: ">=", number, window: within }),
        some(priced(of, price(">=", number)), within),
      ]),
    );
  });

  test("a minimum of at least so much is one event, and none of less", () => {
    same(
      cases.map(([of, number, within]) => [
        figure("minimum", of, { comparator: ">=", number, window: within }),
        and(some(priced(of), within), not(some(priced(of, price("<", number)), within))),
      ]),
    );
  });

  test("an average lies between the minimum and the maximum", () => {
    fc.assert(
      fc.property(cases, asked, ([of, number, within], { history, at }) => {
        const rest = { comparator: ">=", number, window: within } as const;
        const [least, mean, most] = (["minimum", "average", "maximum"] as const).map((name) =>
          holds(figure(name, of, rest), history, at),
        );
        expect(least === true && mean === false).toBe(false);
        expect(mean === true && most === false).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe("calendar windows, by the calendar of Intl", () => {
  const UNITS = ["day", "week", "month"] as const;

  /** The date on the wall, as a day that can be reckoned with. */
  function dateAt(zone: string, at: number): number {
    const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
    return Date.UTC(
      Number(parts.slice(0, 4)),
      Number(parts.slice(5, 7)) - 1,
      Number(parts.slice(8, 10)),
    );
  }

  /** How many days, weeks or months a date lies before today. */
  function unitsBefore(unit: (typeof UNITS)[number], date: number, today: number): number {
    const monday = (each: number): number => Math.floor((each / 86_400_000 + 3) / 7);
    const month = (each: number): number =>
      new Date(each).getUTCFullYear() * 12 + new Date(each).getUTCMonth();
    if (unit === "day") return (today - date) / 86_400_000;
    return unit === "week" ? monday(today) - monday(date) : month(today) - month(date);
  }

  test("an event lies in the last days, weeks or months by its date and today's", () => {
    const windows = fc.record({
      unit: fc.constantFrom(...UNITS),
      number: fc.integer({ min: 1, max: 3 }),
      utc: fc.boolean(),
    });
    fc.assert(
      fc.property(windows, asked, ({ unit, number, utc }, { history, at }) => {
        const known = knownAt(history, at);
        const zone = utc ? "UTC" : zoneOf(known);
        const today = dateAt(zone, at);
        const views = known.events.filter(({ name }) => name === "Cart Viewed");
        const inside = views.filter(
          (event) => unitsBefore(unit, dateAt(zone, event.at), today) < number,
        );
        const condition: Condition = {
          kind: "count",
          span: NOWHERE,
          metric: { word: "cart_views", quoted: false, events: ["Cart Viewed"] },
          comparator: "=",
          number: inside.length,
          window: { kind: "calendar", unit, number, utc },
        };
        expect(holds(condition, history, at)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("states that are held", () => {
  test("a state is held if it passes at every instant of the span, as it is known now", () => {
    const held = leaf.filter((each): each is Held => each.kind === "held");
    fc.assert(
      fc.property(held, asked, (condition, { history, at }) => {
        const told = arrivedAtOnce(history, at);
        const from = before(at, condition.length);
        const instants = turningInstants(condition.condition, told, { from, to: at });
        const passed = [...instants, at].every((each) => holds(condition.condition, told, each));
        expect(holds(condition, history, at)).toBe(passed);
      }),
      { numRuns: 500 },
    );
  });
});
