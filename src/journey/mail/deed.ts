import type { Values } from "../../model/event.ts";
import type { Cause } from "../../model/truth.ts";
import type { Instant } from "../../time/instant.ts";
import type { Body } from "../body.ts";
import { type FactName, eventOf } from "../fact.ts";
import { type Letter, idOf } from "./letter.ts";

/** The events of a letter, by which their ids are told apart. */
export const RANK = {
  letter: 0,
  delivered: 1,
  machine: 2,
  open: 3,
  click: 4,
  unsubscribe: 5,
  spam: 6,
  scan: 7,
  unsubscribed: 8,
  complained: 9,
};

/** One thing that is done with a letter. */
export interface Deed {
  readonly at: Instant;
  readonly rank: number;
  readonly name: FactName;
  readonly cause: Cause;
  readonly properties: Values;
  readonly isUnseen?: boolean;
}

/** Tells of a deed that is done. */
export function emitDeed({ emit, isHeard }: Body, letter: Letter, deed: Deed): void {
  const { rank, name, at, cause, properties, isUnseen } = deed;
  if (!isHeard(name)) return;
  emit(eventOf({ key: idOf(letter, rank), name, at, cause, properties, isUnseen }));
}

/** Plans a deed; `then` hears when it is done. One of which nobody hears is left undone. */
export function planDeed(
  body: Body,
  letter: Letter,
  deed: Deed & { readonly then?: (at: Instant) => void },
): void {
  const { then } = deed;
  if (then === undefined && !body.isHeard(deed.name)) return;
  const run = (): void => {
    emitDeed(body, letter, deed);
    then?.(deed.at);
  };
  body.agenda.add({ at: deed.at, order: idOf(letter, deed.rank), run });
}
