import { columnsOf, graphemesOf } from "./columns.ts";

/** The text in lines of at most `columns`, broken at its spaces; a word that is longer than a line is broken inside. Spaces
 *  at the beginning are kept before every line. Always at least one line. */
export function wrap(text: string, columns: number): readonly string[] {
  if (columnsOf(text) <= columns) return [text];
  const indent = /^ */.exec(text)?.[0] ?? "";
  const room = Math.max(1, columns - indent.length);
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/ +/)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (columnsOf(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = cut(word, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return [...lines, line].map((each) => indent + each);
}

/** A word in pieces of at most `columns`. */
function cut(word: string, columns: number): readonly string[] {
  const pieces = [""];
  for (const { segment } of graphemesOf(word)) {
    const last = pieces.at(-1) ?? "";
    if (last !== "" && columnsOf(last + segment) > columns) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}
