import type { Event, Value } from "../../model/event.ts";
import type { Margin } from "../../model/explanation.ts";
import type { Comparator, ValueTest } from "../../model/predicate.ts";
import type { AttributeIs, ConsentIs, DeviceIs, Held, PlaceIs } from "../../rule/ast.ts";
import { printTest } from "../../rule/printer.ts";
import { formatDuration } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { isTrue, placeFound } from "../holds.ts";
import {
  attributeEvent,
  attributeOf,
  consentEvent,
  consentOf,
  deviceEvent,
  deviceOf,
  knownUntil,
  placeEvent,
  zoneEvent,
} from "../known.ts";
import type { Moment } from "../moment.ts";
import { instantIn } from "../value.ts";
import { old } from "./ages.ts";
import { type Facts, marginOf, only, wordOfLength } from "./facts.ts";

/** The value of a state, and the event that said so. */
export function stateFacts(
  condition: DeviceIs | PlaceIs | AttributeIs | ConsentIs,
  { known }: Moment,
): Facts {
  switch (condition.kind) {
    case "device":
      return valueFacts(condition.test, deviceOf(known), deviceEvent(known));
    case "place": {
      const { field, test } = condition;
      const placed = field === "zone" ? zoneEvent(known) : placeEvent(known, field);
      const event = placed ?? (field === "zone" ? undefined : attributeEvent(known, field));
      return valueFacts(test, placeFound(condition, known), event);
    }
    case "attribute": {
      const { attribute, test } = condition;
      return valueFacts(test, attributeOf(known, attribute), attributeEvent(known, attribute));
    }
    case "consent": {
      const event = consentEvent(known);
      return { found: consentOf(known), asked: condition.state, events: only(event) };
    }
  }
}

function valueFacts(test: ValueTest, found: Value | undefined, event: Event | undefined): Facts {
  const margin =
    test.kind === "compare" ? valueMargin(test.comparator, found, test.value) : undefined;
  return { found, asked: printTest(test), margin, events: only(event) };
}

/** How far a number is from the one asked for, or an instant from the one that it is compared with. */
function valueMargin(
  comparator: Comparator,
  found: Value | undefined,
  asked: Value,
): Margin | undefined {
  if (typeof found === "number" && typeof asked === "number")
    return marginOf(comparator, found, asked, "number");
  const [then, wanted] = [instantIn(found), instantIn(asked)];
  const isOrder = comparator !== "=" && comparator !== "!=";
  if (!isOrder || then === undefined || wanted === undefined) return undefined;
  return marginOf(comparator, then, wanted, "length");
}

/** The state as it is, and for how long it has passed its test. */
export function heldFacts(held: Held, moment: Moment): Facts {
  const state = stateFacts(held.condition, moment);
  const asked = `${state.asked} for ${formatDuration(held.length)}`;
  const since = passingSince(held, moment);
  if (since === undefined) return { ...state, asked, margin: undefined };
  const began = stateFacts(held.condition, asOf(since, moment)).events;
  return {
    found: `${wordOf(state.found)} for ${wordOfLength(moment.at - since)}`,
    asked,
    margin: old({ at: since }, held.length, moment),
    events: [...new Set([...state.events, ...began])],
  };
}

/** Since when the state has passed its test without a break; `undefined` if it does not, or ever did. */
function passingSince({ condition }: Held, moment: Moment): Instant | undefined {
  const instants = moment.known.events.map(({ at }) => at);
  const failed = instants.findLast((at) => !isTrue(condition, asOf(at, moment))) ?? BEFOREHAND;
  if (failed === BEFOREHAND && isTrue(condition, asOf(BEFOREHAND, moment))) return undefined;
  return instants.find((at) => at > failed);
}

const BEFOREHAND = -Infinity as Instant;

function asOf(at: Instant, moment: Moment): Moment {
  return { ...moment, at, known: knownUntil(moment.known, at) };
}

function wordOf(value: Value | undefined): string {
  return value === undefined ? "nothing" : JSON.stringify(value).replaceAll('"', "");
}
