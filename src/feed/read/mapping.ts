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

/** How cells are understood: as what they look like, as text though they look like numbers, or as JSON in a text. */
export type CellForm = "plain" | "text" | "json";

/** A column, all that it is taken for, and how its cells are understood. */
export interface ColumnMapping {
  readonly column: string;
  readonly targets: readonly Target[];
  readonly form: CellForm;
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

const FORMS = ["text", "json"] as const;

/** Reads what follows the column in a mapping: `profile`, `at`, `property.price`, `attribute.plan`, each perhaps with
 *  `:text` or `:json`; `undefined` if it is nothing of the kind. */
export function parseTarget(
  text: string,
): { readonly target: Target; readonly form: CellForm } | undefined {
  const form = FORMS.find((each) => text.endsWith(`:${each}`)) ?? "plain";
  const word = form === "plain" ? text : text.slice(0, -`:${form}`.length);
  const named = /^(property|attribute)\.(.+)$/.exec(word);
  const field = FIELDS.find((each) => each === word);
  if (field !== undefined) return { target: { kind: "field", field }, form };
  if (named?.[1] === "property")
    return { target: { kind: "property", name: named[2] ?? "" }, form };
  if (named?.[1] === "attribute")
    return { target: { kind: "attribute", name: named[2] ?? "" }, form };
  return undefined;
}

/** Whether anything under a column at the top of a record is asked for: the column itself, or a path that begins with it. */
export function reads({ columns, properties }: Mapping, column: string): boolean {
  if (properties === undefined) return true;
  const isBelow = (name: string): boolean => name === column || name.startsWith(`${column}.`);
  return properties.some(isBelow) || columns.some((each) => isBelow(each.column));
}

/** The mapping with one more target for a column. */
export function withColumn(
  mapping: Mapping,
  column: string,
  { target, form }: { readonly target: Target; readonly form: CellForm },
): Mapping {
  const known = mapping.columns.find((each) => each.column === column);
  const merged: ColumnMapping = {
    column,
    targets: [...(known?.targets ?? []), target],
    form: form === "plain" ? (known?.form ?? form) : form,
  };
  const others = mapping.columns.filter((each) => each !== known);
  return { ...mapping, columns: [...others, merged] };
}

/** The columns whose cells stay as they are written, also where they look like numbers: ids and names among them. */
export function textColumns(mapping: Mapping | undefined): ReadonlySet<string> {
  const isName = new Set(["profile", "anonymous", "id", "event", "session"]);
  const columns = (mapping?.columns ?? []).filter(
    ({ form, targets }) =>
      form === "text" ||
      targets.some((target) => target.kind === "field" && isName.has(target.field)),
  );
  return new Set(columns.map((each) => each.column));
}
