import type { Finding } from "../text/finding.ts";
import { type Duration, formatDuration } from "../time/duration.ts";
import { EARLIEST, type Instant, LATEST } from "../time/instant.ts";
import { type ScenarioDocument, errorAt } from "./document.ts";
import { longestWindow } from "./look-back.ts";
import type { Rules } from "./rules.ts";
import type { ScenarioFile } from "./schema.ts";

/** Refuses a run of which no zone knows the clocks. */
export function checkClock(
  document: ScenarioDocument,
  { from, end }: { readonly from: Instant; readonly end: Instant },
): readonly Finding[] {
  const refuse = (key: string, message: string): Finding =>
    errorAt(document.source, document.spanOf(["clock", key]), { code: "OUT_OF_RANGE", message });
  return [
    ...(from < EARLIEST ? [refuse("warm_up", "the warm-up begins before 1990")] : []),
    ...(end > LATEST ? [refuse("run", "the run ends after 2079")] : []),
  ];
}

/** Warns of a warm-up in which the rules cannot yet know all that they ask about. */
export function checkWarmUp(
  document: ScenarioDocument,
  file: ScenarioFile,
  rules: Rules,
): readonly Finding[] {
  const needed = longestWindow(rules.segments) + longestCoolOff(file, rules);
  const warmUp = file.clock.warm_up;
  if (warmUp === undefined || warmUp >= needed) return [];
  const need = formatDuration(needed as Duration);
  return [
    {
      severity: "warning",
      code: "WARM_UP_TOO_SHORT",
      message: `a warm-up of ${formatDuration(warmUp)} is shorter than the longest window plus the cool-off: write at least ${need}`,
      source: document.source,
      span: document.spanOf(["clock", "warm_up"]),
    },
  ];
}

/** The longest cool-off of any rule, in milliseconds. */
export function longestCoolOff(file: ScenarioFile, { segments }: Rules): number {
  const usual = file.policy?.coolOff ?? 0;
  return Math.max(0, ...segments.map((segment) => segment.coolOff ?? usual));
}
