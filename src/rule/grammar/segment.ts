import type { Span } from "../../text/span.ts";
import type { Segment } from "../ast.ts";
import type { Token } from "../lexer.ts";
import { CLAUSES, type Clauses } from "./clause.ts";
import { isReserved } from "./keywords.ts";
import type { Reading } from "./reading.ts";
import { nameOf } from "./segment-name.ts";
import { readSend } from "./send.ts";

type Name = keyof Clauses;

const NAMES = Object.keys(CLAUSES) as readonly Name[];

/** What was read of each clause, in the order of the text; `null` stands for one that was wrong. */
type Draft = { [Clause in Name]?: (Clauses[Clause] | null)[] };

/** A clause and where it stands. */
export interface PlacedClause {
  readonly name: keyof Clauses;
  readonly span: Span;
}

/** Reads a segment from its first word to the next rule, and notes where its clauses stand. `undefined` if nobody can be a
 *  member of it; whatever was wrong has been complained about. */
export function readSegment(reading: Reading, placed: PlacedClause[]): Segment | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const name = readName(reading);
  const draft: Draft = {};
  while (!cursor.isRule()) {
    const clause = readClause(reading, draft);
    if (clause !== undefined) placed.push(clause);
  }
  if (draft.when === undefined) {
    const message = 'the segment does not say who is in it: write "when" and a condition';
    cursor.report(start, { code: "MISSING_WHEN", message });
  }
  const when = first(draft.when);
  if (when === undefined) return undefined;
  return {
    kind: "segment",
    span: cursor.spanFrom(start),
    name: name ?? nameOf(cursor.source.path),
    named: name !== undefined,
    when,
    ...restOf(draft),
  };
}

/** All clauses but `when`, without those that are not there. */
function restOf(draft: Draft): Partial<Segment> {
  const rest = {
    refines: first(draft.refines),
    relax: first(draft.relax),
    until: first(draft.until),
    then: first(draft.then),
    followUps: all(draft.followUps),
    gate: first(draft.gate),
    coolOff: first(draft.coolOff),
    reEnter: first(draft.reEnter),
    staleAfter: first(draft.staleAfter),
    caps: all(draft.caps),
    quietHours: first(draft.quietHours),
    priority: first(draft.priority),
    holdout: first(draft.holdout),
  };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}

function first<T>(values: readonly (T | null)[] | undefined): T | undefined {
  return values?.[0] ?? undefined;
}

function all<T>(values: readonly (T | null)[] | undefined): readonly T[] | undefined {
  const right = (values ?? []).filter((each) => each !== null);
  return right.length === 0 ? undefined : right;
}

/** Reads the segment's name, if one is written; all up to the next clause belongs to it. */
function readName({ cursor }: Reading): string | undefined {
  const token = cursor.peek();
  if (cursor.isClause()) return undefined;
  cursor.next();
  cursor.acceptSymbol(":");
  const isOne = token.kind === "word" && cursor.isClause();
  if (isOne && !isReserved(token.text)) return token.text;
  while (!cursor.isClause()) cursor.next();
  const written = cursor.source.text.slice(token.start, cursor.last().end);
  const wanted = nameOf(written.slice(0, 60));
  const advice = isOne || wanted === "" ? 'expected a name and "when"' : `write ${wanted}`;
  const code = isOne ? "RESERVED_NAME" : "UNEXPECTED";
  cursor.report(cursor.spanFrom(token), {
    code,
    message: `"${written.slice(0, 60)}" is no name: ${advice}`,
  });
  return undefined;
}

function readClause(reading: Reading, draft: Draft): PlacedClause | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  const before = cursor.findings.length;
  cursor.parentheses = 0;
  if (cursor.acceptSymbol(";")) return undefined;
  const name = NAMES.find((each) => CLAUSES[each].accept(cursor));
  if (name === undefined) {
    readStray(reading);
    return undefined;
  }
  checkOnce(reading, { start, name, draft });
  const value = fromStart(CLAUSES[name].read(reading), start) ?? null;
  const span = cursor.spanFrom(start);
  const values: unknown[] = draft[name] ?? [];
  values.push(value);
  Object.assign(draft, { [name]: values });
  if (!cursor.isClause() && cursor.findings.length === before) complainOfRest(reading);
  while (!cursor.isClause()) cursor.next();
  return { name, span };
}

/** A clause begins with the first of its words, `quiet hours`; a condition and a send are named without theirs. */
function fromStart(value: Clauses[Name] | undefined, { start }: Token): typeof value {
  if (typeof value !== "object" || "kind" in value) return value;
  return { ...value, span: { ...value.span, start } };
}

/** Reads what is no clause: a send whose `then` is missing, or anything else. */
function readStray(reading: Reading): void {
  const { cursor } = reading;
  if (!cursor.is("send")) {
    complainOfRest(reading);
    return;
  }
  cursor.expected('"then" before "send email"');
  readSend(reading);
  while (!cursor.isClause()) cursor.next();
}

function complainOfRest({ cursor }: Reading): void {
  cursor.expected("and, or, another clause or the end");
  do cursor.next();
  while (!cursor.isClause());
}

function checkOnce(
  { cursor }: Reading,
  { start, name, draft }: { readonly start: Token; readonly name: Name; readonly draft: Draft },
): void {
  const { words, repeats } = CLAUSES[name];
  if (draft[name] === undefined || repeats === true) return;
  cursor.report(cursor.spanFrom(start), {
    code: "REPEATED",
    message: `a segment has one "${words}"`,
  });
}
