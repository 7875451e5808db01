import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// How the program ends when it is stopped, cut off from its reader or broken.

const root = fileURLToPath(new URL("../../", import.meta.url));
const node = join(root, "node_modules/.bin/node");
const bin = join(root, "src/cli/bin.ts");
const scenario = join(root, "scenarios/evening-offer.yaml");

/** Stops a run after so many milliseconds. On a busy machine that may be before it has begun and can hear of it: then the
 *  signal ends it by itself, and it is tried again later. */
async function stopped(
  signal: NodeJS.Signals,
  workers: string,
  wait = 2500,
): Promise<readonly [number | null, string]> {
  const args = [bin, "run", scenario, "--profiles", "2000000", "--workers", workers];
  const child = spawn(node, args, { stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  setTimeout(() => child.kill(signal), wait);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return code === null && wait < 30_000 ? stopped(signal, workers, 2 * wait) : [code, err];
}

test.each([
  ["SIGINT", "1", 130],
  ["SIGINT", "2", 130],
  ["SIGTERM", "2", 143],
] as const)(
  "%s with %s workers ends with %i and says what was stopped",
  async (signal, workers, code) => {
    const [ended, err] = await stopped(signal, workers);
    expect(ended).toBe(code);
    expect(err).toMatch(
      /^stopped: evening-offer after [\d ]+ of 2 000 000 profiles; it was not judged\n$/,
    );
  },
);

test("a reader that goes away ends the program quietly", () => {
  const command = `"${node}" "${bin}" check "${root}scenarios" | head -1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout.split("\n")).toHaveLength(2);
});

test.skipIf(process.platform !== "linux")("a full disk is said, without a stack trace", () => {
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(node, [bin, "--help"], {
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error: the output cannot be written: ENOSPC[^\n]*\n$/);
});

test("a program that is not wholly there ends with 70 and what to do, the stack only on demand", () => {
  const folder = mkdtempSync(join(tmpdir(), "rehearsal-broken-"));
  mkdirSync(join(folder, "cli"));
  cpSync(bin, join(folder, "cli/bin.ts"));
  const run = (environment: NodeJS.ProcessEnv) =>
    spawnSync(node, [join(folder, "cli/bin.ts"), "--help"], { encoding: "utf8", env: environment });
  const { REHEARSAL_DEBUG: _, ...plain } = process.env;
  const missing = run(plain);
  expect(missing.status).toBe(70);
  expect(missing.stderr).toContain('"npm ci"');
  expect(missing.stderr).not.toMatch(/^\s+at /m);
  writeFileSync(join(folder, "cli/main.ts"), 'throw new Error("broken while loading");\n');
  const broken = run(plain);
  expect(broken).toMatchObject({ status: 70, stdout: "" });
  expect(broken.stderr).toContain("broken while loading");
  expect(broken.stderr).not.toMatch(/^\s+at /m);
  expect(run({ ...plain, REHEARSAL_DEBUG: "1" }).stderr).toMatch(/^\s+at /m);
});

test("a throw outside of any call ends with 70 too", () => {
  const folder = mkdtempSync(join(tmpdir(), "rehearsal-late-"));
  mkdirSync(join(folder, "cli"));
  cpSync(bin, join(folder, "cli/bin.ts"));
  writeFileSync(
    join(folder, "cli/main.ts"),
    'export async function main() { setTimeout(() => { throw new Error("late"); }, 1); return 0; }\n',
  );
  const { status, stderr } = spawnSync(node, [join(folder, "cli/bin.ts")], { encoding: "utf8" });
  expect(status).toBe(70);
  expect(stderr).toContain("late");
  expect(stderr).not.toMatch(/^\s+at /m);
});
