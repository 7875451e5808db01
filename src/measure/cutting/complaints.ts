/** A share of complaints that a sender should stay below, and how many messages a day it takes for one complaint alone not
 *  to exceed it. */
interface Line {
  readonly share: number;
  readonly leastMessages: number;
}

/** Google's sender guidelines (2024): keep the share of complaints below 0.1 %, and never reach 0.3 %. */
export const LINES = {
  asked: { share: 0.001, leastMessages: 1000 },
  never: { share: 0.003, leastMessages: 334 },
} as const satisfies Readonly<Record<string, Line>>;

/** What one complaint weighs on the days on which a segment sends anything. */
export interface ComplaintMeasure {
  readonly days: number;
  readonly messagesPerDay: number;
  /** One complaint as a share of the messages of a mean day; 0 if nothing is sent. */
  readonly one: number;
  /** Days on which one complaint alone exceeds 0.1 %, and 0.3 %. */
  readonly overAsked: number;
  readonly overNever: number;
}

/** Reads it off the messages of each day, at the scale of the list. */
export function complaintsOf(days: readonly number[], scale: number): ComplaintMeasure {
  const sent = days.map((messages) => messages * scale).filter((messages) => messages > 0);
  const all = sent.reduce((sum, messages) => sum + messages, 0);
  const below = (least: number): number => sent.filter((messages) => messages < least).length;
  return {
    days: sent.length,
    messagesPerDay: sent.length === 0 ? 0 : all / sent.length,
    one: all === 0 ? 0 : sent.length / all,
    overAsked: below(LINES.asked.leastMessages),
    overNever: below(LINES.never.leastMessages),
  };
}
