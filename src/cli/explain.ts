import type { Command } from "commander";
import type { Recording } from "../feed/read/recording.ts";
import type { Segment } from "../rule/ast.ts";
import { didYouMean } from "../text/suggest.ts";
import { readInstants, readScenarioInstant } from "./at-option.ts";
import { optionsOf } from "./context.ts";
import type { Context, GlobalOptions } from "./context.ts";
import { loadEvents } from "./events-input.ts";
import type { EventsOptions, RulesOptions } from "./input-options.ts";
import type { ExplainQuestion } from "../simulation/explaining.ts";
import type { Locate } from "./explanation-view.ts";
import { notice } from "./notices.ts";
import { loaded, mistake, refuse, refused } from "./refusal.ts";
import type { Loaded } from "./refusal.ts";
import { loadRules } from "./rules-input.ts";

type Options = Partial<RulesOptions> &
  Omit<EventsOptions, "events"> &
  Partial<Pick<EventsOptions, "events">> & {
    readonly scenario?: string;
    readonly seed?: string;
    readonly segment?: string;
    readonly at: string;
  };

/** `explain`: why a profile is in a segment at an instant or not, and what comes next. */
export async function explain(command: Command, profile: string, context: Context): Promise<void> {
  const options = optionsOf<Options>(command);
  const { scenario, rules, events } = options;
  if (scenario !== undefined) return explainSimulated(scenario, profile, { options, context });
  if (rules !== undefined && events !== undefined) {
    return explainRecorded({ ...options, rules, events }, profile, context);
  }
  command.error("error: name --scenario, or --rules and --events");
}

async function explainSimulated(
  path: string,
  profile: string,
  { options, context }: { readonly options: Options & GlobalOptions; readonly context: Context },
): Promise<void> {
  const { loadScenarios } = await import("./scenarios-input.ts");
  const scenarios = loadScenarios([path], context.terminal);
  if (scenarios.kind === "refused") return refuse(context, scenarios.mistakes);
  const scenario = scenarios.value[0]!;
  const segment = findSegment(scenario.segments, options.segment);
  const at = readScenarioInstant(options.at, scenario.clock.start, options.inputZone);
  const mistakes = [segment, at].flatMap((each) => (each.kind === "refused" ? each.mistakes : []));
  if (segment.kind === "refused" || at.kind === "refused") return refuse(context, mistakes);
  const { askScenario } = await import("./explain-scenario.ts");
  const question = await askScenario(scenario, profile, { segment: segment.value, at: at.value });
  if (question.kind === "refused") return refuse(context, question.mistakes);
  await printExplanation(question.value, ({ feed }) => feed, {
    context,
    isJson: options.json === true,
  });
}

async function explainRecorded(
  options: Options & GlobalOptions & RulesOptions & EventsOptions,
  profile: string,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const rules = loadRules(options, terminal);
  const instants = readInstants([options.at], options.inputZone);
  const mistakes = [rules, instants].flatMap((each) =>
    each.kind === "refused" ? each.mistakes : [],
  );
  if (rules.kind === "refused" || instants.kind === "refused") return refuse(context, mistakes);
  const segment = findSegment(rules.value.segments, options.segment);
  if (segment.kind === "refused") return refuse(context, segment.mistakes);
  const recording = await loadEvents(options, rules.value.vocabulary, terminal);
  if (recording.kind === "refused") return refuse(context, recording.mistakes);
  const question = ask(recording.value, profile, {
    segments: rules.value.segments,
    segment: segment.value,
    at: instants.value[0]!,
    defaultZone: options.defaultZone,
  });
  if (question.kind === "refused") return refuse(context, question.mistakes);
  notice(recording.value, { ...options, quiet: true }, terminal);
  const locate: Locate = (event) => {
    const { path, line } = recording.value.sourceOf(event);
    return `${path}:${line}`;
  };
  await printExplanation(question.value, locate, { context, isJson: options.json === true });
}

/** Prints an explanation, wherever its histories come from. */
export async function printExplanation(
  question: ExplainQuestion,
  locate: Locate,
  { context, isJson }: { readonly context: Context; readonly isJson: boolean },
): Promise<void> {
  const { explainMembership } = await import("../simulation/explaining.ts");
  const { drawExplanation, explanationDocument } = await import("./explanation-view.ts");
  const explanation = explainMembership(question);
  context.terminal.out(
    isJson
      ? `${JSON.stringify(explanationDocument(explanation, locate), undefined, 2)}\n`
      : drawExplanation(explanation, locate, context.terminal.columns),
  );
}

/** The segment of that name, or the only one. */
export function findSegment(
  segments: readonly Segment[],
  name: string | undefined,
): Loaded<Segment> {
  const names = segments.map((each) => each.name);
  const found = name === undefined && segments.length === 1 ? segments[0] : undefined;
  const segment = found ?? segments.find((each) => each.name === name);
  if (segment !== undefined) return loaded(segment);
  if (name === undefined)
    return refused(mistake("NO_SEGMENT", `--segment is missing: one of ${names.join(", ")}`));
  const hint = didYouMean(name, names) ?? `there are ${names.join(", ")}`;
  return refused(mistake("UNKNOWN_SEGMENT", `there is no segment "${name}"; ${hint}`));
}

/** The question about one profile of a recording: by all data in event time, as `members` answers, and beside it by what
 *  had arrived. */
function ask(
  recording: Recording,
  id: string,
  asked: Pick<ExplainQuestion, "segments" | "segment" | "at"> & { readonly defaultZone: string },
): Loaded<ExplainQuestion> {
  const profile = recording.profiles.indexOf(id);
  if (profile < 0) {
    const hint = didYouMean(id, recording.profiles);
    const note = hint === undefined ? "" : `; ${hint}`;
    return refused(mistake("UNKNOWN_PROFILE", `the events name no profile "${id}"${note}`));
  }
  const { defaultZone, ...about } = asked;
  const known = { profile: { id }, defaultZone };
  const began = recording.span?.from ?? about.at;
  return loaded({
    ...about,
    policy: {},
    from: began < about.at ? began : about.at,
    knowledge: [
      { label: "by all data", history: { ...known, events: recording.eventsByTime(profile) } },
      {
        label: "by what had arrived",
        history: { ...known, events: recording.eventsByArrival(profile) },
      },
    ],
  });
}
