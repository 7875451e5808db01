import { type Document, type Node, isCollection, isScalar, visit } from "yaml";
import type { Finding } from "../text/finding.ts";
import { type Source, type Span, positionAt } from "../text/span.ts";
import type { ScenarioErrorCode } from "./error.ts";

type SyntaxError = Document["errors"][number];

/** What is wrong with the YAML of a file: what its reader refused, or what YAML can say and a scenario may not. */
export function syntaxFindings(source: Source, document: Document): readonly Finding[] {
  const refused = document.errors.map((error) => refusal(source, document, error));
  return refused.length > 0 ? onePerLine(source, refused) : foreignParts(source, document);
}

function refusal(source: Source, document: Document, error: SyntaxError): Finding {
  const [start, end] = error.pos;
  if (error.code === "DUPLICATE_KEY") {
    const span = keyAt(document, start) ?? { start, end };
    return errorOf(source, span, ["DUPLICATE_KEY", "this key stands twice in the map"]);
  }
  const last = Math.min(Math.max(end, start + 1), source.text.length);
  const span = { start: Math.min(start, last), end: last };
  return errorOf(source, span, ["YAML_SYNTAX", sentenceOf(error)]);
}

function sentenceOf({ code, message }: SyntaxError): string {
  if (code === "MULTIPLE_DOCS")
    return "a file holds one scenario: put what follows --- into a file of its own";
  if (code === "TAB_AS_INDENT") return "a tab cannot indent in YAML: write spaces";
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.?\s*$/s, "");
}

function errorOf(
  source: Source,
  span: Span,
  [code, message]: readonly [ScenarioErrorCode, string],
): Finding {
  return { severity: "error", source, span, code, message };
}

/** One slip makes the reader stumble over the rest of its line too: the first finding says enough. */
function onePerLine(source: Source, findings: readonly Finding[]): readonly Finding[] {
  const places = findings.map(({ code, span }) =>
    code === "YAML_SYNTAX" ? `line ${positionAt(source, span.start).line}` : `at ${span.start}`,
  );
  return findings.filter((_, index) => places.indexOf(places[index]!) === index);
}

function keyAt(document: Document, start: number): Span | undefined {
  let found: Span | undefined;
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range?.[0] === start) found = spanOfNode(key);
    },
  });
  return found;
}

/** Aliases could make a small file enormous; tags and keys that are maps say nothing that a scenario needs. */
function foreignParts(source: Source, document: Document): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (node: Node, message: string): void => {
    findings.push(errorOf(source, spanOfNode(node), ["YAML_SYNTAX", message]));
  };
  visit(document, {
    Alias: (_, node) =>
      add(node, "a scenario may not use aliases (*name) or merges: write the value out"),
    Value: (key, node) => {
      if (node.tag !== undefined)
        add(node, `a scenario may not use tags (${node.tag}): write the value alone`);
      else if (key === "key" && isCollection(node))
        add(node, "a key is a text, no map and no list");
    },
  });
  return findings;
}

/** Where a node of the YAML stands; the beginning of the file if it stands nowhere. */
export function spanOfNode(node: unknown): Span {
  const range = hasRange(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

function hasRange(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "range" in node;
}
