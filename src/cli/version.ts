import { readFileSync } from "node:fs";

/** The version of this package, from the package.json two folders above this file, in src as in dist. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const data: unknown = JSON.parse(text);
  if (typeof data === "object" && data !== null && "version" in data) return String(data.version);
  throw new Error("unreachable: package.json has no version");
}
