import type { Table } from "../feed/read/table.ts";
import type { Values } from "../model/event.ts";
import type { ValueType, Vocabulary } from "../model/vocabulary.ts";
import { holds } from "../reference/holds.ts";
import type { Condition, Segment } from "../rule/ast.ts";
import { parseRules } from "../rule/parser.ts";
import { defaultVocabulary } from "../rule/vocabulary.ts";
import type { Finding } from "../text/finding.ts";
import { drawFinding } from "../text/frame.ts";
import type { Source } from "../text/span.ts";
import { EARLIEST } from "../time/instant.ts";
import { RULE_ENDING, findFiles, readText } from "./files.ts";
import { type Loaded, loaded, mistake, refused } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** A segment over rows: its name, and for each row of the table whether it is in. */
export interface RowSegment {
  readonly name: string;
  readonly members: readonly boolean[];
}

/** Reads rules whose attributes are the columns of a table, and says who is in. `forbidden` are the columns that the test
 *  itself decided. */
export function loadRowSegments(
  paths: readonly string[],
  { table, forbidden }: { readonly table: Table; readonly forbidden: readonly string[] },
  terminal: Terminal,
): Loaded<readonly RowSegment[]> {
  const files = findFiles(paths, { what: "rules", ending: RULE_ENDING });
  if (files.kind === "refused") return files;
  const attributes = attributesOf(table);
  const vocabulary = { ...defaultVocabulary, attributes };
  const found: RowSegment[] = [];
  const mistakes: string[] = [];
  for (const path of files.value) {
    const text = readText(path, terminal);
    if (text.kind === "refused") mistakes.push(...text.mistakes);
    else {
      const { segments, faults } = read({ path, text: text.value }, vocabulary, forbidden);
      mistakes.push(...faults.map(drawFinding));
      if (faults.length === 0)
        found.push(...segments.map((each) => membersOf(each, table, attributes)));
    }
  }
  const names = found.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    mistakes.push(mistake("SEGMENT_TWICE", `two segments are called "${twice}"`));
  return mistakes.length > 0 ? refused(...mistakes) : loaded(found);
}

function read(source: Source, vocabulary: Vocabulary, forbidden: readonly string[]) {
  const { segments, findings } = parseRules(source, vocabulary);
  const errors = findings.filter(({ severity }) => severity === "error");
  const misuses = segments.flatMap(({ when }) => misusesOf(when, source, forbidden));
  return { segments, faults: errors.length > 0 ? errors : misuses };
}

function misusesOf(
  condition: Condition,
  source: Source,
  forbidden: readonly string[],
): readonly Finding[] {
  const fault = (code: string, message: string): readonly Finding[] => [
    { severity: "error", code, message, source, span: condition.span },
  ];
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.flatMap((each) => misusesOf(each, source, forbidden));
    case "not":
      return misusesOf(condition.condition, source, forbidden);
    case "attribute":
      return forbidden.includes(condition.attribute)
        ? fault("READS_OUTCOME", `"${condition.attribute}" is what the test decided`)
        : [];
    case "device":
    case "place":
    case "consent":
      return [];
    default:
      return fault("NOT_OF_A_ROW", "a row has no events and no clock");
  }
}

function membersOf(
  { name, when }: Segment,
  { rows }: Table,
  attributes: Readonly<Record<string, ValueType>>,
): RowSegment {
  const members = rows.map(({ line, values }) => {
    const own = typed(values, attributes);
    const { device } = own;
    const profile = {
      id: String(line),
      attributes: own,
      ...(typeof device === "string" ? { device } : {}),
    };
    return holds(when, { profile, defaultZone: "UTC", events: [] }, EARLIEST);
  });
  return { name, members };
}

/** A column is of numbers or of truth values if all of its cells are, and else of texts. */
function attributesOf({ columns, rows }: Table): Readonly<Record<string, ValueType>> {
  const types = columns.map((name): readonly [string, ValueType] => {
    const cells = rows.map(({ values }) => values[name]).filter((cell) => (cell ?? "") !== "");
    const kinds = new Set(cells.map((cell) => typeof cell));
    const [kind] = kinds;
    const isOne = kinds.size === 1 && (kind === "number" || kind === "boolean");
    return [name, isOne ? kind : "text"];
  });
  return Object.fromEntries(types);
}

/** A row whose cells of text columns are texts, whatever they look like. */
function typed(values: Values, attributes: Readonly<Record<string, ValueType>>): Values {
  const cells = Object.entries(values).map(([name, value]) =>
    attributes[name] === "text" && (typeof value === "number" || typeof value === "boolean")
      ? ([name, String(value)] as const)
      : ([name, value] as const),
  );
  return Object.fromEntries(cells);
}
