import type { Margin } from "../../model/explanation.ts";
import type { FreshIs, InstantIs, Recency } from "../../rule/ast.ts";
import { formatDuration } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { attributeEvent, attributeOf } from "../known.ts";
import type { Moment } from "../moment.ts";
import { recent } from "../order.ts";
import { instantIn } from "../value.ts";
import { type Facts, lengthMargin, only, turnsIn, wordOfLength } from "./facts.ts";

/** How old the event is that was asked for. */
export function recencyFacts(recency: Recency, moment: Moment): Facts {
  const { relation, length } = recency;
  const event = recent(recency, moment);
  const span = formatDuration(length);
  const asked = relation === "within" ? `within ${span}` : `more than ${span} ago`;
  if (event === undefined) return { asked, events: [] };
  const margin = relation === "within" ? young(event, length, moment) : old(event, length, moment);
  return { found: `${wordOfLength(moment.at - event.at)} ago`, asked, margin, events: [event] };
}

/** How old the newest word on an attribute is. */
export function freshFacts({ attribute, length }: FreshIs, moment: Moment): Facts {
  const event = attributeEvent(moment.known, attribute);
  const asked = `within ${formatDuration(length)}`;
  if (event === undefined || event.properties[attribute] === null)
    return { asked, events: only(event) };
  const margin = young(event, length, moment);
  return { found: `${wordOfLength(moment.at - event.at)} ago`, asked, margin, events: [event] };
}

interface Dated {
  readonly at: Instant;
}

/** What must be younger than `length` is so until it is that old; after that it has missed it. */
export function young({ at }: Dated, length: number, now: Dated): Margin {
  const left = at + length - now.at;
  return left > 0 ? turnsIn(left, "holds") : lengthMargin(left - 1);
}

/** What must be `length` old, or older, waits until it is. */
export function old({ at }: Dated, length: number, now: Dated): Margin {
  const missing = at + length - now.at;
  return missing > 0 ? turnsIn(missing, "misses") : lengthMargin(0 - missing);
}

/** Where the instant lies that an attribute names. */
export function instantFacts(condition: InstantIs, moment: Moment): Facts {
  const { attribute, relation, length } = condition;
  const found = attributeOf(moment.known, attribute);
  const named = instantIn(found);
  return {
    found,
    asked: RELATIONS[relation].replace("LENGTH", formatDuration(length)),
    margin: named === undefined ? undefined : instantMargin(condition, named - moment.at),
    events: only(attributeEvent(moment.known, attribute)),
  };
}

const RELATIONS = {
  within_last: "within last LENGTH",
  before_last: "more than LENGTH ago",
  within_next: "within next LENGTH",
  after_next: "more than LENGTH ahead",
} as const;

/** `ahead` is how far ahead the instant lies, negative if it is past. */
function instantMargin({ relation, length }: InstantIs, ahead: number): Margin {
  switch (relation) {
    case "within_last":
      if (ahead > 0) return turnsIn(ahead, "misses");
      return ahead + length > 0
        ? turnsIn(ahead + length, "holds")
        : lengthMargin(ahead + length - 1);
    case "before_last":
      return ahead + length > 0
        ? turnsIn(ahead + length, "misses")
        : lengthMargin(0 - ahead - length);
    case "within_next":
      if (ahead > length) return turnsIn(ahead - length, "misses");
      return ahead > 0 ? turnsIn(ahead, "holds") : lengthMargin(ahead - 1);
    case "after_next":
      return ahead > length ? turnsIn(ahead - length, "holds") : lengthMargin(ahead - length - 1);
  }
}
