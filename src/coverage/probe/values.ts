import type { Value, Values } from "../../model/event.ts";
import type { Predicate, ValueTest } from "../../model/predicate.ts";
import type { ValueType } from "../../model/vocabulary.ts";
import { passes } from "../../reference/value.ts";
import { formatInstant, instant, parseInstant } from "../../time/instant.ts";

/** The step by which a number is moved: 1 where it is whole, else the ten-thousandth in which numbers are exact. */
export const FRACTION = 0.0001;

/** A value beside a bound, and how it is called; `null` is missing. */
export interface NamedValue {
  readonly label: string;
  readonly value: Value;
}

/** Values that pass the test, or do not; the plainest first. `null`, the missing value, stands last. */
export function valuesFor(test: ValueTest, wanted: boolean, type?: ValueType): readonly Value[] {
  const all = [...valuesBeside(test, type).map(({ value }) => value), ...farFrom(test), null];
  return all.filter(
    (value, index) => passes(test, value) === wanted && all.indexOf(value) === index,
  );
}

/** The values on a test's bound and one step to each side of it; where it has no order, one of each kind. */
export function valuesBeside(test: ValueTest, type?: ValueType): readonly NamedValue[] {
  const missing = { label: "missing", value: null };
  switch (test.kind) {
    case "compare":
      return [...steps(test.value), ...(isOrdered(test.value) ? [] : [missing])];
    case "one_of":
      return [...test.values.map(named), { label: "another", value: other(test.values) }, missing];
    case "contains":
      return type === "list"
        ? [[test.value], ["another"], []].map((value) => ({ label: JSON.stringify(value), value }))
        : [named(test.value), named("another"), missing];
    case "missing":
    case "present":
      return [{ label: "present", value: sampleOf(type) }, missing];
  }
}

function isOrdered(value: string | number | boolean): boolean {
  return typeof value === "number" || instantIn(value) !== undefined;
}

function steps(value: string | number | boolean): readonly NamedValue[] {
  if (typeof value === "boolean") return [named(value), named(!value)];
  const moment = instantIn(value);
  if (typeof value === "string" && moment === undefined)
    return [named(value), { label: "another", value: other([value]) }];
  const move = (step: number): string | number =>
    typeof value === "number"
      ? stepped(value, step * (Number.isInteger(value) ? 1 : FRACTION))
      : formatInstant(instant(moment! + step));
  return [named(move(-1)), { label: String(value), value }, named(move(1))];
}

/** The number so much further, without the dust of binary fractions. */
export function stepped(value: number, by: number): number {
  return Math.round((value + by) * 10_000) / 10_000;
}

function instantIn(value: string | number | boolean): number | undefined {
  const written = typeof value === "string" ? parseInstant(value) : undefined;
  return written?.kind === "wall" ? written.wall : written?.at;
}

/** Further off, for where the neighbours of a bound are taken by another one. */
function farFrom(test: ValueTest): readonly Value[] {
  const value = test.kind === "compare" ? test.value : undefined;
  return typeof value === "number" ? [stepped(value, 10), stepped(value, -10), 0] : [];
}

function named(value: string | number | boolean): NamedValue {
  return { label: String(value), value };
}

function other(values: readonly (string | number | boolean)[]): Value {
  const found = ["another", -1, "yet another"].find(
    (each) => typeof each === typeof values[0] && !values.includes(each),
  );
  return found ?? "another";
}

/** Some value of a type. */
export function sampleOf(type: ValueType | undefined): Value {
  switch (type) {
    case "number":
      return 1;
    case "boolean":
      return true;
    case "instant":
      return "2026-01-01T00:00:00.000Z";
    case "list":
      return ["one"];
    case "text":
    case undefined:
      return "one";
  }
}

/** How many ways to satisfy a predicate are looked at. */
const MOST_WAYS = 12;

/** Properties, the given ones among them, of events that satisfy the predicate or do not; the plainest first. Where it
 *  asks for the local time of the event, nothing is added: that is a matter of when. */
export function propertiesFor(
  predicate: Predicate | undefined,
  wanted: boolean,
  given: Values = {},
): readonly Values[] {
  if (predicate === undefined) return [given];
  switch (predicate.kind) {
    case "property":
      return waysOf(predicate, wanted, given);
    case "not":
      return propertiesFor(predicate.predicate, !wanted, given);
    case "and":
    case "or": {
      const { predicates } = predicate;
      if ((predicate.kind === "and") === wanted) {
        let all: readonly Values[] = [given];
        for (const each of predicates)
          all = all.flatMap((one) => propertiesFor(each, wanted, one)).slice(0, MOST_WAYS);
        return all;
      }
      return predicates.flatMap((each) => propertiesFor(each, wanted, given)).slice(0, MOST_WAYS);
    }
    case "local_time":
    case "weekday":
      return [given];
  }
}

function waysOf(
  { property, test }: Extract<Predicate, { readonly kind: "property" }>,
  wanted: boolean,
  given: Values,
): readonly Values[] {
  if (Object.hasOwn(given, property))
    return passes(test, given[property]) === wanted ? [given] : [];
  return valuesFor(test, wanted).map((value) =>
    value === null ? given : { ...given, [property]: value },
  );
}
