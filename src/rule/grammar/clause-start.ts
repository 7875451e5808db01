import type { Token } from "../lexer.ts";

/** A place in a text from which the tokens around it can be seen. */
interface Outlook {
  /** The token `ahead` of here, or behind. */
  peek(ahead: number): Token;
}

type Look = (from: Outlook, ahead: number) => boolean;

/** Words that begin a clause, each with what must stand around it to do so: most of them are ordinary words elsewhere. */
const BEGINNINGS: ReadonlyMap<string, Look> = new Map<string, Look>([
  // `in segment x` asks for another segment.
  ["segment", (from, ahead) => !isWord(from, ahead - 1, ["in", "entered", "left"])],
  ["vocabulary", () => true],
  ["refines", (from, ahead) => ["word", "text"].includes(from.peek(ahead + 1).kind)],
  ["when", startsWhen],
  ["relax", (from, ahead) => isWord(from, ahead + 1, ["when", "time", "device", "priority"])],
  ["until", startsUntil],
  ["then", (from, ahead) => !startsSequel(from, ahead)],
  ["after", startsFollowUp],
  // `with send = 3` is none.
  [
    "send",
    (from, ahead) =>
      ["word", "text"].includes(from.peek(ahead + 1).kind) && !startsTest(from, ahead + 1),
  ],
  ["cool", startsCoolOff],
  ["cool_off", isNoName],
  ["re", (from, ahead) => isSymbol(from, ahead + 1, "-") && isWord(from, ahead + 2, ["enter"])],
  ["re_enter", isNoName],
  ["reenter", isNoName],
  [
    "stale",
    (from, ahead) => isWord(from, ahead + 1, ["after"]) || from.peek(ahead + 1).kind === "number",
  ],
  ["at", startsCap],
  ["quiet", (from, ahead) => isWord(from, ahead + 1, ["hours"])],
  ["quiet_hours", isNoName],
  ["priority", startsPriority],
  ["holdout", (from, ahead) => from.peek(ahead + 1).kind === "number"],
]);

/** Whether a clause of a rule, the next rule or the end begins `ahead` of here. */
export function startsClause(from: Outlook, ahead: number): boolean {
  const { kind, word } = from.peek(ahead);
  return kind === "end" || BEGINNINGS.get(word)?.(from, ahead) === true;
}

/** Whether `then` stands `ahead` of here and goes on with a second event, `adds then orders within 1h`. */
export function startsSequel(from: Outlook, ahead = 0): boolean {
  if (!isWord(from, ahead, ["then"])) return false;
  const { kind, word } = from.peek(ahead + 1);
  if (kind !== "word" || word === "send") return false;
  if (word === "no" || word === "event") return true;
  return isWord(from, ahead + 2, ["within", "where", "in", "ever", "of"]);
}

/** Whether a test on what is called by the word before stands `ahead` of here: `= 3`, `in (…)`, `is missing`. */
function startsTest(from: Outlook, ahead: number): boolean {
  const { kind, word } = from.peek(ahead);
  if (kind === "symbol") return !isSymbol(from, ahead, "(");
  if (word === "not") return startsTest(from, ahead + 1);
  if (word === "in") return isSymbol(from, ahead + 1, "(");
  return ["is", "contains", "contain", "does"].includes(word);
}

/** A `when` of its own, and not that of `relax when` or of `refines x when evidence`. */
function startsWhen(from: Outlook, ahead: number): boolean {
  if (isWord(from, ahead - 1, ["relax"])) return false;
  return !isWord(from, ahead + 1, ["evidence"]) || !isWord(from, ahead - 2, ["refines"]);
}

function startsUntil(from: Outlook, ahead: number): boolean {
  const { kind } = from.peek(ahead + 1);
  // `18:00 until 21:00` is a stretch of the day.
  if (kind === "time" || kind === "number" || kind === "text") return false;
  return !startsTest(from, ahead + 1);
}

function startsFollowUp(from: Outlook, ahead: number): boolean {
  if (isWord(from, ahead - 1, ["enter", "re_enter", "reenter", "stale"])) return false;
  const { kind } = from.peek(ahead + 1);
  return kind === "number" || isWord(from, ahead + 1, ["unless", "send"]);
}

function startsCoolOff(from: Outlook, ahead: number): boolean {
  if (isWord(from, ahead + 1, ["off"])) return true;
  return isSymbol(from, ahead + 1, "-") && isWord(from, ahead + 2, ["off"]);
}

/** `at most 3 sends per 7d`, and not the count `at most 3 sends in last 7d`. */
function startsCap(from: Outlook, ahead: number): boolean {
  if (!isWord(from, ahead + 1, ["most"]) || from.peek(ahead + 2).kind !== "number") return false;
  if (!isWord(from, ahead + 3, ["send", "sends"])) return false;
  return !isWord(from, ahead + 4, ["in", "within", "ever", "today", "since", "where", "of"]);
}

function startsPriority(from: Outlook, ahead: number): boolean {
  const isSigned = isSymbol(from, ahead + 1, "-") || isSymbol(from, ahead + 1, "+");
  return from.peek(ahead + (isSigned ? 2 : 1)).kind === "number";
}

/** Whether the word is not the name of something that a test or an equals sign follows. */
function isNoName(from: Outlook, ahead: number): boolean {
  return !startsTest(from, ahead + 1);
}

function isSymbol(from: Outlook, ahead: number, symbol: string): boolean {
  const { kind, text } = from.peek(ahead);
  return kind === "symbol" && text === symbol;
}

function isWord(from: Outlook, ahead: number, words: readonly string[]): boolean {
  return words.includes(from.peek(ahead).word);
}
