import type { Deeds } from "../model/log.ts";
import type { TrueEvent } from "../model/truth.ts";
import type { Instant } from "../time/instant.ts";

/** Something that a person does and that is worth something, or costs something. */
export interface Deed {
  readonly at: Instant;
  readonly kind: "order" | "unsubscribe" | "complaint";
  readonly listCents: number;
  readonly discountCents: number;
}

const KINDS: Readonly<Record<string, Deed["kind"]>> = {
  "Order Completed": "order",
  Unsubscribed: "unsubscribe",
  "Email Marked as Spam": "complaint",
};

/** The names of the events that are deeds. */
export const DEEDS: ReadonlySet<string> = new Set(Object.keys(KINDS));

/** The deed that an event is, if it is one. An order's `value` is what is paid; its `discount` has been taken off. */
export function deedOf({ name, at, properties }: TrueEvent): Deed | undefined {
  const kind = KINDS[name];
  if (kind === undefined) return undefined;
  const discountCents = centsOf(properties["discount"]);
  return { at, kind, listCents: centsOf(properties["value"]) + discountCents, discountCents };
}

function centsOf(value: unknown): number {
  return typeof value === "number" ? Math.round(value * 100) : 0;
}

/** Adds up the deeds of a stretch, both ends included. */
export function deedsWithin(deeds: readonly Deed[], from: Instant, to: Instant): Deeds {
  const all = deeds.filter(({ at }) => from <= at && at <= to);
  const count = (kind: Deed["kind"]): number => all.filter((each) => each.kind === kind).length;
  return {
    orders: count("order"),
    listCents: all.reduce((sum, { listCents }) => sum + listCents, 0),
    discountCents: all.reduce((sum, { discountCents }) => sum + discountCents, 0),
    unsubscribes: count("unsubscribe"),
    complaints: count("complaint"),
  };
}
