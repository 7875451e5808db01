import type { SendOutcome } from "../model/log.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import type { Subject } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** Sends by what they truly did, in the places of `KINDS`, and those whose outcome's time the run does not cover. */
export type ResponseTotals = Tally;

/** What sends truly did: with and without the send, did the person order? */
export interface ResponseMeasure {
  /** Ordered with the send and would have without it: it was wasted, and a discount given away. */
  readonly sureThings: number;
  /** Ordered because of it: the only source of a gain. */
  readonly persuadables: number;
  /** Ordered in neither case. */
  readonly lostCauses: number;
  /** Would have ordered, and did not because of it. */
  readonly sleepingDogs: number;
  /** Of all those, how many the run ended too early to know for sure. */
  readonly unfinished: number;
}

/** What a send truly did, in the order of reports. */
export const KINDS = ["sureThings", "persuadables", "lostCauses", "sleepingDogs"] as const;
const UNFINISHED = KINDS.length;

/** Which of the four kinds a send was. */
export function kindOf({ ordersWith, ordersWithout }: SendOutcome): (typeof KINDS)[number] {
  if (ordersWith) return ordersWithout ? "sureThings" : "persuadables";
  return ordersWithout ? "sleepingDogs" : "lostCauses";
}

/** Nothing was sent. */
export function emptyResponse(): ResponseTotals {
  return tally(KINDS.length + 1);
}

/** Adds one profile. */
export function foldResponse(
  totals: ResponseTotals,
  setup: MeasureSetup,
  { log, segment }: Subject,
): void {
  for (const outcome of log.truth?.outcomes ?? []) {
    if (outcome.segment !== segment || !isMeasured(setup, outcome.at)) continue;
    totals[KINDS.indexOf(kindOf(outcome))]! += 1;
    if (!outcome.isFinished) totals[UNFINISHED]! += 1;
  }
}

/** Adds the totals of other profiles. */
export function mergeResponse(into: ResponseTotals, from: ResponseTotals): void {
  addTally(into, from);
}

/** Reads the numbers off. */
export function responseOf(totals: ResponseTotals): ResponseMeasure {
  const [sureThings, persuadables, lostCauses, sleepingDogs, unfinished] = [...totals] as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { sureThings, persuadables, lostCauses, sleepingDogs, unfinished };
}
