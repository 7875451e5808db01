import { PROFILE_UPDATED } from "../../model/event.ts";
import type { Value, Values } from "../../model/event.ts";
import { deviceOfUserAgent, deviceOfWord } from "./device.ts";
import type { Fact } from "./fact.ts";
import { SKIPPED } from "./fact.ts";
import { placeOf, readId, readZone } from "./field.ts";
import { isInstant, readInstant } from "./instants.ts";
import type { InstantReader } from "./instants.ts";
import { openJson } from "./json.ts";
import type { Field, Mapping } from "./mapping.ts";
import { isFault } from "./rejection.ts";
import type { Fault } from "./rejection.ts";
import { NOTHING, flatten } from "./values.ts";
import type { Fields } from "./values.ts";

/** Reads records of any shape by a mapping. It remembers which mapped columns never came. */
export class MappedReader {
  readonly mapping: Mapping;
  readonly #mapped: ReadonlySet<string>;
  readonly #unseen: Set<string>;
  /** The columns whose texts hold JSON. */
  readonly #json: readonly string[];

  constructor(mapping: Mapping) {
    this.mapping = mapping;
    this.#mapped = new Set(mapping.columns.map((each) => each.column));
    this.#unseen = new Set(this.#mapped);
    this.#json = mapping.columns.flatMap(({ column, form }) => (form === "json" ? [column] : []));
  }

  /** The mapped columns that no record had, in the order of the mapping. */
  get unseen(): readonly string[] {
    return [...this.#unseen];
  }

  /** Notes that these columns are there, with or without values. */
  see(columns: readonly string[]): void {
    for (const column of columns) this.#unseen.delete(column);
  }

  read(record: Fields, instants: InstantReader): Fact | Fault | typeof SKIPPED {
    const opened = openJson(record, this.#json);
    if (isFault(opened)) return opened;
    const values = flatten(opened.record);
    const row = this.#take(values);
    const user = readId(nameOf("profile", row), row.fields.profile);
    if (isFault(user)) return user;
    const anonymous = readId(nameOf("anonymous", row), row.fields.anonymous);
    if (isFault(anonymous)) return anonymous;
    if (user.id === undefined && anonymous.id === undefined)
      return this.mapping.ignoresEmptyProfile
        ? SKIPPED
        : { code: "MISSING_PROFILE", message: this.#missing("profile", "profile") };
    const event = textOf(row.fields.event) ?? this.mapping.event;
    if (event === undefined)
      return { code: "MISSING_EVENT", message: this.#missing("event", "event") };
    if (row.fields.at === undefined)
      return { code: "MISSING_INSTANT", message: this.#missing("instant", "at") };
    const when = readWhen(row, instants);
    if (isFault(when)) return when;
    const zone = this.#zoneOf(row);
    if (isFault(zone)) return zone;
    const id = readId(nameOf("id", row), row.fields.id);
    if (isFault(id)) return id;
    return {
      userId: user.id,
      anonymousId: anonymous.id,
      event,
      ...when,
      ...id,
      ...zone,
      ...this.#saysOf(event, values, row),
      device: deviceOf(row.fields),
      place: placeOfFields(row.fields),
    };
  }

  /** Says what a record lacks, and in which columns it would stand. */
  #missing(what: string, field: Field): string {
    const columns = this.mapping.columns
      .filter(({ targets }) =>
        targets.some((each) => each.kind === "field" && each.field === field),
      )
      .map(({ column }) => `"${column}"`);
    return columns.length === 0 ? `no ${what}` : `no ${what} in column ${columns.join(", ")}`;
  }

  #take(values: Values): Row {
    const row: MutableRow = {
      fields: {},
      columns: {},
      properties: undefined,
      attributes: undefined,
    };
    for (const { column, targets } of this.mapping.columns) {
      const value = values[column];
      if (value === undefined) continue;
      this.#unseen.delete(column);
      if (value === null) continue;
      for (const target of targets) {
        if (target.kind === "field") put(row, { column, field: target.field }, value);
        else if (target.kind === "property") (row.properties ??= {})[target.name] = value;
        else (row.attributes ??= {})[target.name] = value;
      }
    }
    return row;
  }

  /** An update of attributes is one event, whose properties they are; with any other event they come along. */
  #saysOf(event: string, values: Values, row: Row): Pick<Fact, "properties" | "attributes"> {
    const properties = this.#propertiesOf(values, row);
    return event === PROFILE_UPDATED
      ? { properties: { ...properties, ...row.attributes } }
      : { properties, attributes: row.attributes };
  }

  #propertiesOf(values: Values, row: Row): Values {
    const properties: Record<string, Value> = {};
    const names = this.mapping.properties ?? Object.keys(values);
    for (const name of names) {
      const value = values[name];
      if (value === undefined || value === null) continue;
      if (this.mapping.properties === undefined && this.#mapped.has(name)) continue;
      properties[name] = value;
    }
    return Object.assign(properties, row.properties ?? NOTHING);
  }

  #zoneOf(row: Row): ReturnType<typeof readZone> {
    const value = row.fields.zone;
    const isNamed = typeof value === "string" && Object.hasOwn(this.mapping.zones, value);
    return readZone(nameOf("zone", row), isNamed ? this.mapping.zones[value] : value);
  }
}

type FieldValues = Partial<Record<Field, Value>>;

interface Row {
  readonly fields: Readonly<FieldValues>;
  /** The columns from which the fields are. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly properties: Values | undefined;
  readonly attributes: Values | undefined;
}

interface MutableRow {
  fields: FieldValues;
  columns: Partial<Record<Field, string>>;
  properties: Record<string, Value> | undefined;
  attributes: Record<string, Value> | undefined;
}

/** A session is a property of the event, consent an attribute of the profile; all others are facts of their own. */
function put(
  row: MutableRow,
  { column, field }: { readonly column: string; readonly field: Field },
  value: Value,
): void {
  if (value === "") return;
  if (field === "session") (row.properties ??= {})["session_id"] = value;
  else if (field === "consent") (row.attributes ??= {})["consent"] = value;
  else {
    row.fields[field] = value;
    row.columns[field] = column;
  }
}

/** What a field is called in a message: by its column too, where that has another name. */
function nameOf(field: Field, { columns }: Row): string {
  const column = columns[field];
  return column === undefined || column === field ? field : `${field} (column "${column}")`;
}

function readWhen(row: Row, instants: InstantReader): Pick<Fact, "at" | "arrivedAt"> | Fault {
  const { fields } = row;
  const at = readInstant(instants, nameOf("at", row), fields.at);
  if (!isInstant(at)) return at;
  if (fields.arrivedAt === undefined) return { at, arrivedAt: at };
  const arrivedAt = readInstant(instants, nameOf("arrivedAt", row), fields.arrivedAt);
  if (!isInstant(arrivedAt)) return arrivedAt;
  return { at, arrivedAt: arrivedAt > at ? arrivedAt : at };
}

function deviceOf(fields: Readonly<FieldValues>): string | undefined {
  const word = textOf(fields.device);
  if (word !== undefined) return deviceOfWord(word);
  const agent = textOf(fields.userAgent);
  return agent === undefined ? undefined : deviceOfUserAgent(agent);
}

function placeOfFields(fields: Readonly<FieldValues>): Fact["place"] {
  const [city, area] = [textOf(fields.city), textOf(fields.area)];
  return placeOf(textOf(fields.country), textOf(fields.region), {
    ...(city === undefined ? {} : { city }),
    ...(area === undefined ? {} : { area }),
  });
}

function textOf(value: Value | undefined): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
