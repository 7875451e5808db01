import type { Span } from "../../src/journey/ground.ts";
import type { Life, Message } from "../../src/journey/life.ts";
import { type People, createPeople } from "../../src/journey/population.ts";
import { type PeopleSettings, defaultPeople } from "../../src/journey/settings.ts";
import type { IntentSpan, TrueEvent } from "../../src/model/truth.ts";
import { type Instant, NEVER, instant } from "../../src/time/instant.ts";

/** Two weeks and a half around the changes of the clocks in New York (8 March 2026) and Berlin (29 March). */
export const SPAN = {
  seed: "7",
  from: instant(Date.UTC(2026, 2, 1)),
  to: instant(Date.UTC(2026, 2, 31)),
};

/** The default people, in four zones. */
export const FOUR_ZONES: PeopleSettings = {
  ...defaultPeople,
  zones: {
    "America/New_York": 0.4,
    "Europe/Berlin": 0.3,
    "Asia/Kolkata": 0.2,
    "Pacific/Chatham": 0.1,
  },
};

/** A life that is over. */
export interface Lived {
  readonly zone: string;
  readonly events: readonly TrueEvent[];
  readonly intents: readonly IntentSpan[];
}

const populations = new Map<PeopleSettings, People>();

/** Lives the life of one person; each message arrives at its instant. */
export function live(
  index: number,
  settings: PeopleSettings = FOUR_ZONES,
  messages: readonly Message[] = [],
): Lived {
  const people = populations.get(settings) ?? createPeople(settings, SPAN);
  populations.set(settings, people);
  return livedBy(people.lifeOf(index), messages);
}

function livedBy(life: Life, messages: readonly Message[]): Lived {
  const events: TrueEvent[] = [];
  const posted = [...messages];
  while (life.nextAt() < NEVER || posted.length > 0) {
    const message = posted[0];
    if (message !== undefined && message.at < life.nextAt()) {
      life.receive(message);
      posted.shift();
    } else {
      events.push(...life.advance());
    }
  }
  return { zone: life.zone, events, intents: life.intents() };
}

/** Lives the lives of the first `count` people. */
export function liveAll(
  count: number,
  settings: PeopleSettings = FOUR_ZONES,
  span: Span = SPAN,
): readonly Lived[] {
  const all: Lived[] = [];
  forEachLife(count, { settings, span }, (lived) => all.push(lived));
  return all;
}

/** Who lives, when, made by what, and which messages each gets. */
export interface Living {
  readonly settings: PeopleSettings;
  readonly span: Span;
  readonly createPeople?: typeof createPeople;
  readonly messages?: readonly Message[];
}

/** Lives the lives of the first `count` people, one after the other. */
export function forEachLife(
  count: number,
  { settings, span, createPeople: make = createPeople, messages = [] }: Living,
  visit: (lived: Lived) => void,
): void {
  const people = make(settings, span);
  for (let index = 0; index < count; index++) visit(livedBy(people.lifeOf(index), messages));
}

/** The first events of every visit. */
export function landingsOf(lived: Lived): readonly TrueEvent[] {
  const seen = new Set<unknown>();
  return lived.events.filter(({ feed, properties }) => {
    if (feed !== "session-log" || seen.has(properties["session_id"])) return false;
    seen.add(properties["session_id"]);
    return true;
  });
}

/** A message of a rule to somebody, at `at`. */
export function message(at: Instant, ordinal = 0): Message {
  return { at, flow: "evening_offer", ordinal, subject: "Exclusive Evening Offer" };
}
