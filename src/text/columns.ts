/** Blocks of code points that a terminal draws two columns wide, `[first, last]` (Unicode 17, East Asian Width W and F,
 *  coarsened to whole blocks). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];

const PLAIN = /^[\x20-\x7e]*$/;
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const EMOJI = /^\p{Emoji_Presentation}|^\p{Emoji}.*\ufe0f|^\p{Regional_Indicator}{2}/su;
let graphemes: Intl.Segmenter | undefined;

/** The characters of the text as people see them. */
export function graphemesOf(text: string): Iterable<{ readonly segment: string }> {
  // Made at the first need: it costs a third of the start of a quick command.
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return graphemes.segment(text);
}

/** How many columns of a terminal the text takes: two for East Asian wide characters and emoji, none for combining and
 *  control characters (a tab too: whoever draws it knows where it stands). */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemesOf(text)) columns += columnsOfOne(segment);
  return columns;
}

function columnsOfOne(grapheme: string): number {
  if (NOTHING.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return 2;
  const point = grapheme.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => first <= point && point <= last) ? 2 : 1;
}

/** The text with spaces after it, up to `columns`; a longer one stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - columnsOf(text)));
}

/** The text with spaces before it, up to `columns`; a longer one stays as it is. */
export function padStart(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** The text in exactly `columns`: padded at its end, or cut with `…` in the last column. */
export function fit(text: string, columns: number): string {
  if (columns < 1) return "";
  if (columnsOf(text) <= columns) return padEnd(text, columns);
  let kept = "";
  let used = 0;
  for (const { segment } of graphemesOf(text)) {
    used += columnsOfOne(segment);
    if (used > columns - 1) break;
    kept += segment;
  }
  return padEnd(`${kept}…`, columns);
}
