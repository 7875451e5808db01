import type { Value, Values } from "../../model/event.ts";

/** No values; shared by all events without any. */
export const NOTHING: Values = Object.freeze({});

/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object: neither `null` nor a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The named values of a JSON object. What nests stays and is also reached by its path: `{address: {city}}` has
 *  `address` and `address.city`. Lists stay lists. */
export function flatten(fields: Fields): Values {
  const own = fields as Values; // JSON holds nothing that is not a Value
  let flat: Record<string, Value> | undefined;
  for (const key in own) {
    const value = own[key];
    if (!isFields(value)) continue; // most objects are flat, and then nothing is copied
    flat ??= { ...own };
    addNested(flat, { path: key, fields: value as Values, depth: 1 });
  }
  return flat ?? own;
}

interface Nested {
  readonly path: string;
  readonly fields: Values;
  readonly depth: number;
}

/** No feed means more; a hostile one could otherwise exhaust the stack. */
const DEEPEST = 12;

function addNested(flat: Record<string, Value>, { path, fields, depth }: Nested): void {
  for (const [key, value] of Object.entries(fields)) {
    const name = `${path}.${key}`;
    if (!Object.hasOwn(flat, name)) flat[name] = value;
    if (isFields(value) && depth < DEEPEST)
      addNested(flat, { path: name, fields: value as Values, depth: depth + 1 });
  }
}

/** The value at a path of keys, or `undefined` where there is none. */
export function valueAt(fields: Fields, ...path: readonly string[]): unknown {
  let value: unknown = fields;
  for (const key of path) {
    if (!isFields(value)) return undefined;
    value = value[key];
  }
  return value;
}

/** The text at a path of keys; `undefined` if there is none, if it is empty, or if it is no text. */
export function textAt(fields: Fields, ...path: readonly string[]): string | undefined {
  const value = valueAt(fields, ...path);
  return typeof value === "string" && value !== "" ? value : undefined;
}
