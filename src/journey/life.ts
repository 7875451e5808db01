/** Synthetic people: what they want, what they do, and how they answer a message. They know no rule. */
import type { Instant } from "../time/instant.ts";
import type { IntentSpan, MissionSpan, TrueEvent } from "../model/truth.ts";

/** A message that the rules sent to a person. `flow` and `ordinal` address the draws of the answer: they say which message
 *  this is by its meaning (the segment or its follow-up, and the how many-th of that to this person), never by how many
 *  were drawn before. */
export interface Message {
  readonly at: Instant;
  readonly flow: string;
  readonly ordinal: number;
  readonly subject: string;
  /** A code in it that lowers the price, if there is one. */
  readonly code?: string | undefined;
}

/** A person's life, lived forwards: ask when something happens next, let it happen, tell it what arrived by mail. */
export interface Life {
  readonly index: number;
  readonly id: string;
  /** The IANA name of the home zone, and the device used most. */
  readonly zone: string;
  readonly device: string;
  /** When something happens next; `NEVER` if nothing does before the end of the run. Never earlier than the last one. */
  nextAt(): Instant;
  /** Lets happen what happens at `nextAt()` and returns the events, all of that instant, in the order of `sequence`. */
  advance(): readonly TrueEvent[];
  /** Takes a message sent at `message.at`; nothing follows from it before `message.at` + 1 s. */
  receive(message: Message): void;
  /** What the person truly wanted, when: known when the life is over. Spans of one mission and intent do not overlap. */
  intents(): readonly IntentSpan[];
  /** When missions were open: known when the life is over. */
  missions(): readonly MissionSpan[];
}
