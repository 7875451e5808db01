import type { TrueEvent } from "../../../src/model/truth.ts";
import type { Lived } from "../living.ts";
import type { Counts } from "./tally.ts";

const HOUR = 3_600_000;

/** Counts what became of mail, newsletters and messages apart. */
export function addMail(counts: Counts, { events }: Lived): void {
  const delivered = new Map<unknown, TrueEvent>();
  for (const event of events) {
    if (event.feed !== "email") continue;
    const kind = event.properties["flow"] === undefined ? "newsletters" : "messages";
    if (event.name === "Email Delivered" || event.name === "Email Bounced") counts.add("sent");
    if (event.name === "Email Delivered") delivered.set(event.properties["email_id"], event);
    addOne(counts, event, kind);
    if (event.name !== "Email Opened" || event.cause !== "human") continue;
    const before = delivered.get(event.properties["email_id"]);
    if (before !== undefined) addDelay(counts, event.at - before.at);
  }
}

function addOne(
  counts: Counts,
  { name, cause, properties, isUnseen }: TrueEvent,
  kind: string,
): void {
  switch (name) {
    case "Email Bounced":
      counts.add(properties["bounce_type"] === "hard" ? "hard bounces" : "soft bounces");
      break;
    case "Email Delivered":
      counts.add(`${kind} delivered`);
      break;
    case "Email Opened":
      counts.add(`${kind} opened by ${cause}`);
      if (isUnseen !== true) counts.add(`${kind} seen opened`);
      break;
    case "Email Link Clicked":
      counts.add(`${kind} clicked by ${cause}`);
      counts.add("clicks");
      if (cause === "scanner") counts.add("clicks by scanners");
      break;
    case "Unsubscribed":
      counts.add(`${kind} unsubscribed`);
      break;
    case "Email Marked as Spam":
      counts.add(`${kind} complained of`);
      break;
  }
}

function addDelay(counts: Counts, delay: number): void {
  counts.add("delays to open");
  for (const hours of [1, 6, 24, 168])
    if (delay <= hours * HOUR) counts.add(`opened within ${hours} h`);
}
