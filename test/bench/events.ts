// Events for the engine's benchmark: columns in the order (profile, arrival), made by a small generator of its own.

/** The names that the `name` column refers to. */
export const NAMES = ["Page Viewed", "Product Viewed", "Cart Viewed", "Email Opened"] as const;
export const DEVICES = ["mobile", "desktop", "tablet"] as const;
export const ZONES = [
  "America/New_York",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Pacific/Chatham",
] as const;

/** `count` events of `profiles` profiles over 30 days around Berlin's change of the clocks in March 2026. */
export interface Columns {
  readonly count: number;
  readonly profiles: number;
  /** Where each profile's events begin; one more entry than profiles. */
  readonly firsts: Int32Array;
  readonly zones: Uint8Array;
  readonly at: Float64Array;
  readonly arrivedAt: Float64Array;
  readonly name: Uint8Array;
  /** An index into `DEVICES`, or 255 where the event carries none. */
  readonly device: Uint8Array;
}

export const START = Date.UTC(2026, 2, 10);
const DAYS = 30;

/** The same columns for the same arguments. */
export function makeColumns(profiles: number, perProfile: number): Columns {
  const count = profiles * perProfile;
  const columns: Columns = {
    count,
    profiles,
    firsts: Int32Array.from({ length: profiles + 1 }, (_, index) => index * perProfile),
    zones: Uint8Array.from({ length: profiles }, (_, index) => index % ZONES.length),
    at: new Float64Array(count),
    arrivedAt: new Float64Array(count),
    name: new Uint8Array(count),
    device: new Uint8Array(count),
  };
  const draw = drawer(20_261_123);
  for (let profile = 0; profile < profiles; profile++) fillProfile(columns, profile, draw);
  return columns;
}

function fillProfile(columns: Columns, profile: number, draw: () => number): void {
  const first = columns.firsts[profile]!;
  const last = columns.firsts[profile + 1]!;
  const arrivals: { at: number; arrivedAt: number; name: number; device: number }[] = [];
  let at = START + Math.floor(draw() * 86_400_000);
  const main = draw() < 0.7 ? 0 : 1;
  const step = (DAYS * 86_400_000) / (last - first);
  for (let index = first; index < last; index++) {
    // Visits of a few events, with long pauses between them.
    at += draw() < 0.75 ? Math.floor(draw() * 120_000) : Math.floor(draw() * step * 8);
    const kind = draw();
    const name = kind < 0.25 ? 0 : kind < 0.7 ? 1 : kind < 0.93 ? 2 : 3;
    const late = draw() < 0.97 ? Math.floor(draw() * 900) + 50 : Math.floor(draw() * 6 * 3_600_000);
    const device = name === 3 ? 255 : draw() < 0.9 ? main : draw() < 0.5 ? 1 - main : 2;
    arrivals.push({ at, arrivedAt: at + late, name, device });
  }
  arrivals.sort((a, b) => a.arrivedAt - b.arrivedAt);
  for (const [index, each] of arrivals.entries()) {
    columns.at[first + index] = each.at;
    columns.arrivedAt[first + index] = each.arrivedAt;
    columns.name[first + index] = each.name;
    columns.device[first + index] = each.device;
  }
}

/** Uniform numbers in [0, 1) (mulberry32). */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
