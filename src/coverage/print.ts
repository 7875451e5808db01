import type { CaseEvent } from "../scenario/case-event.ts";
import type { CaseWish } from "../scenario/case-wish.ts";
import { printable } from "../text/frame.ts";
import { duration, formatDuration } from "../time/duration.ts";
import { type Instant, formatInstant } from "../time/instant.ts";
import { getZone, instantOfWall, wallAt } from "../time/zone.ts";
import type { Group } from "./probe/group.ts";
import type { Probe } from "./probe/person.ts";
import { type Told, caseOfTold } from "./probe/told.ts";

/** The probes of one segment. */
export interface Probes {
  readonly segment: string;
  readonly groups: readonly Group[];
}

/** What a scenario of probes says besides its cases. */
export interface ProbeScenario {
  readonly name: string;
  /** The command that wrote it. */
  readonly command: string;
  /** Paths of the rules, as seen from the file. */
  readonly rules: readonly string[];
  /** The path of a vocabulary, or its text. */
  readonly vocabulary?: string | undefined;
  readonly zone: string;
  /** Whether rules look so far back that no warm-up could. */
  readonly isEndless: boolean;
}

/** A scenario file with all probes as cases, each group under its bound; ready to run. */
export function printProbes(all: readonly Probes[], scenario: ProbeScenario): string {
  const { name, command, rules, vocabulary, zone, isEndless } = scenario;
  const head = [
    `# Boundary probes, written by ${printable(command)}: people one step inside, on and outside of every bound.`,
    "# The answers are those of the language's definition; whoever changes a bound by one sees a case fail.",
    "version: 1",
    `scenario: ${text(name)}`,
    `rules: [${rules.map(text).join(", ")}]`,
    ...(vocabulary === undefined ? [] : [`vocabulary: ${text(vocabulary)}`]),
    `clock: { start: 2026-02-11T00:00Z, run: 1h${isEndless ? ", warm_up: 0s" : ""} }`,
    `profiles: { number: 1, zones: { ${text(zone)}: 100% } } # the cases bring their own people`,
  ];
  const groups = all.flatMap(({ segment, groups: own }) =>
    own.flatMap((each) => printGroup(segment, each)),
  );
  const hasCases = all.some((each) => each.groups.some(({ probes }) => probes.length > 0));
  return `${[...head, ...(hasCases ? ["cases:"] : []), ...groups].join("\n")}\n`;
}

function printGroup(segment: string, { name, bound, note, probes }: Group): readonly string[] {
  const title = bound === "" || bound === name ? name : `${name}: ${bound}`;
  const comment = `  # ${printable(title)}${note === undefined ? "" : ` (${note})`}`;
  return [comment, ...probes.flatMap((probe) => printProbe(segment, name, probe))];
}

function printProbe(
  segment: string,
  name: string,
  { label, told, wish }: Probe,
): readonly string[] {
  const { profile, from, events = [] } = caseOfTold(label, told, {});
  const person = Object.entries({ ...profile, attributes: nonEmpty(profile?.attributes) })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${flow(value)}`);
  return [
    `  - name: ${text(`${name}, ${label}`)}`,
    `    profile: { ${person.join(", ")} }`,
    ...(from?.kind === "offset" ? [`    from: ${printOffset(from.offset)}`] : []),
    ...printEvents(events),
    `    at: ${printAt(told)}`,
    `    expectations: { ${text(segment)}: ${printWish(wish)} }`,
  ];
}

function nonEmpty(map: object | undefined): object | undefined {
  return map !== undefined && Object.keys(map).length > 0 ? map : undefined;
}

/** Events that fit stand on one line. */
function printEvents(events: readonly CaseEvent[]): readonly string[] {
  if (events.length === 0) return [];
  const printed = events.map(printEvent);
  const line = `    events: [${printed.join(", ")}]`;
  return line.length <= 120 ? [line] : ["    events:", ...printed.map((each) => `      - ${each}`)];
}

function printEvent({ offset, name, properties, arrives, ...rest }: CaseEvent): string {
  const more = Object.entries({ properties: nonEmpty(properties), ...rest }).filter(
    ([, value]) => value !== undefined,
  );
  if (more.length === 0 && arrives === undefined && offset <= 0)
    return text(`${printOffset(offset)} ${name}`);
  return `{ ${[
    `at: ${printOffset(offset)}`,
    `event: ${text(name)}`,
    ...(arrives === undefined ? [] : [`arrives: ${printOffset(arrives)}`]),
    ...more.map(([key, value]) => `${key}: ${flow(value)}`),
  ].join(", ")} }`;
}

/** `-47h59min`, `-0s`, `+1ms`. */
function printOffset(offset: number): string {
  return `${offset > 0 ? "+" : "-"}${formatDuration(duration(Math.abs(offset)))}`;
}

/** On the person's own wall, where it shows that only once. */
function printAt({ zone: name, at }: Told): string {
  const zone = getZone(name);
  const wall = wallAt(zone, at);
  if (instantOfWall(zone, wall) !== at) return formatInstant(at);
  const reading = formatInstant(wall as Instant).slice(0, -1);
  return `${reading.replace(/(:00)?\.000$/, "")} local`;
}

/** What is wanted, as short as it can be said. */
export function printWish({ is, because, decision, cause, by }: CaseWish): string {
  if (decision === undefined && because === undefined && is !== undefined) return is;
  const said = Object.entries({ is, because, decision, cause, by }).filter(
    ([, value]) => value !== undefined,
  );
  return `{ ${said.map(([key, value]) => `${key}: ${text(value!)}`).join(", ")} }`;
}

/** A value on one line. */
function flow(value: unknown): string {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => `${text(key)}: ${flow(each)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Words that YAML reads as something else than text. */
const TAKEN = ["true", "false", "null", "yes", "no"];

/** A text, in quotes where it must be. */
function text(value: string): string {
  const isPlain = /^[a-z_][\w./-]*$/i.test(value) && !TAKEN.includes(value.toLowerCase());
  return isPlain ? value : JSON.stringify(value);
}

/** The probes as one JSON document, ending with a line end. */
export function probesDocument(all: readonly Probes[], { zone }: ProbeScenario): string {
  const segments = all.map(({ segment, groups }) => ({
    segment,
    bounds: groups.map(({ name, bound, note, probes }) => ({
      condition: name,
      bound,
      note,
      probes: probes.map(({ label, told, wish }) => ({
        label,
        zone: told.zone,
        device: told.device,
        attributes: told.attributes,
        from: told.from === undefined ? undefined : formatInstant(told.from),
        events: told.events.map(({ at, ...event }) => ({ at: formatInstant(at), ...event })),
        at: formatInstant(told.at),
        expected: wish,
      })),
    })),
  }));
  return `${JSON.stringify({ zone, segments }, undefined, 2)}\n`;
}
