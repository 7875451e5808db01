/** Folds over the run log: one profile at a time, into whole numbers that can be added in any order. */
import { type Duration, UNITS, duration, hours } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";

/** What is measured: the stretch `[start, end)`, the segments by their index in the run, and how finely to slice. */
export interface MeasureSetup {
  readonly start: Instant;
  readonly end: Instant;
  readonly segments: readonly string[];
  /** The intent that each segment is judged by, index for index. */
  readonly intents: readonly string[];
  /** How late after the perfect entry the engine may still say in, without having missed it. */
  readonly grace: Duration;
  /** How soon after a mission becomes a target a segment must hold it. */
  readonly recallWindow: Duration;
  /** The zones and the devices that get a slice of their own; all others share one. */
  readonly zones: readonly string[];
  readonly devices: readonly string[];
  /** How many profiles the user's own list has; counts are then also given at that scale. */
  readonly listSize?: number | undefined;
  /** What each rule asks, index for index; absent where only the log is known. */
  readonly rules?: readonly RuleText[] | undefined;
  /** What sends and orders are worth; absent: the usual. */
  readonly prices?: Prices | undefined;
  /** What a test of a segment should be able to tell, within how many days; absent: the usual. */
  readonly wish?: { readonly uplift: number; readonly days: number } | undefined;
}

/** What sends, orders and annoyance are worth, in the money of the shop; `margin` is a share of the list price. */
export interface Prices {
  readonly margin: number;
  readonly send: number;
  readonly unsubscribe: number;
  readonly complaint: number;
}

/** How much a rule asks: its parts, all of which must hold, in words, and the numbers of its conditions, of the distinct
 *  things that they look at and of those that they compare. */
export interface RuleText {
  readonly parts: readonly string[];
  readonly conditions: number;
  readonly signals: number;
  readonly variables: number;
}

/** The intent that a segment is judged by unless the scenario names another. */
export const DEFAULT_INTENT = "buy";

/** The usual grace and recall window (simulation.md, section 10). */
export const GRACE = duration(60 * UNITS.s);
export const RECALL_WINDOW = hours(4);

/** The slice of all zones, or all devices, that have none of their own. */
export const OTHER = "other";

/** Where the slices of a table stand: the total at 0, then the zones and `other`, then the devices and `other`. */
export function sliceCount(setup: MeasureSetup): number {
  return setup.zones.length + setup.devices.length + 3;
}

/** The slice of a zone. */
export function zoneSlice(setup: MeasureSetup, zone: string): number {
  const index = setup.zones.indexOf(zone);
  return 1 + (index === -1 ? setup.zones.length : index);
}

/** The slice of a device; an unknown one is among the others. */
export function deviceSlice(setup: MeasureSetup, device: string | undefined): number {
  const index = device === undefined ? -1 : setup.devices.indexOf(device);
  return setup.zones.length + 2 + (index === -1 ? setup.devices.length : index);
}

/** One value for all, and one for each zone and device. */
export interface Sliced<T> {
  readonly total: T;
  readonly zones: readonly T[];
  readonly devices: readonly T[];
}

/** Makes a table of slices. The two slices `other` are left out where `isEmpty` says that nobody is in them. */
export function sliced<T>(
  setup: MeasureSetup,
  make: (slice: number, name: string) => T,
  isEmpty: (slice: number) => boolean,
): Sliced<T> {
  const table = (first: number, names: readonly string[]): readonly T[] => {
    const own = names.map((name, index) => make(first + index, name));
    const other = first + names.length;
    return isEmpty(other) ? own : [...own, make(other, OTHER)];
  };
  return {
    total: make(0, "all"),
    zones: table(1, setup.zones),
    devices: table(setup.zones.length + 2, setup.devices),
  };
}

/** Whether an instant lies in the measured stretch. */
export function isMeasured(setup: MeasureSetup, at: Instant): boolean {
  return setup.start <= at && at < setup.end;
}
