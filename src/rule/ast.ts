/** The language: what a rule's text means as plain data, and how that is read, checked and printed. */
import type { Span } from "../text/span.ts";
import type { Comparator, Predicate, ValueTest } from "../model/predicate.ts";
import type { Duration } from "../time/duration.ts";

/** What every node of a rule has: where it stands in the text. */
export interface Node {
  readonly span: Span;
}

/** All of the conditions hold. */
export interface And extends Node {
  readonly kind: "and";
  readonly conditions: readonly Condition[];
}

/** At least one of the conditions holds. */
export interface Or extends Node {
  readonly kind: "or";
  readonly conditions: readonly Condition[];
}

/** The condition does not hold. */
export interface Not extends Node {
  readonly kind: "not";
  readonly condition: Condition;
}

/** There is one value of a property for which the condition holds: what `of the same product` and `of that product`
 *  bind. It stands where the binding begins, around the enclosing `and`, and is not written by itself. */
export interface Some extends Node {
  readonly kind: "some";
  /** The word, `product`, and the event property it names, `product_id`. */
  readonly thing: string;
  readonly property: string;
  readonly condition: Condition;
}

/** What is counted: the word that the author wrote, and what the vocabulary made of it. */
export interface MetricRef {
  /** `cart_views`, or the name of an event if it was written as `event "Cart Viewed"`. */
  readonly word: string;
  readonly quoted: boolean;
  readonly events: readonly string[];
  /** The vocabulary's own restriction, such as "no machine opens". */
  readonly only?: Predicate | undefined;
}

/** A count's part in a binding: `same` opens it, `that` refers to it. */
export interface Of {
  readonly word: "same" | "that";
  readonly thing: string;
  readonly property: string;
}

/** `cart_views >= 2 in last 48h`: how many of the metric's events lie in the window. `no x` is `x = 0`. */
export interface Count extends Node {
  readonly kind: "count";
  readonly metric: MetricRef;
  readonly where?: Predicate | undefined;
  readonly of?: Of | undefined;
  readonly comparator: Comparator;
  /** A whole number, 0 to 1 000 000. */
  readonly number: number;
  /** Absent for `ever`: all that was seen of the profile. */
  readonly window?: Duration | undefined;
}

/** `device = mobile`: a test on the device of the newest session-log event that carries one. */
export interface DeviceIs extends Node {
  readonly kind: "device";
  readonly test: ValueTest;
}

/** `location.country = "US"`: a test on the place of the newest session-log event that carries that field, else on the
 *  attribute of the same name. `location.zone` is the name of the profile's zone. */
export interface PlaceIs extends Node {
  readonly kind: "place";
  readonly field: PlaceField;
  readonly test: ValueTest;
}

/** What `location.` may be followed by. */
export type PlaceField = "country" | "region" | "city" | "area" | "zone";

/** `lifetime_orders >= 3`: a test on the newest value of a profile's attribute. */
export interface AttributeIs extends Node {
  readonly kind: "attribute";
  readonly attribute: string;
  readonly test: ValueTest;
}

/** `local time 18:00..21:00`: the profile's own wall clock reads `[from, to)`, in milliseconds since midnight;
 *  `from > to` wraps past midnight. `part` is the word, if a part of the day was written. */
export interface LocalTime extends Node {
  readonly kind: "local_time";
  readonly from: number;
  readonly to: number;
  readonly part?: string | undefined;
}

/** `time <= "21:00"`, read literally: 21:00:00.000 holds, one millisecond later does not. */
export interface ClockTime extends Node {
  readonly kind: "clock_time";
  readonly comparator: "<" | "<=" | ">" | ">=";
  readonly time: number;
}

/** What `when` asks. */
export type Condition =
  | And
  | Or
  | Not
  | Some
  | Count
  | DeviceIs
  | PlaceIs
  | AttributeIs
  | LocalTime
  | ClockTime;

/** What a send's value is: written out, or bound to the profile's state at the moment of the send. */
export type SendValue =
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "bound"; readonly to: Binding };

/** What a value may be bound to: the products in the cart, those viewed, or an attribute. */
export type Binding =
  | { readonly kind: "cart_items" }
  | { readonly kind: "viewed_items" }
  | { readonly kind: "attribute"; readonly attribute: string };

/** `then send email "…" with name = value …`. */
export interface SendAction extends Node {
  readonly kind: "send";
  readonly channel: "email";
  readonly subject: string;
  readonly values: readonly { readonly name: string; readonly value: SendValue }[];
}

/** A segment: who is in, and what entering starts. */
export interface Segment extends Node {
  readonly kind: "segment";
  /** The written name, or that of its file. */
  readonly name: string;
  /** Whether the name was written. */
  readonly named: boolean;
  readonly when: Condition;
  readonly then?: SendAction | undefined;
  readonly coolOff?: Duration | undefined;
}
