import { type Event, PROFILE_UPDATED, type Value } from "../../model/event.ts";
import { formatInstant } from "../../time/instant.ts";
import { textOfId } from "./segment.ts";

/** What stands in a column. */
export type Kind = "text" | "number" | "boolean" | "instant" | "json";

/** One column of a table of events: its name, what stands in it, and the field of a mapping that it is read as. */
export interface TableColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly field: string;
  /** The cell of an event. */
  readonly cell: (profile: string, event: Event) => Value | undefined;
}

const fixed = (name: string, field: string, cell: TableColumn["cell"]): TableColumn => ({
  name,
  kind: field === "at" || field === "arrivedAt" ? "instant" : "text",
  field,
  cell,
});

/** Texts stay texts, also those that look like numbers; lists are JSON. */
const fieldOf = (target: string, kind: Kind): string =>
  kind === "text" || kind === "json" ? `${target}:${kind}` : target;

const property = (name: string, kind: Kind): TableColumn => ({
  name,
  kind,
  field: fieldOf(`property.${name}`, kind),
  cell: (_, { name: event, properties }) =>
    event === PROFILE_UPDATED ? undefined : properties[name],
});

const attribute = (name: string, kind: Kind): TableColumn => ({
  name: `profile_${name}`,
  kind,
  field: fieldOf(`attribute.${name}`, kind),
  cell: (_, { name: event, properties }) =>
    event === PROFILE_UPDATED ? properties[name] : undefined,
});

/** The columns of events as a table: all that the people of a scenario ever say. */
export const TABLE: readonly TableColumn[] = [
  fixed("id", "id", (_, { id }) => textOfId(id)),
  fixed("profile", "profile", (profile) => profile),
  fixed("event", "event", (_, { name }) => name),
  fixed("at", "at", (_, { at }) => formatInstant(at)),
  fixed("arrived_at", "arrivedAt", (_, { arrivedAt }) => formatInstant(arrivedAt)),
  fixed("device", "device", (_, { device }) => device),
  fixed("timezone", "zone", (_, { zone }) => zone),
  fixed("country", "country", (_, { place }) => place?.country),
  fixed("city", "city", (_, { place }) => place?.city),
  fixed("area", "area", (_, { place }) => place?.area),
  ...["session_id", "name", "category", "product_id", "currency", "order_id", "coupon"].map(
    (name) => property(name, "text"),
  ),
  ...["price", "quantity", "value", "discount", "seconds", "scroll"].map((name) =>
    property(name, "number"),
  ),
  property("products", "json"),
  ...["method", "form_id", "form_name", "email_id", "email_subject", "flow", "campaign_id"].map(
    (name) => property(name, "text"),
  ),
  ...["mail_client", "bounce_type"].map((name) => property(name, "text")),
  ...["machine_open", "resent"].map((name) => property(name, "boolean")),
  ...["country", "city", "area", "timezone"].map((name) => attribute(name, "text")),
  attribute("consent", "boolean"),
  ...["lifetime_orders", "propensity"].map((name) => attribute(name, "number")),
];

/** The mapping by which a table of events is read back. */
export const TABLE_MAPPING = [
  "# How to read the table beside this file: rehearsal replay --events … --mapping …",
  "columns:",
  ...TABLE.map(({ name, field }) => `  ${name}: ${field}`),
  "instants: iso",
  "properties: []",
  "",
].join("\n");
