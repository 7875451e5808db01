import type { Vocabulary } from "../model/vocabulary.ts";
import type { Segment } from "../rule/ast.ts";
import { checkRules } from "../rule/check.ts";
import { parseRules, parseVocabulary } from "../rule/parser.ts";
import { defaultVocabulary } from "../rule/vocabulary.ts";
import type { Finding } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import { type Duration, parseDuration } from "../time/duration.ts";
import { type ScenarioDocument, errorAt } from "./document.ts";
import { isMap } from "./fields.ts";

/** Reads a file that a scenario names, by its path relative to the scenario; or says why it could not. */
export type LoadFile = (path: string) => Source | { readonly fault: string };

/** The rules of a scenario, in its order. */
export interface Rules {
  readonly segments: readonly Segment[];
  readonly sources: readonly Source[];
  readonly vocabulary: Vocabulary;
  readonly findings: readonly Finding[];
}

/** Loads and parses the rules that a document names, whatever else is wrong with it. */
export function readRules(document: ScenarioDocument, load: LoadFile): Rules {
  const findings: Finding[] = [];
  const sources: Source[] = [];
  const segments: Segment[] = [];
  const homes = new Map<Segment, Source>();
  let vocabulary = defaultVocabulary;
  for (const { source, isVocabulary } of filesOf(document, load, findings)) {
    if (isVocabulary) {
      const words = parseVocabulary(source, vocabulary);
      vocabulary = words.vocabulary;
      findings.push(...words.findings);
      continue;
    }
    const parsed = parseRules(source, vocabulary);
    vocabulary = parsed.vocabulary;
    findings.push(...parsed.findings);
    sources.push(source);
    for (const segment of parsed.segments) homes.set(segment, source);
    segments.push(...parsed.segments);
  }
  const sourceOf = (segment: Segment): Source => homes.get(segment) ?? document.source;
  const isSound = findings.every((finding) => finding.severity !== "error");
  if (isSound) {
    const coolOff = coolOffOf(document);
    // A scenario's people come with their zones.
    const context = { sourceOf, vocabulary, zoneSource: "known", coolOff } as const;
    findings.push(...checkRules(segments, context));
  }
  return { segments, sources, vocabulary, findings };
}

/** The cool-off of rules that name none, if the scenario states one that can be read. */
function coolOffOf({ value }: ScenarioDocument): Duration | undefined {
  const policy = isMap(value) ? value["policy"] : undefined;
  const written = isMap(policy) ? policy["cool_off"] : undefined;
  const length = typeof written === "string" ? parseDuration(written) : undefined;
  return typeof length === "number" ? length : undefined;
}

interface RuleFile {
  readonly source: Source;
  readonly isVocabulary: boolean;
}

function filesOf(
  document: ScenarioDocument,
  load: LoadFile,
  findings: Finding[],
): readonly RuleFile[] {
  const file = isMap(document.value) ? document.value : {};
  const open = (path: string, at: readonly (string | number)[]): readonly Source[] => {
    const loaded = load(path);
    if ("text" in loaded) return [loaded];
    const message = `cannot read ${path}: ${loaded.fault}`;
    findings.push(
      errorAt(document.source, document.spanOf(at), { code: "UNREADABLE_FILE", message }),
    );
    return [];
  };
  const words = wordsOf(document, file["vocabulary"], open);
  const rules = Array.isArray(file["rules"]) ? file["rules"] : [];
  return [
    ...words.map((source) => ({ source, isVocabulary: true })),
    ...rules
      .flatMap((path, index) => (typeof path === "string" ? open(path, ["rules", index]) : []))
      .map((source) => ({ source, isVocabulary: false })),
  ];
}

/** `vocabulary` is the path of a file, or its text if it has more than one line. */
function wordsOf(
  { source }: ScenarioDocument,
  vocabulary: unknown,
  open: (path: string, at: readonly string[]) => readonly Source[],
): readonly Source[] {
  if (typeof vocabulary !== "string") return [];
  if (!vocabulary.includes("\n")) return open(vocabulary, ["vocabulary"]);
  return [{ path: `${source.path}#vocabulary`, text: vocabulary }];
}
