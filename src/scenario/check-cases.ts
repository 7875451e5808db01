import type { Finding } from "../text/finding.ts";
import { didYouMean } from "../text/suggest.ts";
import { type Instant, formatInstant } from "../time/instant.ts";
import { startOf } from "./cases.ts";
import { type ScenarioDocument, errorAt } from "./document.ts";
import { isMap } from "./fields.ts";
import type { Rules } from "./rules.ts";
import type { ScenarioFile } from "./schema.ts";

/** Names of events that the vocabulary does not have. */
export function strangeEvents(
  document: ScenarioDocument,
  { vocabulary }: Rules,
  cases: readonly unknown[],
): readonly Finding[] {
  const known = Object.keys(vocabulary.events);
  const found = cases.flatMap((each, index) => {
    const events = isMap(each) && Array.isArray(each["events"]) ? each["events"] : [];
    return events.map((event: unknown, place) => ({
      name: nameOf(event),
      path: ["cases", index, "events", place],
    }));
  });
  return found.flatMap(({ name, path }) => {
    if (name === undefined || known.includes(name)) return [];
    const note = didYouMean(name, known);
    const message = `the vocabulary knows no event "${name}"`;
    return [
      errorAt(document.source, document.spanOf(path), { code: "UNKNOWN_EVENT", message, note }),
    ];
  });
}

function nameOf(event: unknown): string | undefined {
  if (typeof event === "string") return /^\s*-\S+\s+(\S.*?)\s*$/.exec(event)?.[1];
  const name = isMap(event) ? event["event"] : undefined;
  return typeof name === "string" ? name : undefined;
}

/** Segments that are said to fire instead of another, and that no rule defines. */
export function strangeRivals(
  document: ScenarioDocument,
  { segments }: Rules,
  cases: readonly unknown[],
): readonly Finding[] {
  const names = segments.map((segment) => segment.name);
  return cases.flatMap((each, index) => {
    const wishes = isMap(each) && isMap(each["expectations"]) ? each["expectations"] : {};
    return Object.entries(wishes).flatMap(([name, wish]): readonly Finding[] => {
      const by = isMap(wish) ? wish["by"] : undefined;
      if (typeof by !== "string" || names.includes(by)) return [];
      const note = didYouMean(by, names);
      const message = `no rule defines a segment "${by}"`;
      const span = document.spanOf(["cases", index, "expectations", name, "by"]);
      return [errorAt(document.source, span, { code: "UNKNOWN_SEGMENT", message, note })];
    });
  });
}

/** Cases that begin after they have ended. */
export function checkCaseStarts(
  document: ScenarioDocument,
  { cases = [] }: ScenarioFile,
  defaultZone: string,
): readonly Finding[] {
  return cases.flatMap(({ from, at, profile }, index): readonly Finding[] => {
    if (from === undefined || at === undefined) return [];
    const zone = profile?.zone ?? defaultZone;
    const asked = startOf(at, 0 as Instant, zone);
    if (startOf(from, asked, zone) <= asked) return [];
    const message = `the case begins after its own instant, ${formatInstant(asked)}`;
    const span = document.spanOf(["cases", index, "from"]);
    return [errorAt(document.source, span, { code: "OUT_OF_RANGE", message })];
  });
}
