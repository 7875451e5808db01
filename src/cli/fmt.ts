import type { Command } from "commander";
import type { Vocabulary } from "../model/vocabulary.ts";
import { formatRules } from "../rule/format.ts";
import { drawFinding } from "../text/frame.ts";
import { optionsOf } from "./context.ts";
import type { Context, GlobalOptions } from "./context.ts";
import { RULE_ENDING, STDIN, findFiles, nameOf, writeText } from "./files.ts";
import { type Loaded, loaded, refuse, refused } from "./refusal.ts";
import { readRuleFiles } from "./rule-files.ts";
import { loadVocabulary } from "./rules-input.ts";
import type { Terminal } from "./terminal.ts";

interface Options extends GlobalOptions {
  readonly check?: true;
  readonly vocabulary?: string;
}

/** `fmt`: rewrites rule files in the canonical form, their comments kept; all of them, or none if one cannot be read.
 *  With `--check` it only lists those that would change, and ends with 1 if there are any. */
export async function format(
  command: Command,
  names: readonly string[],
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const options = optionsOf<Options>(command);
  const vocabulary = loadVocabulary(options.vocabulary, terminal);
  const files = findFiles(names, { what: "rules", ending: RULE_ENDING });
  const mistakes = [vocabulary, files].flatMap((each) =>
    each.kind === "refused" ? each.mistakes : [],
  );
  if (vocabulary.kind === "refused" || files.kind === "refused")
    return refuse(context, mistakes, UNTOUCHED);
  const read = formatAll(files.value, vocabulary.value, terminal);
  if (read.kind === "refused") return refuse(context, read.mistakes, UNTOUCHED);
  const changed = read.value.filter(({ before, after }) => before !== after);
  const isCheck = options.check === true;
  const written = isCheck ? loaded(undefined) : writeAll(read.value, terminal);
  if (written.kind === "refused") return refuse(context, written.mistakes, SOME_UNTOUCHED);
  if (isCheck && changed.length > 0) context.finish(1);
  const isText = !isCheck && files.value.includes(STDIN); // then stdout holds the rules
  if (!isText) terminal.out(options.json ? toJson(read.value) : draw(changed, read.value, options));
}

const UNTOUCHED = "No file was changed.";
const SOME_UNTOUCHED = "The other files were changed.";

/** A rule file as it was found and in the canonical form. */
interface Formatted {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Formats the files, or says what is wrong with any of them. */
function formatAll(
  paths: readonly string[],
  base: Vocabulary,
  terminal: Terminal,
): Loaded<readonly Formatted[]> {
  const read = readRuleFiles(paths, base, terminal);
  const mistakes = [...read.mistakes];
  const formatted: Formatted[] = [];
  for (const { path, source, vocabulary } of read.files) {
    const found = formatRules(source, vocabulary);
    if ("findings" in found) mistakes.push(...found.findings.map(drawFinding));
    else formatted.push({ path, before: source.text, after: found.text });
  }
  return mistakes.length > 0 ? refused(...mistakes) : loaded(formatted);
}

function writeAll(files: readonly Formatted[], terminal: Terminal): Loaded<unknown> {
  const mistakes = files.flatMap(({ path, before, after }) => {
    if (path === STDIN) terminal.out(after);
    if (path === STDIN || before === after) return [];
    const written = writeText(path, after);
    return written.kind === "refused" ? written.mistakes : [];
  });
  return mistakes.length > 0 ? refused(...mistakes) : loaded(undefined);
}

function draw(
  changed: readonly Formatted[],
  all: readonly Formatted[],
  { check, quiet }: Options,
): string {
  const names = changed.map(({ path }) => `${nameOf(path)}\n`).join("");
  if (quiet === true) return names;
  const files = `${changed.length} of ${all.length} ${all.length === 1 ? "file" : "files"}`;
  return `${names}${files} ${check === true ? "would change" : "changed"}\n`;
}

function toJson(files: readonly Formatted[]): string {
  const documents = files.map(({ path, before, after }) => ({
    path: nameOf(path),
    changed: before !== after,
  }));
  return `${JSON.stringify({ files: documents }, undefined, 2)}\n`;
}
