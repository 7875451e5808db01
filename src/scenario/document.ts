import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Finding } from "../text/finding.ts";
import type { Source, Span } from "../text/span.ts";
import type { ScenarioErrorCode } from "./error.ts";
import { spanOfNode, syntaxFindings } from "./syntax.ts";

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** A YAML file, with a place for every value in it. */
export interface ScenarioDocument {
  readonly source: Source;
  /** What the file says, as plain data; `undefined` if it could not be read. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Where a value stands, or the nearest one around it that exists. */
  spanOf(path: Path): Span;
  /** Where the key of a value stands; the value itself in a list. */
  keySpanOf(path: Path): Span;
}

/** Reads YAML 1.2. Mistakes in it are findings. */
export function readDocument(source: Source): ScenarioDocument {
  const document = parseDocument(source.text, {
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: "error", // what it would warn of is a finding
  });
  const findings = syntaxFindings(source, document);
  return {
    source,
    value: findings.length === 0 ? document.toJS() : undefined,
    findings,
    spanOf: (path) => locate(document, path).value,
    keySpanOf: (path) => locate(document, path).key,
  };
}

/** A finding of severity error. */
export function errorAt(
  source: Source,
  span: Span,
  fault: {
    readonly code: ScenarioErrorCode;
    readonly message: string;
    readonly note?: string | undefined;
  },
): Finding {
  return { severity: "error", source, span, ...fault };
}

function locate(document: Document, path: Path): { readonly key: Span; readonly value: Span } {
  let node: unknown = document.contents;
  let value = spanOfNode(document.contents);
  let key = value;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(step)] : pair?.value;
    if (pair === undefined && next === undefined) break;
    key = spanOfNode(pair?.key ?? next);
    value = next === null || next === undefined ? key : spanOfNode(next);
    if (value.start === value.end) value = key;
    node = next;
  }
  return { key, value };
}
