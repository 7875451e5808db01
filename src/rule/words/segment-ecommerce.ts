import type { EventDefinition, Metric } from "../../model/vocabulary.ts";
import { EVERY_EVENT, LIST, ORDER, PRODUCT, type Properties } from "./product-properties.ts";

/** Events of Segment's e-commerce spec v2 and its page, screen and form calls, with the properties they document
 *  (segment.com/docs/connections/spec/ecommerce/v2). */
export const SEGMENT_EVENTS: Readonly<Record<string, EventDefinition>> = {
  "Page Viewed": visit({ name: "text", category: "text", seconds: "number", scroll: "number" }),
  "Screen Viewed": visit({ name: "text", category: "text" }),
  "Session Started": visit({}),
  "Session Ended": visit({ duration: "number", pages: "number" }),
  "Form Submitted": visit({ form_id: "text", form_name: "text" }),
  "Signed Up": visit({ method: "text" }),
  "Signed In": visit({ method: "text" }),
  "Products Searched": visit(LIST),
  "Product List Viewed": visit(LIST),
  "Product List Filtered": visit(LIST),
  "Promotion Viewed": visit(promotion()),
  "Promotion Clicked": visit(promotion()),
  "Product Clicked": visit({ ...PRODUCT, list_id: "text" }),
  "Product Viewed": visit({ ...PRODUCT, list_id: "text" }),
  "Product Added": visit({ ...PRODUCT, cart_id: "text" }),
  "Product Removed": visit({ ...PRODUCT, cart_id: "text" }),
  "Cart Viewed": visit({ ...PRODUCT, ...ORDER }),
  "Checkout Started": visit(ORDER),
  "Checkout Step Viewed": visit(step()),
  "Checkout Step Completed": visit(step()),
  "Payment Info Entered": visit({ ...step(), order_id: "text" }),
  "Order Completed": visit(ORDER),
  "Order Updated": visit(ORDER),
  "Order Refunded": visit(ORDER),
  "Order Cancelled": visit(ORDER),
  "Coupon Entered": visit(coupon()),
  "Coupon Applied": visit({ ...coupon(), discount: "number" }),
  "Coupon Denied": visit({ ...coupon(), reason: "text" }),
  "Coupon Removed": visit({ ...coupon(), discount: "number" }),
  "Product Added to Wishlist": visit({ ...PRODUCT, wishlist_id: "text", wishlist_name: "text" }),
  "Product Removed from Wishlist": visit({
    ...PRODUCT,
    wishlist_id: "text",
    wishlist_name: "text",
  }),
  "Wishlist Product Added to Cart": visit({ ...PRODUCT, wishlist_id: "text", cart_id: "text" }),
  "Product Shared": visit({ ...PRODUCT, share_via: "text", recipient: "text" }),
  "Cart Shared": visit({ share_via: "text", recipient: "text", cart_id: "text", products: "list" }),
  "Product Reviewed": visit({
    ...PRODUCT,
    review_id: "text",
    review_body: "text",
    rating: "number",
  }),
};

/** What rules call those events when they count them. */
export const SEGMENT_METRICS: Readonly<Record<string, Metric>> = {
  page_views: { events: ["Page Viewed"] },
  screen_views: { events: ["Screen Viewed"] },
  sessions: { events: ["Session Started"] },
  form_submissions: { events: ["Form Submitted"] },
  sign_ups: { events: ["Signed Up"] },
  sign_ins: { events: ["Signed In"] },
  product_searches: { events: ["Products Searched"] },
  product_list_views: { events: ["Product List Viewed"] },
  product_list_filters: { events: ["Product List Filtered"] },
  promotion_views: { events: ["Promotion Viewed"] },
  promotion_clicks: { events: ["Promotion Clicked"] },
  product_clicks: { events: ["Product Clicked"] },
  product_views: { events: ["Product Viewed"] },
  adds: { events: ["Product Added"] },
  cart_adds: { events: ["Product Added"] },
  removals: { events: ["Product Removed"] },
  cart_removals: { events: ["Product Removed"] },
  cart_views: { events: ["Cart Viewed"] },
  checkouts: { events: ["Checkout Started"] },
  checkout_steps: { events: ["Checkout Step Viewed"] },
  checkout_steps_completed: { events: ["Checkout Step Completed"] },
  payments_entered: { events: ["Payment Info Entered"] },
  orders: { events: ["Order Completed"] },
  order_updates: { events: ["Order Updated"] },
  refunds: { events: ["Order Refunded"] },
  cancellations: { events: ["Order Cancelled"] },
  coupons_entered: { events: ["Coupon Entered"] },
  coupons: { events: ["Coupon Applied"] },
  coupons_denied: { events: ["Coupon Denied"] },
  coupons_removed: { events: ["Coupon Removed"] },
  wishlist_adds: { events: ["Product Added to Wishlist"] },
  wishlist_removals: { events: ["Product Removed from Wishlist"] },
  wishlist_cart_adds: { events: ["Wishlist Product Added to Cart"] },
  product_shares: { events: ["Product Shared"] },
  cart_shares: { events: ["Cart Shared"] },
  reviews: { events: ["Product Reviewed"] },
  pages: {
    events: [
      "Page Viewed",
      "Product Viewed",
      "Product List Viewed",
      "Cart Viewed",
      "Checkout Started",
    ],
  },
  site_clicks: { events: ["Product Clicked", "Promotion Clicked"] },
  events: { events: [], prefix: "", feed: "session-log" },
};

function visit(properties: Properties): EventDefinition {
  return { feed: "session-log", properties: { ...EVERY_EVENT, ...properties } };
}

function promotion(): Properties {
  return { promotion_id: "text", creative: "text", name: "text", position: "text" };
}

function step(): Properties {
  return {
    checkout_id: "text",
    step: "number",
    shipping_method: "text",
    payment_method: "text",
  };
}

function coupon(): Properties {
  return {
    order_id: "text",
    cart_id: "text",
    coupon_id: "text",
    coupon: "text",
    coupon_name: "text",
  };
}
