/** A text that Markdown takes for nothing but text, on one line: somebody's name can open no tag, link, code or cell. */
export function inert(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*<>|&~]|\](?=[([:])/g, String.raw`\$&`);
}

/** A text as code, within as many backticks as it takes. A bar in it would end the cell of a table. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return fence + space + line + space + fence;
}
