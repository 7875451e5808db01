import type { InstantStyle } from "./instants.ts";

/** What a column may be: a fact about the event, or a named value of the event or of its profile. */
export const FIELDS = [
  "profile",
  "anonymous",
  "event",
  "at",
  "arrivedAt",
  "id",
  "device",
  "userAgent",
  "zone",
  "country",
  "region",
  "city",
  "area",
  "session",
  "consent",
] as const;

/** One of the fields that a record has once. */
export type Field = (typeof FIELDS)[number];

/** What one column is taken for. */
export type Target =
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "attribute"; readonly name: string };

/** A column, all that it is taken for, and whether numbers in it stay text. */
export interface ColumnMapping {
  readonly column: string;
  readonly targets: readonly Target[];
  readonly isText: boolean;
}

/** How records of any shape are read as events. Columns that are not named become properties under their own names. */
export interface Mapping {
  readonly columns: readonly ColumnMapping[];
  /** The event of records that name none. */
  readonly event: string | undefined;
  readonly instants: InstantStyle;
  /** The IANA name of the clock of instants without a zone. */
  readonly inputZone: string | undefined;
  /** What the column of zones says, and the IANA name it stands for. */
  readonly zones: Readonly<Record<string, string>>;
  /** Whether records without a profile are passed over instead of rejected. */
  readonly ignoresEmptyProfile: boolean;
  /** The columns that become properties; absent for all that are not mapped. */
  readonly properties: readonly string[] | undefined;
}

/** The mapping that names no column. */
export const EMPTY_MAPPING: Mapping = {
  columns: [],
  event: undefined,
  instants: "auto",
  inputZone: undefined,
  zones: {},
  ignoresEmptyProfile: false,
  properties: undefined,
};

/** Reads what follows the column in a mapping: `profile`, `at`, `property.price`, `attribute.plan`, each perhaps with
 *  `:text`; `undefined` if it is nothing of the kind. */
export function parseTarget(
  text: string,
): { readonly target: Target; readonly isText: boolean } | undefined {
  const isText = text.endsWith(":text");
  const word = isText ? text.slice(0, -":text".length) : text;
  const named = /^(property|attribute)\.(.+)$/.exec(word);
  const field = FIELDS.find((each) => each === word);
  if (field !== undefined) return { target: { kind: "field", field }, isText };
  if (named?.[1] === "property")
    return { target: { kind: "property", name: named[2] ?? "" }, isText };
  if (named?.[1] === "attribute")
    return { target: { kind: "attribute", name: named[2] ?? "" }, isText };
  return undefined;
}

/** The mapping with one more target for a column. */
export function withColumn(
  mapping: Mapping,
  column: string,
  { target, isText }: { readonly target: Target; readonly isText: boolean },
): Mapping {
  const known = mapping.columns.find((each) => each.column === column);
  const merged: ColumnMapping = {
    column,
    targets: [...(known?.targets ?? []), target],
    isText: isText || known?.isText === true,
  };
  const others = mapping.columns.filter((each) => each !== known);
  return { ...mapping, columns: [...others, merged] };
}
