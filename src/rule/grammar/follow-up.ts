import type { FollowUp } from "../ast.ts";
import { readSpan } from "./length.ts";
import type { Reading } from "./reading.ts";
import { readSend } from "./send.ts";
import { readWhole } from "./whole.ts";

/** Reads `24h unless converted send email "…"`, after `after`. */
export function readFollowUp(reading: Reading): FollowUp | undefined {
  const { cursor } = reading;
  const start = cursor.last();
  const after = readSpan(cursor);
  const hasUnless = cursor.accept("unless");
  const ends = (): boolean => cursor.is("send");
  const next = 'or "send email"';
  const unless = hasUnless ? readWhole(reading, { ends, next, anchor: "send" }) : undefined;
  if (!cursor.is("send") && cursor.findings.at(-1)?.span.start === cursor.peek().start)
    return undefined;
  const send = readSend(reading);
  if (after === undefined || send === undefined) return undefined;
  if (hasUnless && unless === undefined) return undefined;
  const asked = unless === undefined ? {} : { unless };
  return { span: cursor.spanFrom(start), after, ...asked, send };
}
