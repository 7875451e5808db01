import { PROFILE_UPDATED } from "../../model/event.ts";
import type { Place, Values } from "../../model/event.ts";
import type { Instant } from "../../time/instant.ts";
import { deviceOfUserAgent, deviceOfWord } from "./device.ts";
import type { Fact } from "./fact.ts";
import { placeOf, readId, readZone } from "./field.ts";
import { isInstant, nameOfType, readInstant } from "./instants.ts";
import type { InstantReader } from "./instants.ts";
import { isFault } from "./rejection.ts";
import type { Fault } from "./rejection.ts";
import { NOTHING, flatten, isFields, textAt, valueAt } from "./values.ts";
import type { Fields } from "./values.ts";

/** The calls of the Segment spec (segment.com/docs/connections/spec), and what each says of a profile. */
const CALLS = ["track", "identify", "page", "screen", "alias", "group"] as const;
type Call = (typeof CALLS)[number];

/** Reads one record of the Segment spec. `identify` becomes an update of attributes, `page` the event "Page Viewed",
 *  `screen` "Screen Viewed"; `alias` and `group` only name people. A record without `type` that has `event` is a track. */
export function readSegmentRecord(record: Fields, instants: InstantReader): Fact | Fault {
  const call = readCall(record);
  if (typeof call !== "string") return call;
  const who = readWho(record, call);
  if (isFault(who)) return who;
  const when = readWhen(record, instants);
  if (isFault(when)) return when;
  const what = readWhat(record, call);
  if (isFault(what)) return what;
  const zone = readZoneOf(record);
  if (isFault(zone)) return zone;
  const id = readId("messageId", record["messageId"] ?? record["id"]);
  if (isFault(id)) return id;
  const device = deviceOf(record, what.properties);
  return { ...who, ...when, ...what, ...id, ...zone, device, place: placeOfRecord(record) };
}

function readCall(record: Fields): Call | Fault {
  const type = record["type"];
  const call = CALLS.find((each) => each === type);
  if (call !== undefined) return call;
  if (type === undefined && record["event"] !== undefined) return "track";
  const found = typeof type === "string" ? `"${type}"` : nameOfType(type);
  const message =
    type === undefined
      ? `no "type" and no "event": a record of the Segment spec has one of ${CALLS.join(", ")}; give --map or --mapping for others`
      : `type is ${found}, not one of ${CALLS.join(", ")}`;
  return { code: "UNKNOWN_CALL", message };
}

type Who = Pick<Fact, "userId" | "anonymousId" | "previousId">;

function readWho(record: Fields, call: Call): Who | Fault {
  const user = readId("userId", record["userId"] ?? record["profile"]);
  if (isFault(user)) return user;
  const anonymous = readId("anonymousId", record["anonymousId"]);
  if (isFault(anonymous)) return anonymous;
  if (user.id === undefined && anonymous.id === undefined)
    return { code: "MISSING_PROFILE", message: "neither userId nor anonymousId" };
  const previous =
    call === "alias" ? readId("previousId", record["previousId"]) : { id: undefined };
  if (isFault(previous)) return previous;
  return { userId: user.id, anonymousId: anonymous.id, previousId: previous.id };
}

type When = Pick<Fact, "at" | "arrivedAt">;

/** `at` is the record's own, else `timestamp`, which Segment has corrected for the skew of the client's clock, else that
 *  correction made here: `receivedAt - (sentAt - originalTimestamp)`. It is known from `receivedAt` on, never before it
 *  happened. */
function readWhen(record: Fields, instants: InstantReader): When | Fault {
  const read = (name: string): Instant | Fault | undefined => {
    const value = record[name];
    return value === undefined || value === null ? undefined : readInstant(instants, name, value);
  };
  const arrivedAt = read("arrivedAt") ?? read("receivedAt");
  if (arrivedAt !== undefined && !isInstant(arrivedAt)) return arrivedAt;
  const at = read("at") ?? read("timestamp") ?? correctedInstant(read) ?? arrivedAt;
  if (at === undefined)
    return { code: "MISSING_INSTANT", message: "no timestamp, originalTimestamp or receivedAt" };
  if (!isInstant(at)) return at;
  return { at, arrivedAt: arrivedAt !== undefined && arrivedAt > at ? arrivedAt : at };
}

function correctedInstant(
  read: (name: string) => Instant | Fault | undefined,
): Instant | Fault | undefined {
  const original = read("originalTimestamp");
  const sent = read("sentAt");
  const received = read("receivedAt");
  const isKnown = (answer: Instant | Fault | undefined): answer is Instant =>
    answer !== undefined && isInstant(answer);
  if (isKnown(original) && isKnown(sent) && isKnown(received))
    return (received - (sent - original)) as Instant;
  return original ?? sent;
}

type What = Pick<Fact, "event" | "properties">;

function readWhat(record: Fields, call: Call): What | Fault {
  if (call === "alias" || call === "group") return { event: undefined, properties: NOTHING };
  const field = call === "identify" ? "traits" : "properties";
  const given = record[field] ?? NOTHING;
  if (!isFields(given))
    return { code: "WRONG_TYPE", message: `${field} is ${nameOfType(given)}, not an object` };
  const properties = flatten(given);
  if (call === "identify") return { event: PROFILE_UPDATED, properties: withPlace(properties) };
  if (call === "track") return readTrack(record, properties);
  const name = textAt(record, "name");
  const named = name === undefined ? properties : { name, ...properties };
  return { event: call === "page" ? "Page Viewed" : "Screen Viewed", properties: named };
}

function readTrack(record: Fields, properties: Values): What | Fault {
  const event = record["event"];
  if (event === undefined || event === null || event === "")
    return { code: "MISSING_EVENT", message: "a track without event" };
  if (typeof event === "string") return { event, properties };
  return { code: "WRONG_TYPE", message: `event is ${nameOfType(event)}, not a name` };
}

/** The parts of an address are also attributes of their own, under the names that `location.…` falls back on. */
function withPlace(traits: Values): Values {
  const own: Record<string, Values[string]> = {};
  for (const [name, path] of [
    ["country", "address.country"],
    ["region", "address.region"],
    ["region", "address.state"],
    ["city", "address.city"],
  ] as const) {
    const value = traits[path];
    if (value !== undefined && own[name] === undefined) own[name] = value;
  }
  return { ...own, ...traits };
}

function readZoneOf(record: Fields): { readonly zone: string | undefined } | Fault {
  if (record["zone"] !== undefined) return readZone("zone", record["zone"]);
  const trait = valueAt(record, "traits", "timezone");
  if (record["type"] === "identify" && trait !== undefined)
    return readZone("traits.timezone", trait);
  return readZone("context.timezone", valueAt(record, "context", "timezone"));
}

function deviceOf(record: Fields, properties: Values): string | undefined {
  const model = textAt(record, "context", "device", "model");
  if (model !== undefined && /ipad/i.test(model)) return "tablet";
  const named = properties["device"];
  const word =
    textAt(record, "context", "device", "type") ??
    textAt(record, "context", "device") ??
    textAt(record, "device") ??
    (typeof named === "string" && named !== "" ? named : undefined);
  if (word !== undefined) return deviceOfWord(word);
  const agent = textAt(record, "context", "userAgent");
  return agent === undefined ? undefined : deviceOfUserAgent(agent);
}

function placeOfRecord(record: Fields): Place | undefined {
  const text = (name: string): string | undefined => textAt(record, "context", "location", name);
  const [city, area] = [text("city"), text("area")];
  return placeOf(text("country"), text("region"), {
    ...(city === undefined ? {} : { city }),
    ...(area === undefined ? {} : { area }),
  });
}
