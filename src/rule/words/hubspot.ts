import type { EventDefinition, Metric } from "../../model/vocabulary.ts";

/** HubSpot's own names: the types of its email events (developers.hubspot.com, email events API) and its own page
 *  and form events. Shop events are custom there, so the words for them keep the meaning that the default gives. */
export const HUBSPOT_EVENTS: Readonly<Record<string, EventDefinition>> = {
  SENT: { feed: "email" },
  DELIVERED: { feed: "email" },
  OPEN: { feed: "email" },
  CLICK: { feed: "email" },
  BOUNCE: { feed: "email" },
  DROPPED: { feed: "email" },
  DEFERRED: { feed: "email" },
  FORWARD: { feed: "email" },
  SPAMREPORT: { feed: "email" },
  STATUSCHANGE: { feed: "email" },
  e_visited_page: { feed: "session-log" },
  e_form_submission_v2: { feed: "session-log" },
};

/** The usual words of rules, meaning HubSpot's events. */
export const HUBSPOT_METRICS: Readonly<Record<string, Metric>> = {
  page_views: { events: ["e_visited_page"] },
  pages: { events: ["e_visited_page"] },
  form_submissions: { events: ["e_form_submission_v2"] },
  emails_sent: { events: ["SENT"] },
  deliveries: { events: ["DELIVERED"] },
  opens: { events: ["OPEN"] },
  human_opens: {
    events: ["OPEN"],
    where: {
      kind: "not",
      predicate: {
        kind: "property",
        // HubSpot filters opens by known bots and marks them so.
        property: "filteredEvent",
        test: { kind: "compare", comparator: "=", value: true },
      },
    },
  },
  clicks: { events: ["CLICK"] },
  bounces: { events: ["BOUNCE"] },
  complaints: { events: ["SPAMREPORT"] },
  forwards: { events: ["FORWARD"] },
  unsubscribes: {
    events: ["STATUSCHANGE"],
    where: {
      kind: "property",
      property: "portalSubscriptionStatus",
      test: { kind: "compare", comparator: "=", value: "UNSUBSCRIBED" },
    },
  },
};
