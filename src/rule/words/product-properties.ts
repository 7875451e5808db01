import type { ValueType } from "../../model/vocabulary.ts";

/** Names of properties and their types, as an event's definition lists them. */
export type Properties = Readonly<Record<string, ValueType>>;

/** What every event may carry besides its own: the page and campaign of Segment's context. */
export const EVERY_EVENT: Properties = {
  url: "text",
  path: "text",
  title: "text",
  referrer: "text",
  search: "text",
  campaign_name: "text",
  campaign_source: "text",
  campaign_medium: "text",
  campaign_term: "text",
  campaign_content: "text",
  channel: "text",
  platform: "text",
  session_id: "text",
  affiliation: "text",
};

/** One product, as Segment's e-commerce spec v2 describes it. */
export const PRODUCT: Properties = {
  product_id: "text",
  sku: "text",
  name: "text",
  category: "text",
  brand: "text",
  variant: "text",
  price: "number",
  quantity: "number",
  coupon: "text",
  position: "number",
  image_url: "text",
  value: "number",
  currency: "text",
};

/** A cart or an order with its sums. */
export const ORDER: Properties = {
  order_id: "text",
  checkout_id: "text",
  cart_id: "text",
  total: "number",
  subtotal: "number",
  revenue: "number",
  value: "number",
  shipping: "number",
  tax: "number",
  discount: "number",
  coupon: "text",
  currency: "text",
  products: "list",
  category: "text",
  product_id: "text",
};

/** A list of products that was seen or filtered. */
export const LIST: Properties = {
  list_id: "text",
  category: "text",
  query: "text",
  filters: "list",
  sorts: "list",
  products: "list",
};
