import { PROFILE_UPDATED } from "../model/event.ts";
import type { PartOfDay, Vocabulary } from "../model/vocabulary.ts";
import { duration, UNITS } from "../time/duration.ts";
import { ATTRIBUTES, SCORES } from "./words/attributes.ts";
import { HUBSPOT_EVENTS, HUBSPOT_METRICS } from "./words/hubspot.ts";
import { KLAVIYO_EVENTS, KLAVIYO_METRICS } from "./words/klaviyo.ts";
import { SEGMENT_EVENTS, SEGMENT_METRICS } from "./words/segment-ecommerce.ts";
import { EMAIL_EVENTS, EMAIL_METRICS } from "./words/segment-email.ts";

/** The words that every rule may use: those of Segment's e-commerce and email specs, its traits, and the parts of the
 *  day. `evening` is the article's 18:00 to 21:00. */
export const defaultVocabulary: Vocabulary = {
  metrics: { ...SEGMENT_METRICS, ...EMAIL_METRICS },
  events: { ...SEGMENT_EVENTS, ...EMAIL_EVENTS, [PROFILE_UPDATED]: { feed: "crm" } },
  attributes: ATTRIBUTES,
  parts: {
    morning: hoursOfDay(6, 12),
    afternoon: hoursOfDay(12, 18),
    evening: hoursOfDay(18, 21),
    night: hoursOfDay(22, 6),
  },
  things: {
    product: "product_id",
    category: "category",
    brand: "brand",
    cart: "cart_id",
    order: "order_id",
  },
  scores: SCORES,
  // Google Analytics ends a session after 30 minutes without an event (support.google.com/analytics/answer/12798876).
  sessionGap: duration(30 * UNITS.min),
  devices: ["mobile", "desktop", "tablet"],
  areas: ["urban", "suburban", "rural"],
};

/** The default words with Klaviyo's own events behind them. */
export const klaviyoVocabulary: Vocabulary = extend(defaultVocabulary, {
  metrics: KLAVIYO_METRICS,
  events: KLAVIYO_EVENTS,
});

/** The default words with HubSpot's own events behind them. */
export const hubspotVocabulary: Vocabulary = extend(defaultVocabulary, {
  metrics: HUBSPOT_METRICS,
  events: HUBSPOT_EVENTS,
});

/** What `use …` may name in a vocabulary block. */
export const PRESETS: Readonly<Record<string, Vocabulary>> = {
  segment: defaultVocabulary,
  klaviyo: klaviyoVocabulary,
  hubspot: hubspotVocabulary,
};

/** `base` with the words of `more`; of two meanings of one word that of `more` holds. */
export function extend(base: Vocabulary, more: Partial<Vocabulary>): Vocabulary {
  return {
    metrics: { ...base.metrics, ...more.metrics },
    events: { ...base.events, ...more.events },
    attributes: { ...base.attributes, ...more.attributes },
    parts: { ...base.parts, ...more.parts },
    things: { ...base.things, ...more.things },
    scores: [...new Set([...base.scores, ...(more.scores ?? [])])],
    sessionGap: more.sessionGap ?? base.sessionGap,
    devices: [...new Set([...base.devices, ...(more.devices ?? [])])],
    areas: [...new Set([...base.areas, ...(more.areas ?? [])])],
  };
}

/** The meaning of a word, or `undefined`. Words such as `constructor` that every object knows are not meant. */
export function meaningOf<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function hoursOfDay(from: number, to: number): PartOfDay {
  return { from: from * UNITS.h, to: to * UNITS.h };
}
