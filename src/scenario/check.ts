import type { Finding } from "../text/finding.ts";
import { didYouMean } from "../text/suggest.ts";
import { strangeEvents, strangeRivals } from "./check-cases.ts";
import { checkMissions } from "./check-missions.ts";
import { strangeOverlaps } from "./check-overlap.ts";
import { type Path, type ScenarioDocument, errorAt } from "./document.ts";
import { isMap } from "./fields.ts";
import type { Rules } from "./rules.ts";
import { OF_ALL } from "./schema.ts";
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
    ...(hasRules ? strangeOverlaps(document, rules, file["expectations"]) : []),
    ...segments(["expectations"], file["expectations"]),
    ...segments(["intent"], file["intent"]),
    ...cases.flatMap((each: unknown, index) =>
      isMap(each) ? segments(["cases", index, "expectations"], each["expectations"]) : [],
    ),
    ...emptyWishes(document, cases, file["expectations"]),
    ...strangeEvents(document, rules, cases),
    ...(hasRules ? strangeRivals(document, rules, cases) : []),
    ...strangeFeeds(document, file["feeds"]),
    ...strangeZones(document, ["profiles", "zones"], profiles["zones"]),
    ...strangeZones(document, ["profiles", "destinations"], profiles["destinations"]),
    ...checkMissions(document, profiles["missions"]),
    ...["zones", "destinations", "devices", "mail_clients", "missions"].flatMap((group) =>
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
    (name) => !names.includes(name) && !isOfAll(path, name),
  );
  return strange.map((name) => {
    const note = didYouMean(name, names) ?? `the rules define ${names.join(", ") || "none"}`;
    const message = `no rule defines a segment "${name}"`;
    const span = document.keySpanOf([...path, name]);
    return errorAt(document.source, span, { code: "UNKNOWN_SEGMENT", message, note });
  });
}

function isOfAll(path: Path, name: string): boolean {
  return path.length === 1 && path[0] === "expectations" && name === OF_ALL;
}

/** What only one mode of a feed knows. */
const MODE_OF: Readonly<Record<string, string>> = {
  every: "incremental",
  at: "batch",
  zone: "batch",
};

function strangeFeeds(document: ScenarioDocument, feeds: unknown): readonly Finding[] {
  return Object.entries(isMap(feeds) ? feeds : {}).flatMap(([feed, said]) =>
    Object.entries(MODE_OF).flatMap(([key, mode]) => {
      if (!isMap(said) || !(key in said) || said["mode"] === mode) return [];
      const span = document.keySpanOf(["feeds", feed, key]);
      const message = `"${key}" goes with mode: ${mode}`;
      return [errorAt(document.source, span, { code: "UNKNOWN_KEY", message })];
    }),
  );
}

function strangeZones(document: ScenarioDocument, path: Path, zones: unknown): readonly Finding[] {
  const known = new Set<string>();
  return Object.keys(isMap(zones) ? zones : {}).flatMap((name) => {
    const span = document.keySpanOf([...path, name]);
    const found = readZoneName(name);
    if (!("value" in found)) return [errorAt(document.source, span, found)];
    const isKnown = known.has(found.value);
    known.add(found.value);
    const message = `the zone ${found.value} stands twice in the map`;
    return isKnown ? [errorAt(document.source, span, { code: "DUPLICATE_KEY", message })] : [];
  });
}

/** Shares of a whole; `mail_clients` may leave `other` out, which is then the rest. */
function unevenShares(document: ScenarioDocument, path: Path, group: unknown): readonly Finding[] {
  if (!isMap(group) || (path.at(-1) === "mail_clients" && !("other" in group))) return [];
  const shares = Object.values(group).map((each) => readShare(isMap(each) ? each["share"] : each));
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

/** What expects nothing would pass by accident. */
function emptyWishes(
  document: ScenarioDocument,
  cases: readonly unknown[],
  expectations: unknown,
): readonly Finding[] {
  const groups = [
    ...cases.flatMap((each, index) =>
      isMap(each) && !("todo" in each)
        ? [{ path: ["cases", index, "expectations"], value: each["expectations"] }]
        : [],
    ),
    ...Object.entries(isMap(expectations) ? expectations : {}).map(([name, value]) => ({
      path: ["expectations", name],
      value,
    })),
  ];
  return groups
    .filter(({ value }) => isMap(value) && Object.keys(value).length === 0)
    .map(({ path }) =>
      errorAt(document.source, document.spanOf(path), {
        code: "EMPTY_BOUNDS",
        message: "nothing is expected here, so nothing could fail",
      }),
    );
}
