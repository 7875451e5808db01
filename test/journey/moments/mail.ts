import type { TrueEvent } from "../../../src/model/truth.ts";
import type { Lived } from "../living.ts";
import type { Counts } from "./tally.ts";

const SECOND = 1000;
const HOUR = 3_600_000;
/** Letters of the first month are watched for another: few open later. */
const EARLY = 30 * 24 * HOUR;

/** One letter: its delivery, and all that came of it, in order. */
interface Letter {
  readonly delivered: TrueEvent;
  readonly answers: readonly TrueEvent[];
}

/** Counts what became of mail, newsletters and messages apart. */
export function addMail(counts: Counts, { events }: Lived): void {
  const from = events[0]?.at ?? 0;
  const letters = new Map<unknown, { delivered: TrueEvent; answers: TrueEvent[] }>();
  for (const event of events) {
    if (event.feed !== "email") continue;
    const id = event.properties["email_id"];
    if (event.name === "Email Bounced") addBounce(counts, event);
    if (event.name === "Email Delivered") letters.set(id, { delivered: event, answers: [] });
    else letters.get(id)?.answers.push(event);
  }
  for (const letter of letters.values()) {
    const isMessage = letter.delivered.properties["flow"] !== undefined;
    counts.add("sent");
    addLetter(counts, isMessage ? "messages" : "newsletters", letter);
    if (letter.delivered.at >= from + EARLY || isMessage) continue;
    addAnswers(counts, "early newsletters", letter);
    addDelays(counts, letter);
  }
}

function addBounce(counts: Counts, { properties }: TrueEvent): void {
  counts.add("sent");
  counts.add(properties["bounce_type"] === "hard" ? "hard bounces" : "soft bounces");
}

function addLetter(counts: Counts, kind: string, letter: Letter): void {
  counts.add(`${kind} delivered`);
  addAnswers(counts, kind, letter);
  const opened = letter.answers.find(
    ({ name, cause }) => name === "Email Opened" && cause === "human",
  );
  for (const { name, cause, at } of letter.answers) {
    if (cause === "machine-open")
      addWithin(counts, "machine opens", [at - letter.delivered.at, HOUR, "1 h"]);
    if (name !== "Email Link Clicked") continue;
    counts.add("clicks");
    if (cause === "scanner") counts.add("clicks by scanners");
    if (cause === "scanner" && at - letter.delivered.at <= 5 * SECOND)
      counts.add("scans within 5 s");
    if (cause !== "human" || opened === undefined) continue;
    counts.add("clicks after an open");
    if (at - opened.at <= 25 * SECOND) counts.add("clicks within 25 s");
  }
}

/** Counts each answer once a letter. */
function addAnswers(counts: Counts, kind: string, { answers }: Letter): void {
  counts.add(kind);
  const has = (wanted: string, cause?: string): boolean =>
    answers.some((each) => each.name === wanted && (cause === undefined || each.cause === cause));
  if (has("Email Opened", "human")) counts.add(`${kind} opened by human`);
  if (has("Email Opened", "machine-open")) counts.add(`${kind} opened by machine-open`);
  if (answers.some(({ name, isUnseen }) => name === "Email Opened" && isUnseen !== true))
    counts.add(`${kind} that seem opened`);
  if (has("Email Link Clicked", "human")) counts.add(`${kind} clicked by human`);
  if (has("Unsubscribed")) counts.add(`${kind} unsubscribed`);
  if (has("Email Marked as Spam")) counts.add(`${kind} complained of`);
}

function addDelays(counts: Counts, { delivered, answers }: Letter): void {
  for (const { name, cause, at } of answers) {
    if (name !== "Email Opened" || cause !== "human") continue;
    counts.add("delays to open");
    for (const hours of [1, 6, 24, 168])
      if (at - delivered.at <= hours * HOUR) counts.add(`opened within ${hours} h`);
  }
}

function addWithin(
  counts: Counts,
  kind: string,
  [delay, most, name]: readonly [number, number, string],
): void {
  counts.add(kind);
  if (delay <= most) counts.add(`${kind} within ${name}`);
}
