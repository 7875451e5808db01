import type { Values } from "../../model/event.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { MetricRef, Segment } from "../../rule/ast.ts";
import { DAY_MS, type Zone, getZone, instantOfWall } from "../../time/zone.ts";
import type { Instant } from "../../time/instant.ts";
import type { Demand, Sketch } from "./sketch.ts";

/** What probes are made with: the rules, their words, and where the made-up people live. */
export interface Stage {
  /** All rules that take part; the probed one may ask for the others. */
  readonly segments: readonly Segment[];
  readonly vocabulary: Vocabulary;
  readonly zone: string;
  /** The name of a session-log event that no rule looks at, as far as there is one. */
  readonly neutral: string;
}

/** A person who is being made up, at the instant that a probe asks about. */
export interface Scene {
  readonly stage: Stage;
  readonly sketch: Sketch;
  readonly zone: Zone;
  readonly at: Instant;
  /** The property and value that `of the same …` has bound. */
  readonly bound: Values;
}

/** One step inside a bound, on it or outside: what is asked of the person, and how that is called. */
export interface Side {
  readonly label: string;
  readonly demand: Demand;
  /** How long ago the case begins, in milliseconds; without it, just before its first event. */
  readonly from?: number | undefined;
  /** How much later is asked, in milliseconds, with the events where they were. */
  readonly later?: number | undefined;
}

/** A bound of a condition, and the people beside it. */
export interface Bound {
  readonly text: string;
  readonly sides: readonly Side[];
  /** Other people beside it, for where the rest of the rule needs what would count here too. */
  readonly orElse?: readonly (readonly Side[])[] | undefined;
  /** Why there is nobody beside it. */
  readonly note?: string | undefined;
  /** How it looks back, where a change of the clocks on the way matters. */
  readonly looksBack?: "elapsed" | "calendar" | undefined;
}

/** A Monday in February on which, and for weeks around which, no clocks change but a few in the south. */
export const MONDAY = Date.UTC(2026, 1, 9) / DAY_MS;
const NOON = DAY_MS / 2;

/** What stands where a sketch says nothing: noon of a Wednesday, on the stage's wall. */
export function sceneOf(stage: Stage, sketch: Sketch, bound: Values = {}): Scene {
  const zone = getZone(sketch.zone ?? stage.zone);
  const wall = (sketch.day ?? MONDAY + 2) * DAY_MS + (sketch.time ?? NOON);
  return { stage, sketch, zone, at: sketch.instant ?? instantOfWall(zone, wall), bound };
}

/** A session-log event that none of the metrics counts, as far as the vocabulary has one. */
export function neutralEvent(vocabulary: Vocabulary, metrics: readonly MetricRef[]): string {
  const isCounted = (name: string): boolean =>
    metrics.some(({ events, prefix }) => events.includes(name) || isBegun(name, prefix));
  const names = Object.entries(vocabulary.events)
    .filter(([, { feed }]) => feed === "session-log")
    .map(([name]) => name);
  const quiet = ["Form Submitted", "Signed In"].filter((name) => names.includes(name));
  return [...quiet, ...names].find((name) => !isCounted(name)) ?? names[0] ?? "Page Viewed";
}

/** The empty prefix begins every name; a metric that means all events cannot be avoided. */
function isBegun(name: string, prefix: string | undefined): boolean {
  return prefix !== undefined && prefix !== "" && name.startsWith(prefix);
}
