import type { Event, Value } from "../model/event.ts";
import type { SessionIs } from "../rule/ast.ts";
import { type Duration, hours } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { isWithin } from "../time/window.ts";
import type { Known } from "./known.ts";
import { isOf } from "./look.ts";

/** How far back a session can reach. */
export const LONGEST_SESSION = hours(24);

/** The events of the session at hand, oldest first; none if there is no session. */
export function sessionAt(known: Known, gap: Duration, at: Instant): readonly Event[] {
  const session: Event[] = [];
  let next: number = at;
  for (const event of known.events.toReversed()) {
    if (event.feed !== "session-log") continue;
    if (next - event.at >= gap || !isWithin(event.at, LONGEST_SESSION, at)) break;
    session.unshift(event);
    next = event.at;
  }
  return session;
}

/** What was found of the session at hand: a value, if there is one, and the events that it was read off. */
export interface SessionFound {
  readonly value: Value | undefined;
  readonly events: readonly Event[];
}

const NOTHING: SessionFound = { value: undefined, events: [] };

/** What a session field reads. */
export function sessionFound(condition: SessionIs, known: Known, at: Instant): SessionFound {
  const { field, gap, metric } = condition;
  const session = sessionAt(known, gap, at);
  if (session.length === 0) return NOTHING;
  const asked = session.filter((event) => metric !== undefined && isOf(metric, event, known));
  switch (field) {
    case "depth":
    case "clicks":
      return { value: asked.length, events: asked };
    case "duration":
      return { value: session.at(-1)!.at - session[0]!.at, events: session };
    case "time_on_page":
      return timeOn(asked.at(-1), at);
    case "scroll_depth":
      return deepest(sinceThe(asked.at(-1), session));
    case "referrer":
      return firstText(session, "referrer");
    case "campaign":
      return firstText(session, "campaign_name");
  }
}

function timeOn(page: Event | undefined, at: Instant): SessionFound {
  return page === undefined ? NOTHING : { value: at - page.at, events: [page] };
}

/** The page and what came after it; nothing without a page. */
function sinceThe(page: Event | undefined, session: readonly Event[]): readonly Event[] {
  return page === undefined ? [] : session.slice(session.indexOf(page));
}

function deepest(events: readonly Event[]): SessionFound {
  const scrolled = events.filter((event) => Number.isFinite(event.properties["scroll"]));
  const [event] = scrolled.toSorted((a, b) => scrollOf(b) - scrollOf(a));
  return event === undefined ? NOTHING : { value: scrollOf(event), events: [event] };
}

function scrollOf(event: Event): number {
  return Number(event.properties["scroll"]);
}

function firstText(events: readonly Event[], property: string): SessionFound {
  const event = events.find((each) => typeof each.properties[property] === "string");
  return event === undefined ? NOTHING : { value: event.properties[property], events: [event] };
}
