import type { Finding } from "../text/finding.ts";
import { didYouMean } from "../text/suggest.ts";
import { type Duration, formatDuration } from "../time/duration.ts";
import { findZone } from "../time/zone.ts";
import { type Path, type ScenarioDocument, errorAt } from "./document.ts";
import { isMap } from "./fields.ts";
import { type Rules, longestWindow } from "./rules.ts";
import { LATER_EXPECTATIONS, type ScenarioFile } from "./schema.ts";
import { readShare, readZoneName } from "./value.ts";

/** What a schema cannot see: names that other parts define, and shares that make up a whole. Looks at the raw values, so
 *  that these findings come together with those of the schema. */
export function checkNames(document: ScenarioDocument, rules: Rules): readonly Finding[] {
  const file = isMap(document.value) ? document.value : {};
  const profiles = isMap(file["profiles"]) ? file["profiles"] : {};
  const cases = Array.isArray(file["cases"]) ? file["cases"] : [];
  const hasRules = rules.findings.every((finding) => finding.severity !== "error");
  const segments = (path: Path, value: unknown): readonly Finding[] =>
    hasRules ? strangeSegments(document, rules, { path, value }) : [];
  return [
    ...laterExpectations(document, file["expectations"]),
    ...segments(["expectations"], file["expectations"]),
    ...segments(["intent"], file["intent"]),
    ...cases.flatMap((each: unknown, index) =>
      isMap(each) ? segments(["cases", index, "expectations"], each["expectations"]) : [],
    ),
    ...strangeEvents(document, rules, cases),
    ...strangeZones(document, profiles["zones"]),
    ...["zones", "devices", "mail_clients", "missions"].flatMap((group) =>
      unevenShares(document, ["profiles", group], profiles[group]),
    ),
  ];
}

interface Part {
  readonly path: Path;
  readonly value: unknown;
}

function strangeSegments(
  document: ScenarioDocument,
  { segments }: Rules,
  { path, value }: Part,
): readonly Finding[] {
  const names = segments.map((segment) => segment.name);
  const strange = Object.keys(isMap(value) ? value : {}).filter(
    (name) => !names.includes(name) && !isLater(path, name),
  );
  return strange.map((name) => {
    const note = didYouMean(name, names) ?? `the rules define ${names.join(", ") || "none"}`;
    const message = `no rule defines a segment "${name}"`;
    const span = document.keySpanOf([...path, name]);
    return errorAt(document.source, span, { code: "UNKNOWN_SEGMENT", message, note });
  });
}

function isLater(path: Path, name: string): boolean {
  return path.length === 1 && path[0] === "expectations" && LATER_EXPECTATIONS.includes(name);
}

function laterExpectations(document: ScenarioDocument, value: unknown): readonly Finding[] {
  const names = Object.keys(isMap(value) ? value : {});
  return names
    .filter((name) => isLater(["expectations"], name))
    .map((name) => {
      const message = `"${name}" is not yet supported: take it out`;
      const span = document.keySpanOf(["expectations", name]);
      return errorAt(document.source, span, { code: "NOT_YET_SUPPORTED", message });
    });
}

function strangeEvents(
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

function strangeZones(document: ScenarioDocument, zones: unknown): readonly Finding[] {
  return Object.keys(isMap(zones) ? zones : {}).flatMap((name) => {
    const found = readZoneName(name);
    if ("value" in found || findZone(name) !== undefined) return [];
    return [errorAt(document.source, document.keySpanOf(["profiles", "zones", name]), found)];
  });
}

/** Shares of a whole; `mail_clients` may leave `other` out, which is then the rest. */
function unevenShares(document: ScenarioDocument, path: Path, group: unknown): readonly Finding[] {
  if (!isMap(group) || (path.at(-1) === "mail_clients" && !("other" in group))) return [];
  const shares = Object.values(group).map(readShare);
  let sum = 0;
  for (const share of shares) {
    if (!("value" in share)) return [];
    sum += share.value;
  }
  if (Math.abs(sum - 1) < 1e-9) return [];
  const percent = Number((100 * sum).toFixed(6));
  const message = `these shares add up to ${percent} %, not to 100 %`;
  const code = "SHARES_DO_NOT_ADD_UP";
  return [errorAt(document.source, document.keySpanOf(path), { code, message })];
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
  const usual = file.policy?.cool_off ?? 0;
  return Math.max(0, ...segments.map((segment) => segment.coolOff ?? usual));
}
