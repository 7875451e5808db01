import * as v from "valibot";
import type { FeedTable } from "../feed/settings.ts";
import { DEVICES } from "../journey/device.ts";
import type { PeopleSettings, PresetName } from "../journey/settings.ts";
import { DEFAULT_INTENT, GRACE, type MeasureSetup, RECALL_WINDOW } from "../measure/setup.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { Segment } from "../rule/ast.ts";
import { shapeOf } from "../rule/shape.ts";
import { type Finding, sortFindings } from "../text/finding.ts";
import { type Source, positionAt } from "../text/span.ts";
import { type Duration, UNITS, duration } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { after, before } from "../time/window.ts";
import { type Case, type Place, caseOf } from "./cases.ts";
import { checkCaseStarts } from "./check-cases.ts";
import { checkClock, checkWarmUp, longestCoolOff } from "./check-clock.ts";
import { checkNames } from "./check.ts";
import { type Path, type ScenarioDocument, errorAt, readDocument } from "./document.ts";
import { findingsOf } from "./faults.ts";
import { feedsOf } from "./feeds.ts";
import type { Expectation } from "./judge.ts";
import { longestWindow } from "./look-back.ts";
import { askedOfAll } from "./over-segmentation.ts";
import { peopleOf } from "./people.ts";
import type { Policy } from "./policy.ts";
import { type LoadFile, type Rules, readRules } from "./rules.ts";
import { MEASURE_NAMES, OF_ALL, type ScenarioFile, scenarioSchema } from "./schema.ts";
import { worthOf } from "./worth.ts";

/** A scenario that can be run. */
export interface Scenario {
  readonly source: Source;
  readonly name: string;
  readonly seed: number | string;
  readonly segments: readonly Segment[];
  readonly ruleSources: readonly Source[];
  readonly vocabulary: Vocabulary;
  /** Lives begin at `from`; what happens in `[start, end)` is measured. */
  readonly clock: { readonly from: Instant; readonly start: Instant; readonly end: Instant };
  readonly profiles: number;
  /** The preset that the people are made from. */
  readonly preset: PresetName;
  readonly people: PeopleSettings;
  readonly defaultZone: string;
  readonly feeds: FeedTable;
  readonly policy: Policy;
  /** Whether the same people also live without the rules' sends. */
  readonly twin: boolean;
  readonly measure: MeasureSetup;
  readonly cases: readonly Case[];
  readonly expectations: readonly Expectation[];
}

/** A scenario, unless a finding is an error; all findings in the order of the files, the scenario's first. */
export interface ReadScenario {
  readonly scenario?: Scenario | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a scenario and the rules that it names. Every mistake is found at once. */
export function readScenario(source: Source, load: LoadFile): ReadScenario {
  const document = readDocument(source);
  if (isRule(source)) return { findings: [notAScenario(source)] };
  if (document.value === null) return { findings: [nothing(source)] };
  if (document.value === undefined) return { findings: document.findings };
  const rules = readRules(document, load);
  const parsed = v.safeParse(scenarioSchema, document.value);
  const names = checkNames(document, rules);
  const areKnown = names.every((finding) => finding.severity !== "error");
  const findings = [
    ...findingsOf(document, parsed.issues ?? []),
    ...names,
    ...(parsed.success ? checkClock(document, clockOf(parsed.output, rules)) : []),
    ...(parsed.success ? checkWarmUp(document, parsed.output, rules) : []),
    ...(parsed.success && areKnown
      ? checkCaseStarts(document, parsed.output, zoneOf(parsed.output))
      : []),
  ];
  const all = inOrder(source, [...withoutEchoes(findings), ...rules.findings]);
  const isSound = all.every((finding) => finding.severity !== "error");
  if (!parsed.success || !isSound) return { findings: all };
  return { scenario: scenarioOf(document, parsed.output, rules), findings: all };
}

/** The scenario's own findings first, then those of its rules. */
function inOrder(source: Source, findings: readonly Finding[]): readonly Finding[] {
  const isOwn = (finding: Finding): boolean => finding.source.path === source.path;
  return [
    ...sortFindings(findings.filter(isOwn)),
    ...sortFindings(findings.filter((finding) => !isOwn(finding))),
  ];
}

/** A rule is told by its first words. */
function isRule({ text }: Source): boolean {
  return /^(\s|#.*\n)*(segment|vocabulary)\b(?!\s*:)/.test(text);
}

function notAScenario(source: Source): Finding {
  const [, before = "", word = ""] = /^(\s*)(segment|vocabulary)\b/m.exec(source.text) ?? [];
  const start = source.text.search(/^\s*(segment|vocabulary)\b/m) + before.length;
  const message = "this is a rule, not a scenario: name it under rules in a scenario";
  const span = { start, end: start + word.length };
  return errorAt(source, span, { code: "NOT_A_SCENARIO", message });
}

function nothing(source: Source): Finding {
  const message = "the file is empty: a scenario begins with version: 1";
  return errorAt(source, { start: 0, end: 0 }, { code: "NOT_A_SCENARIO", message });
}

/** Of two findings that say the same of one place, the first is enough. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ message, span }, index) =>
      findings.findIndex(
        (other) => other.message === message && other.span.start === span.start,
      ) === index,
  );
}

function scenarioOf(document: ScenarioDocument, file: ScenarioFile, rules: Rules): Scenario {
  const people = peopleOf(file);
  const defaultZone = zoneOf(file);
  const clock = clockOf(file, rules);
  const policy = file.policy ?? {};
  const context = { ...rules, policy, defaultZone, start: clock.start };
  return {
    source: document.source,
    name: file.scenario,
    seed: file.seed ?? 1,
    segments: rules.segments,
    ruleSources: rules.sources,
    vocabulary: rules.vocabulary,
    clock,
    profiles: file.profiles.number,
    preset: file.profiles.preset ?? "us-general-retail",
    people,
    defaultZone,
    feeds: feedsOf(file),
    policy,
    twin: file.twin ?? true,
    measure: measureOf(file, rules, { ...clock, people }),
    cases: (file.cases ?? []).map((each, index) =>
      caseOf(each, placeOf(document, ["cases", index]), context),
    ),
    expectations: expectationsOf(document, file),
  };
}

function clockOf({ clock, ...file }: ScenarioFile, rules: Rules): Scenario["clock"] {
  const { start, run, warm_up } = clock;
  const from = before(start, warm_up ?? usualWarmUp({ clock, ...file }, rules));
  return { from, start, end: after(start, run) };
}

/** Longest window, longest cool-off and a week (simulation.md: assumed). */
function usualWarmUp(file: ScenarioFile, rules: Rules): Duration {
  return duration(longestWindow(rules.segments) + longestCoolOff(file, rules) + 7 * UNITS.d);
}

/** The zone of profiles of which none is known: the one that is said, else that of most. */
function zoneOf(file: ScenarioFile): string {
  return file.profiles.default_zone ?? mainZone(peopleOf(file));
}

function mainZone({ zones }: PeopleSettings): string {
  const [first = "UTC"] = Object.entries(zones).toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return first;
}

interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly people: PeopleSettings;
}

function measureOf(
  file: ScenarioFile,
  rules: Rules,
  { start, end, people }: Stretch,
): MeasureSetup {
  const segments = rules.segments.map((segment) => segment.name);
  return {
    start,
    end,
    segments,
    intents: segments.map((name) => file.intent?.[name] ?? DEFAULT_INTENT),
    grace: GRACE,
    recallWindow: RECALL_WINDOW,
    zones: Object.keys(people.zones),
    devices: DEVICES.filter((device) => people.devices[device] > 0),
    listSize: file.list_size,
    rules: rules.segments.map(shapeOf),
    ...worthOf(file.worth, file.wish),
  };
}

function expectationsOf(document: ScenarioDocument, file: ScenarioFile): readonly Expectation[] {
  const { over_segmentation: ofAll, ...segments } = file.expectations ?? {};
  const own = Object.entries(segments).flatMap(([segment, measures]) =>
    MEASURE_NAMES.flatMap((measure) => {
      const asked = measures[measure];
      const place = placeOf(document, ["expectations", segment, measure]);
      return asked === undefined ? [] : [{ ...asked, segment, measure, place }];
    }),
  );
  const all = askedOfAll(ofAll).map(({ path, ...asked }) => {
    const place = placeOf(document, ["expectations", OF_ALL, ...path]);
    return { ...asked, segment: OF_ALL, place };
  });
  return [...own, ...all].toSorted(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
}

function placeOf(document: ScenarioDocument, path: Path): Place {
  const { source } = document;
  return { file: source.path, ...positionAt(source, document.keySpanOf(path).start) };
}
