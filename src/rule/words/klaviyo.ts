import type { EventDefinition, Metric } from "../../model/vocabulary.ts";

/** Klaviyo's own names of metrics (developers.klaviyo.com, "Integrate a platform" and its email metrics). Its properties
 *  are of free form, so none are listed. */
export const KLAVIYO_EVENTS: Readonly<Record<string, EventDefinition>> = {
  "Active on Site": { feed: "session-log" },
  "Viewed Product": { feed: "session-log" },
  "Viewed Collection": { feed: "session-log" },
  "Viewed Cart": { feed: "session-log" },
  "Submitted Search": { feed: "session-log" },
  "Submitted Form": { feed: "session-log" },
  "Added to Cart": { feed: "session-log" },
  "Removed from Cart": { feed: "session-log" },
  "Started Checkout": { feed: "session-log" },
  "Placed Order": { feed: "session-log" },
  "Ordered Product": { feed: "session-log" },
  "Fulfilled Order": { feed: "session-log" },
  "Cancelled Order": { feed: "session-log" },
  "Refunded Order": { feed: "session-log" },
  "Received Email": { feed: "email" },
  "Opened Email": { feed: "email" },
  "Clicked Email": { feed: "email" },
  "Bounced Email": { feed: "email" },
  "Dropped Email": { feed: "email" },
  "Marked Email as Spam": { feed: "email" },
  "Unsubscribed from Email Marketing": { feed: "email" },
  "Subscribed to Email Marketing": { feed: "email" },
};

/** The usual words of rules, meaning Klaviyo's events. */
export const KLAVIYO_METRICS: Readonly<Record<string, Metric>> = {
  page_views: { events: ["Active on Site"] },
  pages: {
    events: [
      "Active on Site",
      "Viewed Product",
      "Viewed Collection",
      "Viewed Cart",
      "Started Checkout",
      "Checkout Started",
    ],
  },
  product_views: { events: ["Viewed Product"] },
  product_list_views: { events: ["Viewed Collection"] },
  product_searches: { events: ["Submitted Search"] },
  form_submissions: { events: ["Submitted Form"] },
  cart_views: { events: ["Viewed Cart"] },
  adds: { events: ["Added to Cart"] },
  cart_adds: { events: ["Added to Cart"] },
  removals: { events: ["Removed from Cart"] },
  cart_removals: { events: ["Removed from Cart"] },
  checkouts: { events: ["Started Checkout", "Checkout Started"] },
  orders: { events: ["Placed Order"] },
  products_ordered: { events: ["Ordered Product"] },
  cancellations: { events: ["Cancelled Order"] },
  refunds: { events: ["Refunded Order"] },
  deliveries: { events: ["Received Email"] },
  opens: { events: ["Opened Email"] },
  human_opens: {
    events: ["Opened Email"],
    where: {
      kind: "not",
      predicate: {
        kind: "property",
        // Klaviyo marks opens that Apple's mail privacy made ("Apple Privacy Open").
        property: "Apple Privacy Open",
        test: { kind: "compare", comparator: "=", value: true },
      },
    },
  },
  clicks: { events: ["Clicked Email"] },
  bounces: { events: ["Bounced Email"] },
  complaints: { events: ["Marked Email as Spam"] },
  unsubscribes: { events: ["Unsubscribed from Email Marketing"] },
  subscribes: { events: ["Subscribed to Email Marketing"] },
};
