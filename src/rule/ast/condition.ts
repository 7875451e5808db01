import type { Span } from "../../text/span.ts";
import type { Feed } from "../../model/event.ts";
import type { Comparator, Predicate, ValueTest } from "../../model/predicate.ts";
import type { Duration } from "../../time/duration.ts";

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
  /** Events whose name begins so are meant too: `event starting with "Order "`. */
  readonly prefix?: string | undefined;
  /** Only events that came by this feed. */
  readonly feed?: Feed | undefined;
  /** The vocabulary's own restriction, such as "no machine opens". */
  readonly only?: Predicate | undefined;
}

/** A count's part in a binding: `same` opens it, `that` refers to it. */
export interface Of {
  readonly word: "same" | "that";
  readonly thing: string;
  readonly property: string;
}

/** Which events are looked at, by when they happened.
 *  - `last`: `(at - length, at]`, elapsed time.
 *  - `ever`: all that was seen of the profile.
 *  - `calendar`: from the midnight that begins the day which lies `number - 1` days (weeks that begin on Monday, months)
 *    before today, up to `at`; on the wall of the profile's zone as known at `at`, or of UTC.
 *  - `session`: the events of the session at hand: the newest session-log events of the last 24 h of which each follows
 *    the one before it by less than `gap`; none if the newest is `gap` old.
 *  - `since`: `(anchor, at]`, the anchor being the beginning of the membership (in `until` only) or the send that a
 *    follow-up follows (in its `unless` only). */
export type Window =
  | { readonly kind: "last"; readonly length: Duration }
  | { readonly kind: "ever" }
  | {
      readonly kind: "calendar";
      readonly unit: "day" | "week" | "month";
      /** 1 for today, this week, this month. */
      readonly number: number;
      readonly utc: boolean;
    }
  | { readonly kind: "session"; readonly gap: Duration }
  | { readonly kind: "since"; readonly anchor: "entry" | "send" };

/** `cart_views >= 2 in last 48h`: how many of the metric's events lie in the window. `no x` is `x = 0`. */
export interface Count extends Node {
  readonly kind: "count";
  readonly metric: MetricRef;
  readonly where?: Predicate | undefined;
  readonly of?: Of | undefined;
  readonly comparator: Comparator;
  /** A whole number, 0 to 1 000 000. */
  readonly number: number;
  readonly window: Window;
}

/** `sum of revenue over orders >= 100 in last 30d`: a figure of a property over the metric's events in the window.
 *  Numbers are exact: a value counts in ten-thousandths, `Math.round(value * 10 000)`; what is no finite number or lies
 *  beyond ±10^9 is passed over. The sum of nothing is 0, its average, minimum and maximum are missing. `distinct` counts
 *  the different texts, numbers and booleans. */
export interface Aggregate extends Node {
  readonly kind: "aggregate";
  readonly function: "sum" | "average" | "minimum" | "maximum" | "distinct";
  readonly property: string;
  readonly metric: MetricRef;
  readonly where?: Predicate | undefined;
  readonly comparator: Comparator;
  /** With at most four digits after the point, from -10^12 to 10^12; whole for `distinct`. */
  readonly number: number;
  readonly window: Window;
}

/** `last orders within 7d`, `first orders more than 30d ago`: how long ago the newest or the oldest of the metric's events
 *  happened. `within`: `(at - length, at]`; `before`: `at - length` or earlier. Without an event neither holds. */
export interface Recency extends Node {
  readonly kind: "recency";
  readonly which: "first" | "last";
  readonly metric: MetricRef;
  readonly where?: Predicate | undefined;
  readonly relation: "within" | "before";
  readonly length: Duration;
}

/** Events of a metric, perhaps only some of them. */
export interface Look {
  readonly metric: MetricRef;
  readonly where?: Predicate | undefined;
}

/** `adds then orders within 1h in last 48h`: some first and second have `0 < second.at - first.at < within`, and the
 *  second lies in the window. `adds then no orders within 1h in last 48h`: some first lies in the window, is `within` old
 *  or older, and no second came after it (an equal instant is not after). The window is of elapsed time or `ever`. */
export interface Sequence extends Node {
  readonly kind: "sequence";
  readonly first: Look;
  readonly second: Look;
  /** Whether the second must not have come: `then no`. */
  readonly negated: boolean;
  readonly within: Duration;
  readonly window: Extract<Window, { readonly kind: "last" | "ever" }>;
}

/** `device = mobile for 30min`: the state has passed the test all through `[at - length, at]`, by what is known at `at`.
 *  What was known beforehand held ever before. */
export interface Held extends Node {
  readonly kind: "held";
  readonly condition: DeviceIs | PlaceIs | AttributeIs | ConsentIs;
  readonly length: Duration;
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

/** `created_at more than 30d ago`, `trial_ends within next 3d`: where an attribute of type instant lies, seen from `at`.
 *  `within_last`: `(at - length, at]`; `before_last`: at or before `at - length`; `within_next`: `(at, at + length]`;
 *  `after_next`: later than `at + length`. False if it is missing or spells no instant. */
export interface InstantIs extends Node {
  readonly kind: "instant";
  readonly attribute: string;
  readonly relation: "within_last" | "before_last" | "within_next" | "after_next";
  readonly length: Duration;
}

/** `propensity fresher than 24h`: the newest update that says something of the attribute lies in `(at - length, at]` and
 *  does not take it away. What was known beforehand is never fresh. */
export interface FreshIs extends Node {
  readonly kind: "fresh";
  readonly attribute: string;
  readonly length: Duration;
}

/** `consent given`: what the newest statement says. "Unsubscribed" and "Email Marked as Spam" withdraw, "Subscribed"
 *  gives, an update of the attribute `consent` says either; `unknown` if nothing was ever said. */
export interface ConsentIs extends Node {
  readonly kind: "consent";
  readonly state: "given" | "withdrawn" | "unknown";
}

/** `session depth >= 3`: a test on the session at hand (see `Window`); missing if there is none.
 *  - `depth`: how many events of `metric` (pages) it has; `clicks`: likewise of on-site clicks.
 *  - `duration`: milliseconds from its first event to its newest.
 *  - `time_on_page`: milliseconds from the newest event of `metric` (pages) in it to `at`; missing without one.
 *  - `scroll_depth`: the largest number in the property `scroll` since that event, it included; missing if there is none.
 *  - `referrer`, `campaign`: the text in the property `referrer` or `campaign_name` of its first event that carries one. */
export interface SessionIs extends Node {
  readonly kind: "session";
  readonly field: SessionField;
  /** What counts as a page or a click; absent for `duration`, `referrer` and `campaign`. */
  readonly metric?: MetricRef | undefined;
  readonly gap: Duration;
  readonly test: ValueTest;
}

/** What a session may be asked for. */
export type SessionField =
  | "depth"
  | "duration"
  | "time_on_page"
  | "scroll_depth"
  | "clicks"
  | "referrer"
  | "campaign";

/** `in session`: there is a session at hand. `session ended` is its opposite. */
export interface InSession extends Node {
  readonly kind: "in_session";
  readonly gap: Duration;
  readonly ended: boolean;
}

/** `in segment mobile_evening for 2h`: the profile is a member of another segment, since `at - for` or earlier. Reads the
 *  transitions that were really made. */
export interface InSegment extends Node {
  readonly kind: "in_segment";
  readonly segment: string;
  readonly for?: Duration | undefined;
}

/** `entered segment mobile_evening in last 24h`: a transition really made in `(at - length, at]`. */
export interface SegmentChange extends Node {
  readonly kind: "segment_change";
  readonly segment: string;
  readonly change: "entered" | "left";
  readonly length: Duration;
}

/** `local day in (saturday, sunday)`: the day of the week on the profile's own wall; 0 is Monday, 6 is Sunday. Ascending,
 *  each once. */
export interface Weekday extends Node {
  readonly kind: "weekday";
  readonly days: readonly number[];
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
  | Aggregate
  | Recency
  | Sequence
  | Held
  | DeviceIs
  | PlaceIs
  | AttributeIs
  | InstantIs
  | FreshIs
  | ConsentIs
  | SessionIs
  | InSession
  | InSegment
  | SegmentChange
  | LocalTime
  | ClockTime
  | Weekday;

/** A condition that has none below it. */
export type Leaf = Exclude<Condition, And | Or | Not | Some>;
