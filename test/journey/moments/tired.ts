import type { Lived } from "../living.ts";
import { Counts } from "./tally.ts";

const DAY = 86_400_000;

/** How worn people are, by the load of letters: each adds 1, which fades over a week. */
export type Wear = "rested" | "used" | "tired" | "worn out";

/** How worn somebody is under a load. */
export function wearOf(load: number): Wear {
  if (load < 3) return "rested";
  if (load < 5) return "used";
  return load < 6.5 ? "tired" : "worn out";
}

/** Counts how people answer letters by how worn they are: whatever they answer, more come. */
export function tiredCounts({ events }: Lived): Counts {
  const counts = new Counts();
  const wears = new Map<unknown, Wear>();
  let load = 0;
  let last = 0;
  for (const { name, cause, at, properties } of events) {
    const id = properties["email_id"];
    const wear = wears.get(id);
    if (name === "Email Delivered") {
      load = load * Math.exp((last - at) / (7 * DAY)) + 1;
      last = at;
      wears.set(id, wearOf(load));
      counts.add(`delivered to ${wearOf(load)}`);
    }
    if (name === "Email Opened" && cause === "human") counts.add(`opened by ${wear}`);
    if (name === "Email Marked as Spam") counts.add(`complaints of ${wear}`);
    if (name === "Unsubscribed") counts.add(`unsubscribes of ${wear}`);
  }
  return counts;
}
