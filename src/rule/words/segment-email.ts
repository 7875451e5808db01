import type { EventDefinition, Metric } from "../../model/vocabulary.ts";
import { EVERY_EVENT, type Properties } from "./product-properties.ts";

/** Events of Segment's email spec (segment.com/docs/connections/spec/email). `machine_open` and `scanner` are our own
 *  marks for mail that a program opened or clicked. */
export const EMAIL_EVENTS: Readonly<Record<string, EventDefinition>> = {
  "Email Sent": mail({}),
  "Email Delivered": mail({}),
  "Email Opened": mail({ machine_open: "boolean" }),
  "Email Link Clicked": mail({ link_id: "text", link_url: "text", scanner: "boolean" }),
  "Email Bounced": mail({ reason: "text", bounce_type: "text" }),
  "Email Marked as Spam": mail({}),
  "Email Forwarded": mail({}),
  Unsubscribed: mail({ list_id: "text", list_name: "text" }),
  Subscribed: mail({ list_id: "text", list_name: "text" }),
};

/** What rules call those events when they count them. */
export const EMAIL_METRICS: Readonly<Record<string, Metric>> = {
  emails_sent: { events: ["Email Sent"] },
  deliveries: { events: ["Email Delivered"] },
  opens: { events: ["Email Opened"] },
  human_opens: { events: ["Email Opened"], where: isNotTrue("machine_open") },
  clicks: { events: ["Email Link Clicked"] },
  human_clicks: { events: ["Email Link Clicked"], where: isNotTrue("scanner") },
  bounces: { events: ["Email Bounced"] },
  complaints: { events: ["Email Marked as Spam"] },
  forwards: { events: ["Email Forwarded"] },
  unsubscribes: { events: ["Unsubscribed"] },
  subscribes: { events: ["Subscribed"] },
};

function mail(properties: Properties): EventDefinition {
  return {
    feed: "email",
    properties: {
      ...EVERY_EVENT,
      email_id: "text",
      email_subject: "text",
      subject: "text",
      campaign_id: "text",
      flow: "text",
      mail_client: "text",
      ...properties,
    },
  };
}

/** Unlike `!=`, this also takes the events that do not say (language.md, law 8). */
function isNotTrue(property: string): NonNullable<Metric["where"]> {
  const test = { kind: "compare", comparator: "=", value: true } as const;
  return { kind: "not", predicate: { kind: "property", property, test } };
}
