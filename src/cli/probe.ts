import { existsSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Command } from "commander";
import { type ProbeScenario, type Probes, printProbes, probesDocument } from "../coverage/print.ts";
import { probeRule } from "../coverage/probe.ts";
import { askedBy } from "../rule/order.ts";
import { PRESETS } from "../rule/vocabulary.ts";
import { longestWindow } from "../scenario/look-back.ts";
import { didYouMean } from "../text/suggest.ts";
import { UNITS } from "../time/duration.ts";
import { findZone, zoneNames } from "../time/zone.ts";
import { optionsOf } from "./context.ts";
import type { Context, GlobalOptions } from "./context.ts";
import { RULE_ENDING, findFiles, writeText } from "./files.ts";
import { type Loaded, loaded, mistake, refuse, refused } from "./refusal.ts";
import { type Rules, loadRules, readRules } from "./rules-input.ts";
import type { Terminal } from "./terminal.ts";

interface Options extends GlobalOptions {
  readonly output?: string;
  readonly zone: string;
  readonly vocabulary?: string;
}

const UNWRITTEN = "No probe was written.";

/** `probe`: writes people one step inside, on and outside of every bound of a rule, as a scenario that is ready to run.
 *  The other files hold rules that it asks for; what stands beside it under their names is found without. */
export async function probe(
  command: Command,
  { name, others }: { readonly name: string; readonly others: readonly string[] },
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const options = optionsOf<Options>(command);
  const probed = findFiles([name], { what: "rules", ending: RULE_ENDING });
  const more = findFiles(others, { what: "rules", ending: RULE_ENDING });
  const zone = readZone(options.zone);
  const mistakes = [probed, more, zone].flatMap((each) =>
    each.kind === "refused" ? each.mistakes : [],
  );
  if (probed.kind === "refused" || more.kind === "refused" || zone.kind === "refused")
    return refuse(context, mistakes, UNWRITTEN);
  const given = { files: [...probed.value, ...more.value], vocabulary: options.vocabulary };
  const read = loadWithAsked(given, terminal);
  if (read.kind === "refused") return refuse(context, read.mistakes, UNWRITTEN);
  const { rules, files } = read.value;
  const found = probesOf(rules, probed.value, zone.value);
  const about = {
    name: `probes-of-${basename(name, RULE_ENDING)}`,
    command: ["rehearsal probe", name, ...others].join(" "),
    rules: files.map((file) => relative(dirname(options.output ?? "."), file)),
    vocabulary: vocabularyFor(options),
    zone: zone.value,
    isEndless: longestWindow(rules.segments) > LONGEST_WARM_UP,
  };
  finish(found, about, { options, context });
}

/** Longer warm-ups would begin before 1990. */
const LONGEST_WARM_UP = 10_000 * UNITS.d;

function finish(
  found: readonly Probes[],
  about: ProbeScenario,
  { options, context }: { readonly options: Options; readonly context: Context },
): void {
  const { output, json, quiet } = options;
  const text = json === true ? probesDocument(found, about) : printProbes(found, about);
  if (output === undefined) return context.terminal.out(text);
  const written = writeText(output, text);
  if (written.kind === "refused") return refuse(context, written.mistakes, UNWRITTEN);
  if (quiet !== true) context.terminal.err(`${output}: ${summaryOf(found)}\n`);
}

function summaryOf(found: readonly Probes[]): string {
  const groups = found.flatMap((each) => each.groups);
  const cases = groups.reduce((sum, { probes }) => sum + probes.length, 0);
  const noted = groups.filter(({ note }) => note !== undefined).length;
  const open = noted === 0 ? "" : `; ${noted} of them as a comment says why not`;
  return `${cases} cases at ${groups.length} bounds${open}`;
}

function probesOf(rules: Rules, files: readonly string[], zone: string): readonly Probes[] {
  const { segments, vocabulary, sourceOf } = rules;
  return segments
    .filter((segment) => files.includes(sourceOf(segment).path))
    .map((segment) => ({
      segment: segment.name,
      groups: probeRule(segment, { segments, vocabulary, zone }),
    }));
}

interface Given {
  readonly files: readonly string[];
  readonly vocabulary: string | undefined;
}

/** Reads rules, and those that they ask for as long as they are found beside them under their names. */
function loadWithAsked(
  { files, vocabulary }: Given,
  terminal: Terminal,
): Loaded<{ readonly rules: Rules; readonly files: readonly string[] }> {
  const options = { rules: files, ...(vocabulary === undefined ? {} : { vocabulary }) };
  const read = readRules(options, terminal);
  if (read.kind === "refused") return read;
  const beside = askedBeside(read.value).filter((file) => !files.includes(file));
  if (beside.length > 0)
    return loadWithAsked({ files: [...files, ...beside], vocabulary }, terminal);
  const rules = loadRules(options, terminal);
  return rules.kind === "refused" ? rules : loaded({ rules: rules.value, files });
}

/** Files of segments that are asked for and not among the rules, where they stand beside who asks. */
function askedBeside({ segments, sourceOf }: Rules): readonly string[] {
  const known = segments.map((segment) => segment.name);
  const files = segments.flatMap((segment) =>
    [...askedBy(segment)]
      .filter((asked) => !known.includes(asked))
      .map((asked) => `${asked.replaceAll("_", "-")}${RULE_ENDING}`)
      .map((file) => join(dirname(sourceOf(segment).path), file)),
  );
  return [...new Set(files)].filter((file) => existsSync(file));
}

/** The words of a scenario are a file, as seen from it, or a text. */
function vocabularyFor({ vocabulary, output }: Options): string | undefined {
  if (vocabulary === undefined || !Object.hasOwn(PRESETS, vocabulary))
    return vocabulary && relative(dirname(output ?? "."), vocabulary);
  return `vocabulary\n  use ${vocabulary}\n`;
}

function readZone(name: string): Loaded<string> {
  const zone = findZone(name);
  if (zone !== undefined) return loaded(zone.name);
  const hint = didYouMean(name, zoneNames());
  const note = hint === undefined ? "" : `; ${hint}`;
  return refused(mistake("UNKNOWN_ZONE", `--zone: there is no zone "${name}"${note}`));
}
