import * as v from "valibot";
import { LineCounter, isNode, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { Finding } from "../../text/finding.ts";
import type { Source, Span } from "../../text/span.ts";
import { findZone } from "../../time/zone.ts";
import type { MappingCode } from "./codes.ts";
import { EMPTY_MAPPING, FIELDS, parseTarget, withColumn } from "./mapping.ts";
import type { Mapping } from "./mapping.ts";

const TARGET_HELP = `one of ${FIELDS.join(", ")}, property.NAME, attribute.NAME`;

const target = v.pipe(
  v.string(),
  v.check(
    (text) => parseTarget(text) !== undefined,
    (issue) => `unknown field "${issue.input}": write ${TARGET_HELP}`,
  ),
);

const zoneName = v.pipe(
  v.string(),
  v.check(
    (name) => findZone(name) !== undefined,
    (issue) => `there is no zone "${issue.input}"`,
  ),
);

/** The form of a mapping file. `zones` is a table, or the path of a JSON or YAML file with one, beside the mapping. */
const MappingFile = v.strictObject({
  columns: v.optional(v.record(v.string(), v.union([target, v.array(target)])), {}),
  event: v.optional(v.pipe(v.string(), v.nonEmpty())),
  instants: v.optional(v.picklist(["auto", "iso", "epoch_ms", "epoch_s"]), "auto"),
  input_zone: v.optional(zoneName),
  zones: v.optional(v.union([v.string(), v.record(v.string(), zoneName)]), {}),
  ignore_empty_profile: v.optional(v.boolean(), false),
  properties: v.optional(v.array(v.string())),
});

/** A mapping as its file says it; `zonesFile` is yet to be read by `readZoneTable`. */
export interface ReadMapping {
  readonly mapping: Mapping;
  readonly zonesFile: string | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a mapping file, YAML or JSON. With findings, the mapping is the empty one. */
export function readMapping(source: Source): ReadMapping {
  const { data, findings } = readData(source, MappingFile);
  if (data === undefined) return { mapping: EMPTY_MAPPING, zonesFile: undefined, findings };
  let mapping: Mapping = {
    columns: [],
    event: data.event,
    instants: data.instants,
    inputZone: data.input_zone,
    zones: typeof data.zones === "string" ? {} : data.zones,
    ignoresEmptyProfile: data.ignore_empty_profile,
    properties: data.properties,
  };
  for (const [column, given] of Object.entries(data.columns)) {
    for (const text of typeof given === "string" ? [given] : given) {
      const parsed = parseTarget(text);
      if (parsed !== undefined) mapping = withColumn(mapping, column, parsed);
    }
  }
  const zonesFile = typeof data.zones === "string" ? data.zones : undefined;
  return { mapping, zonesFile, findings };
}

/** Reads a table from the values of a column to IANA names of zones. */
export function readZoneTable(source: Source): {
  readonly zones: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
} {
  const { data, findings } = readData(source, v.record(v.string(), zoneName));
  return { zones: data ?? {}, findings };
}

type Schema<Output> = v.BaseSchema<unknown, Output, v.BaseIssue<unknown>>;

function readData<Output>(
  source: Source,
  schema: Schema<Output>,
): { readonly data: Output | undefined; readonly findings: readonly Finding[] } {
  const document = parseDocument(source.text, { lineCounter: new LineCounter() });
  if (document.errors.length > 0) {
    const findings = document.errors.map((each) =>
      finding(source, "NOT_YAML", {
        message: each.message.split("\n")[0] ?? each.code,
        span: { start: each.pos[0], end: each.pos[1] },
      }),
    );
    return { data: undefined, findings };
  }
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { data: result.output, findings: [] };
  const findings = result.issues.map((issue) => issueFinding(source, document, issue));
  return { data: undefined, findings };
}

function issueFinding(source: Source, document: Document, issue: v.BaseIssue<unknown>): Finding {
  const path = (issue.path ?? []).map((each) => each.key);
  const isUnknownKey = issue.type === "strict_object" && issue.expected === "never";
  const name = path.map(String).join(".");
  return finding(source, isUnknownKey ? "UNKNOWN_KEY" : "WRONG_VALUE", {
    message: isUnknownKey
      ? `unknown key "${name}"`
      : name === ""
        ? issue.message
        : `${name}: ${issue.message}`,
    span: spanAt(document, path),
  });
}

function spanAt(document: Document, path: readonly unknown[]): Span {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { start: node.range[0], end: node.range[1] };
  }
  return { start: 0, end: 0 };
}

function finding(
  source: Source,
  code: MappingCode,
  { message, span }: { readonly message: string; readonly span: Span },
): Finding {
  return { severity: "error", code, message, source, span };
}
