import type { Duration } from "../../time/duration.ts";
import type {
  Cap,
  Condition,
  DayRange,
  FollowUp,
  QuietHours,
  Refinement,
  Relaxation,
  SendAction,
} from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { readDayRange } from "./day-range.ts";
import { readFollowUp } from "./follow-up.ts";
import { readLength, readSpan } from "./length.ts";
import { acceptCoolOff, acceptReEnter, readCap, readQuietHours, readReEntry } from "./policy.ts";
import type { Reading } from "./reading.ts";
import { readRefinement } from "./refine.ts";
import { readRelaxation } from "./relax.ts";
import { readSend } from "./send.ts";
import { readPriority, readShare } from "./share.ts";
import { readWhole } from "./whole.ts";

/** What the clauses of a segment say. */
export interface Clauses {
  refines: Refinement;
  when: Condition;
  relax: Relaxation;
  until: Condition;
  then: SendAction;
  followUps: FollowUp;
  gate: DayRange;
  coolOff: Duration;
  reEnter: "never" | Duration;
  staleAfter: Duration;
  caps: Cap;
  quietHours: QuietHours;
  priority: number;
  holdout: number;
}

/** How a clause is known, and how the rest of it is read. */
export interface ClauseReader<Name extends keyof Clauses> {
  /** How messages call it. */
  readonly words: string;
  /** Whether a segment may have several. */
  readonly repeats?: boolean;
  /** Takes the words that it begins with, if they stand here. */
  readonly accept: (cursor: Cursor) => boolean;
  readonly read: (reading: Reading) => Clauses[Name] | undefined;
}

const accepting =
  (...words: readonly string[]) =>
  (cursor: Cursor): boolean =>
    cursor.accept(...words);

/** Every clause, in the order in which they are printed. */
export const CLAUSES: { readonly [Name in keyof Clauses]: ClauseReader<Name> } = {
  refines: { words: "refines", accept: accepting("refines"), read: readRefinement },
  when: {
    words: "when",
    accept: accepting("when"),
    read: (reading) => readWhole(reading, { next: "another clause or the end" }),
  },
  relax: { words: "relax", accept: accepting("relax"), read: readRelaxation },
  until: {
    words: "until",
    accept: accepting("until"),
    read: (reading) => readWhole(reading, { next: "another clause or the end", anchor: "entry" }),
  },
  then: { words: "then", accept: accepting("then"), read: readSend },
  followUps: { words: "after", repeats: true, accept: accepting("after"), read: readFollowUp },
  gate: { words: "send within", accept: accepting("send", "within"), read: readGate },
  coolOff: { words: "cool off", accept: acceptCoolOff, read: ({ cursor }) => readLength(cursor) },
  reEnter: { words: "re-enter", accept: acceptReEnter, read: readReEntry },
  staleAfter: {
    words: "stale after",
    accept: (cursor) => cursor.accept("stale", "after") || cursor.accept("stale"),
    read: ({ cursor }) => readSpan(cursor),
  },
  caps: { words: "at most", repeats: true, accept: accepting("at", "most"), read: readCap },
  quietHours: {
    words: "quiet hours",
    accept: (cursor) => cursor.accept("quiet", "hours") || cursor.accept("quiet_hours"),
    read: readQuietHours,
  },
  priority: { words: "priority", accept: accepting("priority"), read: readOwnPriority },
  holdout: {
    words: "holdout",
    accept: accepting("holdout"),
    read: ({ cursor }) => readShare(cursor),
  },
};

function readGate(reading: Reading): DayRange | undefined {
  return readDayRange(reading, reading.cursor.last());
}

function readOwnPriority({ cursor }: Reading): number | undefined {
  if (!cursor.isSymbol("+")) return readPriority(cursor, cursor.last());
  return cursor.expected("a number", 'a priority with a plus belongs to "relax"');
}
