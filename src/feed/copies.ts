import type { Values } from "../model/event.ts";
import type { TrueEvent } from "../model/truth.ts";
import { uniform } from "../random/stream.ts";
import { type FaultKeys, numberOf } from "./keys.ts";
import type { FeedSettings } from "./settings.ts";

/** One delivery of an event: the first, or a copy. */
export interface Copy {
  readonly id: number;
  readonly number: number;
  readonly properties: Values;
}

const DRAW = { same: 0, changed: 1, renewed: 2 } as const;

/** The deliveries of an event. A copy is a retry, the same id with another payload, or another id with the same payload. */
export function copiesOf(
  event: TrueEvent,
  { duplicates, faults }: FeedSettings,
  { duplicate }: FaultKeys,
): readonly Copy[] {
  const id = numberOf(event.id);
  const { properties } = event;
  const copies: Copy[] = [{ id, number: 0, properties }];
  const happens = (share: number, what: number): boolean =>
    share > 0 && uniform(duplicate, id, what) < share;
  if (happens(duplicates, DRAW.same)) copies.push({ id, number: 1, properties });
  if (happens(faults?.changedCopies ?? 0, DRAW.changed))
    copies.push({ id, number: 2, properties: { ...properties, resent: true } });
  if (happens(faults?.renewedCopies ?? 0, DRAW.renewed))
    copies.push({ id: renewed(id), number: 3, properties });
  return copies;
}

/** Another id for the same fact: ids of facts are not negative. */
function renewed(id: number): number {
  return -1 - id;
}
