/** The three truths of time: moments, lengths and windows in whole milliseconds, and the clocks on people's walls. */

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly brand: "Instant" };

/** A moment that never comes: later than every instant. */
export const NEVER = Infinity as Instant;

/** The earliest and the latest moment that an event may carry: 1990-01-01Z and 2080-01-01Z. Clocks that were never set
 *  say 1970; dates such as 2099 are placeholders. */
export const EARLIEST = Date.UTC(1990, 0, 1) as Instant;
export const LATEST = Date.UTC(2080, 0, 1) as Instant;

/** The moment `ms` milliseconds after 1970-01-01T00:00Z. Throws if `ms` is not a whole number: that is our bug. */
export function instant(ms: number): Instant {
  if (!Number.isSafeInteger(ms)) throw new Error(`unreachable: ${ms} is no instant`);
  return ms as Instant;
}

/** `2026-03-10T17:00:00.000Z`: the one form in which instants are written. */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString();
}

/** A moment as it was written: with a zone it is `instant`; without one, milliseconds on an unnamed wall. */
export type WrittenInstant =
  | { readonly kind: "instant"; readonly at: Instant }
  | { readonly kind: "wall"; readonly wall: number };

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Reads ISO 8601 (`2026-03-10T17:00:00.000Z`, `2026-03-10 17:00`, `2026-03-10T18:00+01:00`); `undefined` if it is no
 *  such text or no such day. Digits after the millisecond are cut. */
export function parseInstant(text: string): WrittenInstant | undefined {
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const ms = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const wall = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6), ms);
  if (!isRealDate(wall, part(2), part(3)) || part(4) > 23 || part(5) > 59 || part(6) > 59)
    return undefined;
  const zone = match[8];
  if (zone === undefined) return { kind: "wall", wall };
  return { kind: "instant", at: instant(wall - offsetMs(zone)) };
}

function isRealDate(wall: number, month: number, day: number): boolean {
  const date = new Date(wall);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

function offsetMs(zone: string): number {
  if (/^(z|utc)$/i.test(zone)) return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return (
    sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "") || 0)) * 60_000
  );
}
