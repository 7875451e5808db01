import type { Values } from "../../model/event.ts";
import { normal } from "../../random/distribution.ts";
import { type LogNormal, logNormalMs } from "../../random/distribution.ts";
import { Draws, type StreamKey, hashId } from "../../random/stream.ts";
import type { Instant } from "../../time/instant.ts";
import type { PeopleSettings } from "../settings.ts";

/** How people answer a kind of letter: shares of what is delivered, and what it does to them, see `Persuasion`. */
export interface Appeal {
  readonly open: number;
  readonly click: number;
  readonly unsubscribe: number;
  readonly complaint: number;
  /** The chance of a visit without a click, of those who open. */
  readonly visit: number;
  readonly boost: number;
  /** The boost of the visit that a click leads to. */
  readonly clickBoost: number;
}

/** What tells a letter from all others: its flow or mailing, whose it is, and which of the flow. */
interface Address {
  readonly flow: StreamKey;
  readonly index: number;
  readonly ordinal: number;
}

/** One message in a person's inbox. Its draws are addressed by its flow and ordinal. */
export interface Letter extends Address {
  readonly draws: Draws;
  readonly deliveredAt: Instant;
  readonly appeal: Appeal;
  /** A code that lowers the price, if the letter has one. */
  readonly code: string | undefined;
  readonly properties: Values;
}

/** The appeal of mailings that everybody gets. */
export function appealOfNewsletter({ numbers }: PeopleSettings): Appeal {
  return {
    open: numbers.openNewsletter,
    click: numbers.clickNewsletter,
    unsubscribe: numbers.unsubscribeNewsletter,
    complaint: numbers.complaintNewsletter,
    visit: numbers.visitNewsletter,
    boost: numbers.boostNewsletter,
    clickBoost: numbers.boostNewsletter,
  };
}

/** The appeal of messages that a rule sent. */
export function appealOfMessage({ numbers }: PeopleSettings): Appeal {
  return {
    open: numbers.openMessage,
    click: numbers.clickMessage,
    unsubscribe: numbers.unsubscribeMessage,
    complaint: numbers.complaintMessage,
    visit: numbers.visitMessage,
    boost: numbers.boostMessage,
    clickBoost: numbers.boostClick,
  };
}

/** What is drawn about a letter. */
export const LETTER_DRAW = {
  transit: 1,
  open: 2,
  openDelay: 3,
  wake: 4,
  click: 5,
  clickDelay: 6,
  unsubscribe: 7,
  unsubscribeDelay: 8,
  complaint: 9,
  complaintDelay: 10,
  machine: 11,
  machineKind: 12,
  machineDelay: 13,
  bounce: 14,
  scan: 15,
  scanDelay: 16,
  tired: 17,
  device: 18,
} as const;
const IDS = 100;

/** The draws of the letter at an address. */
export function drawsAt({ flow, index, ordinal }: Address): Draws {
  return new Draws(flow, index, ordinal);
}

/** The draw of a letter about `what`. */
export function drawOf({ draws }: Letter, what: number): number {
  return draws.at(what);
}

/** The delay about `what`, at least a millisecond; the median of `shape` is in milliseconds. */
export function delayOf(letter: Letter, what: number, shape: LogNormal): number {
  return Math.max(logNormalMs(shape, drawOf(letter, what)), 1);
}

/** The id of the event of a letter that has `rank` among its events. */
export function idOf({ flow, index, ordinal }: Address, rank: number): number {
  return hashId(flow, index, ordinal, IDS + rank);
}

/** Whether a person who is not tired opens a letter with their own hands. Liking mail and wanting something move the
 *  threshold of a normal draw; over all people (affinity has mean 0, deviation 1) the share of openers is that of the
 *  appeal. */
export function opens(letter: Letter, shift: number, slope: number): boolean {
  const spread = Math.sqrt(1 + slope * slope);
  return normal(drawOf(letter, LETTER_DRAW.open)) - shift < spread * normal(letter.appeal.open);
}
