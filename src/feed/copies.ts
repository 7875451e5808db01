import type { Values } from "../model/event.ts";
import type { TrueEvent } from "../model/truth.ts";
import { type StreamKey, uniform } from "../random/stream.ts";
import type { Faults } from "./fault.ts";
import { type FaultKeys, numberOf } from "./keys.ts";
import type { FeedSettings } from "./settings.ts";

/** One delivery of an event: the first, with number 0, or a copy. */
export interface Copy {
  readonly id: number;
  readonly number: number;
  readonly properties: Values;
}

const DRAW = { same: 0, changed: 1, renewed: 2 } as const;

const NONE: readonly Copy[] = [];

/** The copies of an event, without the first delivery. A copy is a retry, the same id with another payload, or another id
 *  with the same payload. */
export function copiesOf(
  event: TrueEvent,
  { duplicates, faults }: FeedSettings,
  { duplicate }: FaultKeys,
): readonly Copy[] {
  const id = numberOf(event.id);
  const same = happens(duplicate, id, { share: duplicates, what: DRAW.same });
  const { changedCopies = 0, renewedCopies = 0 } = faults ?? NO_FAULTS;
  const changed = happens(duplicate, id, { share: changedCopies, what: DRAW.changed });
  const again = happens(duplicate, id, { share: renewedCopies, what: DRAW.renewed });
  if (!same && !changed && !again) return NONE; // most events, most of the time
  const { properties } = event;
  const copies: Copy[] = [];
  if (same) copies.push({ id, number: 1, properties });
  if (changed) copies.push({ id, number: 2, properties: { ...properties, resent: true } });
  if (again) copies.push({ id: renewed(id), number: 3, properties });
  return copies;
}

const NO_FAULTS: Faults = {};

function happens(
  key: StreamKey,
  id: number,
  { share, what }: { readonly share: number; readonly what: number },
): boolean {
  return share > 0 && uniform(key, id, what) < share;
}

/** Another id for the same fact: ids of facts are not negative. */
function renewed(id: number): number {
  return -1 - id;
}
