/** A text in quotes, as it was found: what it says, where it ends, and whether a closing quote was there. */
export interface QuotedText {
  readonly value: string;
  readonly end: number;
  readonly closed: boolean;
}

// Of a pair of curly quotes the second may point either way („so“, “so”), and straight ones slip in while editing.
const CURLY = [/[”“]/y, /"/y];
const SINGLE_CURLY = [/[’‘]/y, /'/y];
const CLOSING: Readonly<Record<string, readonly RegExp[]>> = {
  '"': [/"/y],
  "'": [/'/y],
  "“": CURLY,
  "”": CURLY,
  "„": CURLY,
  "‟": CURLY,
  "«": [/»/y],
  "‘": SINGLE_CURLY,
  "’": SINGLE_CURLY,
  "‚": SINGLE_CURLY,
  "‛": SINGLE_CURLY,
};
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
const ESCAPE = /\\u\{([0-9a-f]{1,6})\}|\\([\\"'“”„‟«»‘’‚‛ntr])/giu;

/** The text in straight or curly quotes that begins at `start`, or `undefined` if no quote stands there. It ends on its
 *  own line; one that does not is taken up to the end of the line. */
export function readText(text: string, start: number): QuotedText | undefined {
  const closings = CLOSING[text[start] ?? ""];
  if (closings === undefined) return undefined;
  for (const closing of closings) {
    const close = findClosing(text, start + 1, closing);
    if (close !== undefined)
      return { value: unescape(text.slice(start + 1, close)), end: close + 1, closed: true };
  }
  const end = endOfLine(text, start + 1);
  return { value: unescape(text.slice(start + 1, end)), end, closed: false };
}

/** The text in straight quotes, so that `readText` reads the same value. */
export function quote(value: string): string {
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r");
  return `"${escaped.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, byNumber)}"`;
}

function byNumber(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function unescape(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPE, (whole, point: string | undefined, character: string) => {
    if (point === undefined) return ESCAPES[character] ?? character;
    const number = Number.parseInt(point, 16);
    return number > 0x10ffff ? whole : String.fromCodePoint(number);
  });
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

function findClosing(text: string, from: number, closing: RegExp): number | undefined {
  for (let at = from; at < text.length && text[at] !== "\n" && text[at] !== "\r"; at++) {
    closing.lastIndex = at;
    if (closing.test(text)) return at;
    if (text[at] === "\\" && at + 1 < text.length && !/[\n\r]/.test(text[at + 1]!)) at += 1;
  }
  return undefined;
}
