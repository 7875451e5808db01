import type { Value } from "../../model/event.ts";
import type { ValueTest } from "../../model/predicate.ts";
import type { ValueType } from "../../model/vocabulary.ts";
import type {
  AttributeIs,
  ConsentIs,
  DeviceIs,
  FreshIs,
  Held,
  InstantIs,
  PlaceIs,
} from "../../rule/ast.ts";
import { printCondition } from "../../rule/printer.ts";
import { UNITS, duration, formatDuration } from "../../time/duration.ts";
import { agoLabel } from "./count.ts";
import type { Demand, State, StateKey } from "./sketch.ts";
import type { Bound, Scene, Side, Stage } from "./stage.ts";
import { type NamedValue, sampleOf, valuesBeside, valuesFor } from "./values.ts";

/** A condition on a state that lasts until something else is said. */
export type StateIs = DeviceIs | PlaceIs | AttributeIs | ConsentIs;

const MISSING: ValueTest = { kind: "missing" };

/** What a condition on a state reads, and how it tests it. */
interface Reading {
  readonly key: StateKey;
  readonly test: ValueTest;
  readonly type: ValueType | undefined;
}

function readingOf(condition: StateIs, { vocabulary }: Stage): Reading {
  switch (condition.kind) {
    case "device":
      return { key: "device", test: condition.test, type: undefined };
    case "place":
      return { key: `place.${condition.field}`, test: condition.test, type: undefined };
    case "attribute": {
      const { attribute, test } = condition;
      return { key: `attribute.${attribute}`, test, type: vocabulary.attributes[attribute] };
    }
    case "consent":
      return { key: "attribute.consent", test: consentTest(condition), type: "boolean" };
  }
}

/** Consent as the attribute that states it. */
function consentTest({ state }: ConsentIs): ValueTest {
  if (state === "unknown") return MISSING;
  return { kind: "compare", comparator: "=", value: state === "given" };
}

function demandOf(key: StateKey, state: State): Demand {
  if (key === "place.zone") return typeof state.value === "string" ? { zone: state.value } : {};
  return { states: { [key]: state } };
}

/** Ways to be in a state that passes the test, or does not. */
export function waysToBe(condition: StateIs, wanted: boolean, { stage }: Scene): readonly Demand[] {
  const { key, test, type } = readingOf(condition, stage);
  const known = key === "device" ? [...stage.vocabulary.devices] : [];
  const more = known.filter((each) => !valuesFor(test, !wanted).includes(each));
  return [...valuesOf(key, test, { wanted, type }), ...more]
    .filter((value) => key !== "place.zone" || value !== null)
    .map((value) => demandOf(key, { value }));
}

/** `place.zone` must be a zone that there is. */
function valuesOf(
  key: StateKey,
  test: ValueTest,
  { wanted, type }: { readonly wanted: boolean; readonly type: ValueType | undefined },
): readonly Value[] {
  const values = valuesFor(test, wanted, type);
  if (key !== "place.zone") return values;
  const zones = ["UTC", "Europe/Berlin", "America/New_York"];
  const fixed = valuesFor(test, wanted).filter(
    (each) => typeof each === "string" && each.includes("/"),
  );
  const others = zones.filter((zone) => !valuesFor(test, !wanted).includes(zone));
  return [...fixed, ...others];
}

/** The bounds of a state: each value that its test names, and one step to each side. */
export function boundsOfState(condition: StateIs, { stage }: Scene): readonly Bound[] {
  const { key, test, type } = readingOf(condition, stage);
  const consent: readonly NamedValue[] = [
    { label: "given", value: true },
    { label: "withdrawn", value: false },
    { label: "unknown", value: null },
  ];
  const values = condition.kind === "consent" ? consent : valuesBeside(test, type);
  const zones = valuesOf(key, test, { wanted: true, type })
    .concat(valuesOf(key, test, { wanted: false, type }))
    .flatMap((value) => (typeof value === "string" ? [{ label: value, value }] : []));
  const sides = (key === "place.zone" ? zones : values).map(({ label, value }): Side => ({
    label,
    demand: demandOf(key, { value }),
  }));
  return [{ text: printCondition(condition), sides }];
}

/** Ways to have been in a state for long, or not to be in it. */
export function waysToHaveBeen(held: Held, wanted: boolean, scene: Scene): readonly Demand[] {
  return waysToBe(held.condition, wanted, scene);
}

/** The bounds of a state that must have lasted: since when, and the state itself. */
export function boundsOfHeld(held: Held, scene: Scene): readonly Bound[] {
  const { condition, length } = held;
  const { key, test, type } = readingOf(condition, scene.stage);
  const [value] = valuesFor(test, true, type);
  const [before] = valuesFor(test, false, type);
  const text = `for ${formatDuration(length)}`;
  if (value === undefined || before === undefined || key === "place.zone")
    return [{ text, sides: [] }, ...boundsOfState(condition, scene)];
  const sides = [length - 1, length, length + 1].map((ago): Side => ({
    label: `since ${formatDuration(duration(ago))}`,
    demand: demandOf(key, { value, before, ago }),
  }));
  return [{ text, sides, looksBack: "elapsed" }, ...boundsOfState(condition, scene)];
}

/** Ways to have an instant among the attributes that lies as asked, or does not. */
export function waysToLie(is: InstantIs, wanted: boolean): readonly Demand[] {
  const { attribute, length, relation } = is;
  const inside = {
    within_last: [-Math.floor(length / 2), 0],
    before_last: [0 - length, 0 - length - UNITS.d],
    within_next: [Math.ceil(length / 2), length],
    after_next: [length + 1, length + UNITS.d],
  };
  const outside = {
    within_last: [...inside.before_last, 1],
    before_last: inside.within_last,
    within_next: [...inside.after_next, 0],
    after_next: inside.within_next,
  };
  const values = (wanted ? inside : outside)[relation].map((relative) => ({ relative }));
  const all = wanted ? values : [...values, null];
  return all.map((value) => demandOf(`attribute.${attribute}`, { value }));
}

/** The bounds of where an instant lies: the length, and now. */
export function boundsOfInstant(is: InstantIs): readonly Bound[] {
  const { attribute, length, relation } = is;
  const isPast = relation === "within_last" || relation === "before_last";
  const edge = isPast ? 0 - length : length;
  const sidesAt = (from: number): readonly Side[] =>
    [from - 1, from, from + 1].map((relative) => ({
      label: agoLabel(-relative),
      demand: demandOf(`attribute.${attribute}`, { value: { relative } }),
    }));
  const missing = { label: "missing", demand: demandOf(`attribute.${attribute}`, { value: null }) };
  const isWithin = relation === "within_last" || relation === "within_next";
  return [
    {
      text: `${formatDuration(length)} ${isPast ? "ago" : "ahead"}`,
      sides: [...sidesAt(edge), missing],
      looksBack: "elapsed",
    },
    ...(isWithin ? [{ text: "now", sides: sidesAt(0) }] : []),
  ];
}

/** Ways to have heard of an attribute of late, or not. */
export function waysToBeFresh(fresh: FreshIs, wanted: boolean): readonly Demand[] {
  const { attribute, length } = fresh;
  const agos = wanted ? [Math.floor(length / 2), 0] : [length, length + UNITS.h];
  return agos.map((ago) => demandOf(`attribute.${attribute}`, { ago }));
}

/** The bounds of a freshness: how long ago the attribute was stated, and whether it ever was. */
export function boundsOfFresh(fresh: FreshIs, { stage }: Scene): readonly Bound[] {
  const { attribute, length } = fresh;
  const key = `attribute.${attribute}` as const;
  const sides = [length - 1, length, length + 1].map((ago): Side => ({
    label: `stated ${agoLabel(ago)}`,
    demand: demandOf(key, { ago }),
  }));
  const value = sampleOf(stage.vocabulary.attributes[attribute]);
  const never: Side = { label: "known beforehand", demand: {} };
  const taken: Side = {
    label: "taken away",
    demand: demandOf(key, { ago: 0, value: null, before: value }),
  };
  return [
    { text: `fresher than ${formatDuration(length)}`, sides, looksBack: "elapsed" },
    { text: "fresher, or not", sides: [sides[0]!, never, taken] },
  ];
}
