import {
  type Document,
  type Node,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
} from "yaml";
import type { Finding } from "../text/finding.ts";
import type { Source, Span } from "../text/span.ts";
import type { ScenarioErrorCode } from "./error.ts";

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
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: true });
  const findings = document.errors.map((error): Finding => {
    const [start, end] = error.pos;
    const code = error.code === "DUPLICATE_KEY" ? "DUPLICATE_KEY" : "YAML_SYNTAX";
    const message = code === "DUPLICATE_KEY" ? "this key stands twice in the map" : sentence(error);
    const last = Math.min(Math.max(end, start + 1), source.text.length);
    return errorAt(source, { start: Math.min(start, last), end: last }, { code, message });
  });
  const isReadable = document.errors.length === 0 && !hasAlias(document);
  if (document.errors.length === 0 && !isReadable) findings.push(aliasRefused(source, document));
  return {
    source,
    value: isReadable ? document.toJS() : undefined,
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

function sentence({ message }: { readonly message: string }): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.?\s*$/s, "");
}

/** Anchors could make a small file enormous, and say nothing that a scenario needs. */
function hasAlias({ contents }: Document): boolean {
  const queue: unknown[] = [contents];
  for (let node = queue.pop(); queue.length > 0 || node !== undefined; node = queue.pop()) {
    if (isAlias(node)) return true;
    if (isMap(node) || isSeq(node)) queue.push(...node.items);
    if (isPair(node)) queue.push(node.value ?? undefined, node.key);
  }
  return false;
}

function aliasRefused(source: Source, { contents }: Document): Finding {
  const code = "YAML_SYNTAX";
  return errorAt(source, spanOfNode(contents), {
    code,
    message: "a scenario may not use aliases (*name): write the value out",
  });
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

function spanOfNode(node: unknown): Span {
  const range = hasRange(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

function hasRange(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "range" in node;
}
