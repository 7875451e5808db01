import type { Cursor } from "./cursor.ts";

/** The parts of what is being read, in whatever order they come: how each is known and read. */
export interface Parts<D> {
  /** What they belong to, as messages call it. */
  readonly owner: string;
  /** What messages call each part. */
  readonly names: { readonly [Part in keyof D]-?: string };
  /** The part that begins here, or `undefined`. Nothing is taken. */
  readonly peek: () => keyof D | undefined;
  /** Reads the part that begins here, by at least one token; says what is wrong with it and returns `undefined`. */
  readonly read: (part: keyof D) => D[keyof D] | undefined;
}

/** Reads all parts that follow into `draft`, each once. One that is there but wrong becomes `"wrong"`. */
export function readParts<D extends object>(cursor: Cursor, draft: D, parts: Parts<D>): void {
  for (let part = parts.peek(); part !== undefined; part = parts.peek()) {
    const earlier = draft[part];
    if (earlier !== undefined && earlier !== "wrong") {
      const message = `"${parts.owner}" already has its ${parts.names[part]}`;
      cursor.report(cursor.peek(), { code: "REPEATED", message });
    }
    const value = parts.read(part) ?? "wrong";
    Object.assign(draft, { [part]: earlier === undefined ? value : "wrong" });
  }
}
