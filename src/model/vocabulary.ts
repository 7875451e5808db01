import type { Duration } from "../time/duration.ts";
import type { Feed } from "./event.ts";
import type { Predicate } from "./predicate.ts";

/** The type of a property or attribute. */
export type ValueType = "text" | "number" | "boolean" | "instant" | "list";

/** What a rule counts: one or more events, perhaps only some of them. `cart_views` is the event "Cart Viewed". */
export interface Metric {
  readonly events: readonly string[];
  /** Events whose name begins so are meant too; the empty text means all. */
  readonly prefix?: string | undefined;
  /** Only events that came by this feed. */
  readonly feed?: Feed | undefined;
  readonly where?: Predicate | undefined;
}

/** What is known of an event's name: the feed that carries it, and its properties. */
export interface EventDefinition {
  readonly feed: Feed;
  readonly properties?: Readonly<Record<string, ValueType>> | undefined;
}

/** A named part of the local day, `[from, to)` in milliseconds since midnight; `from > to` wraps past midnight. */
export interface PartOfDay {
  readonly from: number;
  readonly to: number;
}

/** The words that rules may use, as data. Names that are not in it are errors in a rule. */
export interface Vocabulary {
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly events: Readonly<Record<string, EventDefinition>>;
  readonly attributes: Readonly<Record<string, ValueType>>;
  readonly parts: Readonly<Record<string, PartOfDay>>;
  /** What "of the same …" may bind, and the event property that names it: product → product_id. */
  readonly things: Readonly<Record<string, string>>;
  /** The attributes, of type number, that are scores between 0 and 1: propensity. */
  readonly scores: readonly string[];
  /** A pause of this many milliseconds ends a session. */
  readonly sessionGap: Duration;
  readonly devices: readonly string[];
  readonly areas: readonly string[];
}
