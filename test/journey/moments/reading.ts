import type { Lived } from "../living.ts";
import type { Counts } from "./tally.ts";

/** Counts how pages are looked at: how far down, and for how long where nothing cut it short. */
export function addReading(counts: Counts, { events }: Lived): void {
  const own = events.filter(({ feed, cause }) => feed === "session-log" && cause === "human");
  for (const [index, { name, properties }] of own.entries()) {
    const { scroll, seconds } = properties;
    if (name !== "Page Viewed" || typeof scroll !== "number" || typeof seconds !== "number")
      continue;
    counts.add("scrolled pages");
    counts.add("scroll", scroll);
    if (own[index + 1]?.properties["session_id"] === properties["session_id"]) continue;
    counts.add("last pages");
    if (seconds <= 5) counts.add("last pages left within 5 s");
    addCoupling(counts, seconds, scroll);
  }
}

/** Longer than half a minute, further down than the mean. */
function addCoupling(counts: Counts, seconds: number, scroll: number): void {
  const isLong = seconds > 28;
  const isDeep = scroll > 0.55;
  if (isLong) counts.add("long last pages");
  if (isLong && isDeep) counts.add("long last pages seen far down");
}
