import * as v from "valibot";
import { didYouMean } from "../text/suggest.ts";
import { type Fault, shown } from "./value.ts";

/** Keys of a map and how each is read. */
export type Entries = v.ObjectEntries;

/** Whether a value is a map of YAML. */
export function isMap(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

const map = v.custom<Readonly<Record<string, unknown>>>(
  isMap,
  (issue) => `${shown(issue.input)} is no map of keys and values`,
);

/** Keys that do not belong in a map, though somebody may well look for them there, and where they belong. */
export type Elsewhere = Readonly<Record<string, string>>;

/** A map with exactly these keys. Every other key is a mistake; those in `later` are known, and not yet supported. */
export function fields<const E extends Entries>(
  entries: E,
  later: readonly string[] = [],
  elsewhere: Elsewhere = {},
) {
  return v.pipe(
    map,
    v.lazy((input) =>
      v.pipe(
        v.looseObject(entries),
        keysOf(input, (key) =>
          Object.hasOwn(entries, key)
            ? undefined
            : (faultElsewhere(key, elsewhere) ?? strangeKey(key, Object.keys(entries), later)),
        ),
      ),
    ),
  );
}

/** Looks at the keys of the map as it was given: valibot itself drops `__proto__` and the like in silence. */
function keysOf<T>(input: unknown, faultOf: (key: string) => Fault | undefined) {
  return v.rawCheck<T>(({ addIssue }) => {
    if (!isMap(input)) return;
    for (const [key, value] of Object.entries(input)) {
      const fault = faultOf(key);
      if (fault === undefined) continue;
      const { code, message, note } = fault;
      const path = { type: "object", origin: "key", input, key, value } as const;
      addIssue({ message, expected: code, received: note ?? "", path: [path] });
    }
  });
}

function faultElsewhere(key: string, elsewhere: Elsewhere): Fault | undefined {
  const place = Object.hasOwn(elsewhere, key) ? elsewhere[key] : undefined;
  if (place === undefined) return undefined;
  return { code: "UNKNOWN_KEY", message: `"${key}" does not stand here`, note: place };
}

function strangeKey(key: string, known: readonly string[], later: readonly string[]): Fault {
  if (later.includes(key))
    return { code: "NOT_YET_SUPPORTED", message: `"${key}" is not yet supported: take it out` };
  const note = didYouMean(key, known) ?? `known here: ${known.join(", ")}`;
  return { code: "UNKNOWN_KEY", message: `unknown key "${key}"`, note };
}

/** Names that objects of JavaScript have already. */
const TAKEN: readonly string[] = ["__proto__", "constructor", "prototype"];

function takenFault(key: string): Fault | undefined {
  if (!TAKEN.includes(key)) return undefined;
  return { code: "UNKNOWN_KEY", message: `"${key}" cannot be a name here` };
}

/** A map whose keys are the author's own. */
export function named<const S extends v.GenericSchema>(value: S) {
  return v.pipe(
    map,
    v.lazy((input) => v.pipe(v.record(v.string(), value), keysOf(input, takenFault))),
  );
}

/** A map whose keys are the author's own, but for some that mean something of their own. */
export function namedBut<const E extends Entries, const S extends v.GenericSchema>(
  entries: E,
  value: S,
) {
  return v.pipe(
    map,
    v.lazy((input) => v.pipe(v.objectWithRest(entries, value), keysOf(input, takenFault))),
  );
}

/** A list of at least one. */
export function listOf<const S extends v.GenericSchema>(item: S, what: string) {
  return v.pipe(
    v.array(item, (issue) => `${shown(issue.input)} is no list of ${what}`),
    v.minLength(1, `the list of ${what} is empty`),
  );
}
