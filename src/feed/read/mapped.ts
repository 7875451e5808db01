import type { Value, Values } from "../../model/event.ts";
import { deviceOfUserAgent, deviceOfWord } from "./device.ts";
import type { Fact } from "./fact.ts";
import { SKIPPED } from "./fact.ts";
import { placeOf, readId, readZone } from "./field.ts";
import { isInstant, readInstant } from "./instants.ts";
import type { InstantReader } from "./instants.ts";
import type { Field, Mapping } from "./mapping.ts";
import { isFault } from "./rejection.ts";
import type { Fault } from "./rejection.ts";
import { NOTHING, flatten } from "./values.ts";
import type { Fields } from "./values.ts";

/** Reads records of any shape by a mapping. It remembers which mapped columns never came. */
export class MappedReader {
  readonly #mapping: Mapping;
  readonly #mapped: ReadonlySet<string>;
  readonly #unseen: Set<string>;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#mapped = new Set(mapping.columns.map((each) => each.column));
    this.#unseen = new Set(this.#mapped);
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
    const values = flatten(record);
    const row = this.#take(values);
    const user = readId("profile", row.fields.profile);
    if (isFault(user)) return user;
    const anonymous = readId("anonymous", row.fields.anonymous);
    if (isFault(anonymous)) return anonymous;
    if (user.id === undefined && anonymous.id === undefined)
      return this.#mapping.ignoresEmptyProfile
        ? SKIPPED
        : { code: "MISSING_PROFILE", message: "no profile" };
    const event = textOf(row.fields.event) ?? this.#mapping.event;
    if (event === undefined) return { code: "MISSING_EVENT", message: "no event" };
    const when = readWhen(row.fields, instants);
    if (isFault(when)) return when;
    const zone = this.#zoneOf(row.fields.zone);
    if (isFault(zone)) return zone;
    const id = readId("id", row.fields.id);
    if (isFault(id)) return id;
    return {
      userId: user.id,
      anonymousId: anonymous.id,
      event,
      ...when,
      ...id,
      ...zone,
      properties: this.#propertiesOf(values, row),
      attributes: row.attributes,
      device: deviceOf(row.fields),
      place: placeOfFields(row.fields),
    };
  }

  #take(values: Values): Row {
    const row: MutableRow = { fields: {}, properties: undefined, attributes: undefined };
    for (const { column, targets } of this.#mapping.columns) {
      const value = values[column];
      if (value === undefined) continue;
      this.#unseen.delete(column);
      if (value === null) continue;
      for (const target of targets) {
        if (target.kind === "field") put(row, target.field, value);
        else if (target.kind === "property") (row.properties ??= {})[target.name] = value;
        else (row.attributes ??= {})[target.name] = value;
      }
    }
    return row;
  }

  #propertiesOf(values: Values, row: Row): Values {
    const properties: Record<string, Value> = {};
    const names = this.#mapping.properties ?? Object.keys(values);
    for (const name of names) {
      const value = values[name];
      if (value === undefined || value === null) continue;
      if (this.#mapping.properties === undefined && this.#mapped.has(name)) continue;
      properties[name] = value;
    }
    return Object.assign(properties, row.properties ?? NOTHING);
  }

  #zoneOf(value: Value | undefined): ReturnType<typeof readZone> {
    if (typeof value === "string" && Object.hasOwn(this.#mapping.zones, value))
      return readZone("zone", this.#mapping.zones[value]);
    return readZone("zone", value);
  }
}

type FieldValues = Partial<Record<Field, Value>>;

interface Row {
  readonly fields: Readonly<FieldValues>;
  readonly properties: Values | undefined;
  readonly attributes: Values | undefined;
}

interface MutableRow {
  fields: FieldValues;
  properties: Record<string, Value> | undefined;
  attributes: Record<string, Value> | undefined;
}

/** A session is a property of the event, consent an attribute of the profile; all others are facts of their own. */
function put(row: MutableRow, field: Field, value: Value): void {
  if (value === "") return;
  if (field === "session") (row.properties ??= {})["session_id"] = value;
  else if (field === "consent") (row.attributes ??= {})["consent"] = value;
  else row.fields[field] = value;
}

function readWhen(
  fields: Readonly<FieldValues>,
  instants: InstantReader,
): Pick<Fact, "at" | "arrivedAt"> | Fault {
  if (fields.at === undefined) return { code: "MISSING_INSTANT", message: "no instant" };
  const at = readInstant(instants, "at", fields.at);
  if (!isInstant(at)) return at;
  if (fields.arrivedAt === undefined) return { at, arrivedAt: at };
  const arrivedAt = readInstant(instants, "arrivedAt", fields.arrivedAt);
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
