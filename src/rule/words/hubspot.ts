import type { EventDefinition, Metric } from "../../model/vocabulary.ts";

/** HubSpot's own names: the types of its email events (developers.hubspot.com, email events API) and its internal names
 *  of behavioural events. Its properties are of free form, so none are listed. */
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
  e_v2_contact_viewed_product: { feed: "session-log" },
  e_v2_contact_viewed_cart: { feed: "session-log" },
  e_v2_contact_added_product_to_cart: { feed: "session-log" },
  e_v2_contact_started_checkout: { feed: "session-log" },
  e_v2_contact_completed_order: { feed: "session-log" },
  e_form_submission_v2: { feed: "session-log" },
};

/** The usual words of rules, meaning HubSpot's events. */
export const HUBSPOT_METRICS: Readonly<Record<string, Metric>> = {
  page_views: { events: ["e_visited_page"] },
  product_views: { events: ["e_v2_contact_viewed_product"] },
  cart_views: { events: ["e_v2_contact_viewed_cart"] },
  adds: { events: ["e_v2_contact_added_product_to_cart"] },
  cart_adds: { events: ["e_v2_contact_added_product_to_cart"] },
  checkouts: { events: ["e_v2_contact_started_checkout"] },
  orders: { events: ["e_v2_contact_completed_order"] },
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
  unsubscribes: { events: ["STATUSCHANGE"] },
};
