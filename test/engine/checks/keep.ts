import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";

// A random case that fails is shrunk and kept as a file, which found.test.ts replays until somebody has mended the cause.

/** Where cases are kept; `REHEARSAL_FOUND` names another folder. */
export const FOUND = new URL("../found/", import.meta.url);

/** Which check a kept case belongs to, and the values that it was given. */
export interface Found {
  readonly check: string;
  readonly values: readonly unknown[];
}

/** How hard to look. */
export interface Effort {
  readonly cases: number;
  readonly seed?: number | undefined;
  /** Whether a failure is reported as it was found. */
  readonly asFound?: boolean | undefined;
  /** The folder in which a failure is kept, shrunk. */
  readonly keepIn?: URL | undefined;
}

/** Asserts a property, as hard as the effort says; what fails may be kept. */
export function assertProperty<Values>(
  check: string,
  property: fc.IProperty<Values>,
  { cases, seed, asFound, keepIn }: Effort,
): void {
  const details = fc.check(property, {
    numRuns: cases,
    ...(seed === undefined ? {} : { seed }),
    endOnFailure: asFound === true,
  });
  if (!details.failed) return;
  const kept =
    keepIn === undefined ? "" : `\nkept in ${keep(keepIn, check, details.counterexample)}`;
  throw new Error(`${fc.defaultReportMessage(details)}${kept}`);
}

function keep(folder: URL, check: string, values: unknown): string {
  const text = `${JSON.stringify({ check, values }, plain, 2)}\n`;
  const name = `${check}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.json`;
  mkdirSync(folder, { recursive: true });
  const file = new URL(name, folder);
  writeFileSync(file, text);
  return `${fileURLToPath(file)}; npm test -- test/engine/found.test.ts replays it`;
}

/** A draw that is the same for everybody is kept as its number. */
function plain(key: string, value: unknown): unknown {
  return key === "holdoutDraw" && typeof value === "function" ? (value as () => number)() : value;
}

/** What `keep` wrote, as it was. */
export function readFound(text: string): Found {
  return JSON.parse(text, (key, value: unknown) =>
    key === "holdoutDraw" && typeof value === "number" ? () => value : value,
  ) as Found;
}
