import type { Table } from "../feed/read/table.ts";
import type { Values } from "../model/event.ts";
import type { ValueType, Vocabulary } from "../model/vocabulary.ts";
import { holds } from "../reference/holds.ts";
import type { AttributeIs, Condition, Segment } from "../rule/ast.ts";
import { parseRules } from "../rule/parser.ts";
import { defaultVocabulary } from "../rule/vocabulary.ts";
import type { Finding } from "../text/finding.ts";
import { drawFinding } from "../text/frame.ts";
import type { Source } from "../text/span.ts";
import { didYouMean } from "../text/suggest.ts";
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

/** What a rule over rows is held against: the types of the columns, those that the test decided, and the types that the
 *  rule's own words give. */
interface Ground {
  readonly source: Source;
  readonly columns: Readonly<Record<string, ValueType>>;
  readonly forbidden: readonly string[];
  readonly declared: Readonly<Record<string, ValueType>>;
}

function read(source: Source, base: Vocabulary, forbidden: readonly string[]) {
  const { segments, findings, vocabulary } = parseRules(source, base);
  const errors = findings.filter(({ severity }) => severity === "error");
  const ground = { source, columns: base.attributes, forbidden, declared: vocabulary.attributes };
  const misuses = segments.flatMap(({ when }) => misusesOf(when, ground));
  return { segments, faults: errors.length > 0 ? errors : misuses };
}

function misusesOf(condition: Condition, ground: Ground): readonly Finding[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.flatMap((each) => misusesOf(each, ground));
    case "not":
      return misusesOf(condition.condition, ground);
    case "attribute":
      return columnMisuse(condition, ground);
    case "device":
    case "place":
    case "consent":
      return [];
    default:
      return fault(condition, ground, {
        code: "NOT_OF_A_ROW",
        message: "a row has no events and no clock",
      });
  }
}

/** A rule may bring words of its own; without a column of that name and type they would never hold. */
function columnMisuse(condition: AttributeIs, ground: Ground): readonly Finding[] {
  const { attribute } = condition;
  const { columns, forbidden, declared } = ground;
  if (forbidden.includes(attribute)) {
    const message = `"${attribute}" is what the test decided`;
    return fault(condition, ground, { code: "READS_OUTCOME", message });
  }
  if (!Object.hasOwn(columns, attribute)) {
    const message = `there is no column "${attribute}"`;
    const note = didYouMean(attribute, Object.keys(columns));
    return fault(condition, ground, { code: "UNKNOWN_COLUMN", message, note });
  }
  if (columns[attribute] === declared[attribute]) return [];
  const message = `column "${attribute}" is of type ${columns[attribute]}, the rule's word of type ${declared[attribute]}`;
  return fault(condition, ground, { code: "TYPE_MISMATCH", message });
}

function fault(
  { span }: Condition,
  { source }: Ground,
  words: Pick<Finding, "code" | "message" | "note">,
): readonly Finding[] {
  return [{ severity: "error", ...words, source, span }];
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
