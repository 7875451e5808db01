import type { Event } from "../model/event.ts";
import type { Aggregate } from "../rule/ast.ts";
import { lookedAt } from "./look.ts";
import type { Moment } from "./moment.ts";
import { compares } from "./value.ts";
import { inWindow } from "./window.ts";

/** Numbers count in ten-thousandths, so that sums of money are exact. */
const SCALE = 10_000;

/** Beyond this, on either side of 0, a property's number is passed over. */
const LARGEST = 1_000_000_000;

/** The events of the aggregate in its window whose property says something that the function can use, oldest first. */
export function usable(aggregate: Aggregate, moment: Moment): readonly Event[] {
  const isUsable = aggregate.function === "distinct" ? isPlain : isNumber;
  const events = inWindow(lookedAt(aggregate, moment.known), aggregate.window, moment);
  return events.filter((event) => isUsable(event.properties[aggregate.property]));
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= LARGEST;
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** What the function makes of the values, exactly: a fraction of whole numbers. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** The figure of a property over the events; `undefined` if it is missing. */
function figureOf(aggregate: Aggregate, moment: Moment): Fraction | undefined {
  const values = usable(aggregate, moment).map((event) => event.properties[aggregate.property]);
  if (aggregate.function === "distinct") return whole(scaled(new Set(values).size));
  const numbers = values.filter(isNumber).map(scaled);
  const sum = numbers.reduce((total, each) => total + each, 0n);
  if (aggregate.function === "sum") return whole(sum);
  if (numbers.length === 0) return undefined;
  switch (aggregate.function) {
    case "average":
      return { over: sum, under: BigInt(numbers.length) };
    case "minimum":
      return whole(numbers.reduce((least, each) => (each < least ? each : least)));
    case "maximum":
      return whole(numbers.reduce((most, each) => (each > most ? each : most)));
  }
}

function whole(over: bigint): Fraction {
  return { over, under: 1n };
}

function scaled(value: number): bigint {
  return BigInt(Math.round(value * SCALE));
}

/** Whether the figure stands to the number as asked. An average is compared without division. */
export function isFigure(aggregate: Aggregate, moment: Moment): boolean {
  const figure = figureOf(aggregate, moment);
  if (figure === undefined) return false;
  return compares(figure.over, aggregate.comparator, scaled(aggregate.number) * figure.under);
}

/** The figure as people read it, in the property's unit; `undefined` if it is missing. */
export function figureFound(aggregate: Aggregate, moment: Moment): number | undefined {
  const figure = figureOf(aggregate, moment);
  return figure && Number(figure.over) / Number(figure.under) / SCALE;
}

/** By how much the figure lies above the number that was asked, negative if it lies below; `undefined` if it is
 *  missing. */
export function figureBeyond(aggregate: Aggregate, moment: Moment): number | undefined {
  const figure = figureOf(aggregate, moment);
  if (figure === undefined) return undefined;
  const beyond = figure.over - scaled(aggregate.number) * figure.under;
  return Number(beyond) / Number(figure.under) / SCALE;
}
