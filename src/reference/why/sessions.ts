import type { Margin } from "../../model/explanation.ts";
import type { InSession, SessionIs } from "../../rule/ast.ts";
import { printTest } from "../../rule/printer.ts";
import { duration, formatDuration } from "../../time/duration.ts";
import type { Moment } from "../moment.ts";
import { LONGEST_SESSION, sessionAt, sessionFound } from "../session.ts";
import { passes } from "../value.ts";
import { old, young } from "./ages.ts";
import { type Facts, marginOf, only, turnsIn, wordOfLength } from "./facts.ts";

/** What was found of the session at hand. */
export function sessionFacts(condition: SessionIs, moment: Moment): Facts {
  const { field, test } = condition;
  const { value, events } = sessionFound(condition, moment.known, moment.at);
  const isLength = field === "duration" || field === "time_on_page";
  const asked = isLength ? printTest(test, (each) => wordOfLength(Number(each))) : printTest(test);
  const facts = { asked, events: events.toReversed() };
  if (typeof value !== "number") return { ...facts, found: value };
  const found = isLength ? wordOfLength(value) : value;
  if (field === "time_on_page")
    return { ...facts, found, margin: pageMargin(condition, value, moment) };
  if (test.kind !== "compare") return { ...facts, found };
  const unit = isLength ? "length" : field === "scroll_depth" ? "number" : "events";
  const margin = marginOf(test.comparator, value, Number(test.value), unit);
  return { ...facts, found, margin };
}

/** Time on a page goes on until the session ends, and is missing then. */
function pageMargin(condition: SessionIs, value: number, moment: Moment): Margin | undefined {
  const { test, gap } = condition;
  if (test.kind !== "compare") return undefined;
  const asked = Number(test.value);
  const newest = sessionAt(moment.known, gap, moment.at).at(-1)!;
  const end = Math.min(newest.at + gap - moment.at, LONGEST_SESSION - value);
  const holds = passes(test, value);
  const turn = [asked - value, asked - value + 1, end]
    .filter((wait) => wait > 0 && wait <= end)
    .toSorted((a, b) => a - b)
    .find((wait) => passes(test, wait < end ? value + wait : undefined) !== holds);
  if (turn === undefined) return marginOf(test.comparator, value, asked, "length");
  return turnsIn(turn, holds ? "holds" : "misses");
}

/** How old the newest event of the session log is. */
export function inSessionFacts({ gap, ended }: InSession, { known, at }: Moment): Facts {
  const longest = duration(Math.min(gap, LONGEST_SESSION));
  const asked = `${ended ? "none " : ""}within ${formatDuration(longest)}`;
  const newest = known.events.findLast(({ feed }) => feed === "session-log");
  if (newest === undefined) return { asked, events: [] };
  const margin = ended ? old(newest, longest, { at }) : young(newest, longest, { at });
  return { found: `${wordOfLength(at - newest.at)} ago`, asked, margin, events: only(newest) };
}
