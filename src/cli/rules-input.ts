import type { Vocabulary } from "../model/vocabulary.ts";
import type { Segment } from "../rule/ast.ts";
import { checkNames } from "../rule/check.ts";
import { parseRules, parseVocabulary } from "../rule/parser.ts";
import { PRESETS, defaultVocabulary } from "../rule/vocabulary.ts";
import type { Finding } from "../text/finding.ts";
import { drawFinding } from "../text/frame.ts";
import type { Source } from "../text/span.ts";
import { didYouMean } from "../text/suggest.ts";
import { RULE_ENDING, findFiles, readText } from "./files.ts";
import type { RulesOptions } from "./input-options.ts";
import { loaded, mistake, refused } from "./refusal.ts";
import type { Loaded } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** The segments of some rules, the words they use, and what was found while they were read. */
export interface Rules {
  readonly segments: readonly Segment[];
  readonly vocabulary: Vocabulary;
  /** What kept files from being read as rules; segments of such files must not run. */
  readonly findings: readonly Finding[];
  /** The file in which a segment stands. */
  readonly sourceOf: (segment: Segment) => Source;
}

/** Reads the rules that the options name; errors in them are a refusal. */
export function loadRules(options: RulesOptions, terminal: Terminal): Loaded<Rules> {
  const rules = readRules(options, terminal);
  if (rules.kind === "refused") return rules;
  const errors = rules.value.findings.filter((each) => each.severity === "error");
  if (errors.length > 0) return refused(...errors.map(drawFinding));
  if (rules.value.segments.length === 0)
    return refused(mistake("NO_SEGMENT", `there is no segment in ${options.rules.join(", ")}`));
  const faults = checkNames(rules.value.segments, rules.value);
  return faults.length > 0 ? refused(...faults.map(drawFinding)) : rules;
}

/** Reads rules; what is wrong with their texts is a finding, what is wrong with their files a refusal. Words that one file
 *  defines hold in the files after it. */
export function readRules(options: RulesOptions, terminal: Terminal): Loaded<Rules> {
  const files = findFiles(options.rules, { what: "rules", ending: RULE_ENDING });
  const base = loadVocabulary(options.vocabulary, terminal);
  const mistakes = [files, base].flatMap((each) => (each.kind === "refused" ? each.mistakes : []));
  if (files.kind === "refused" || base.kind === "refused") return refused(...mistakes);
  const reading = new RulesReading(base.value);
  for (const path of files.value) {
    const text = readText(path, terminal);
    if (text.kind === "refused") mistakes.push(...text.mistakes);
    else reading.read({ path, text: text.value });
  }
  return mistakes.length > 0 ? refused(...mistakes) : loaded(reading.finish());
}

/** Rules of several files, read one after the other. */
class RulesReading {
  #vocabulary: Vocabulary;
  readonly #segments: Segment[] = [];
  readonly #findings: Finding[] = [];
  readonly #sources = new Map<Segment, Source>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  read(source: Source): void {
    const { segments, vocabulary, findings } = parseRules(source, this.#vocabulary);
    this.#vocabulary = vocabulary;
    this.#findings.push(...findings);
    if (findings.some((each) => each.severity === "error")) return;
    for (const segment of segments) this.#sources.set(segment, source);
    this.#segments.push(...segments);
  }

  finish(): Rules {
    return {
      segments: this.#segments,
      vocabulary: this.#vocabulary,
      findings: this.#findings,
      sourceOf: (segment) => {
        const source = this.#sources.get(segment);
        if (source === undefined) throw new Error(`unreachable: ${segment.name} has no file`);
        return source;
      },
    };
  }
}

/** The words that `--vocabulary` names: those of a preset or of a file, or the default ones. */
export function loadVocabulary(name: string | undefined, terminal: Terminal): Loaded<Vocabulary> {
  if (name === undefined) return loaded(defaultVocabulary);
  if (Object.hasOwn(PRESETS, name)) return loaded(PRESETS[name] ?? defaultVocabulary);
  const files = findFiles([name], { what: "vocabulary" });
  if (files.kind === "refused") {
    const hint = didYouMean(name, Object.keys(PRESETS));
    return hint === undefined ? files : refused(`${files.mistakes.join("; ")}; ${hint}`);
  }
  const text = readText(name, terminal);
  if (text.kind === "refused") return text;
  const source = { path: name, text: text.value };
  const { vocabulary, findings } = parseVocabulary(source, defaultVocabulary);
  const errors = findings.filter((each) => each.severity === "error");
  return errors.length > 0 ? refused(...errors.map(drawFinding)) : loaded(vocabulary);
}
