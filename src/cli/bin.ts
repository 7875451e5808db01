#!/usr/bin/env node
// The first file to start: nothing newer than Node 16, and nothing of ours before the version is known.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const TRIED = "REHEARSAL_PINNED_NODE";

function isNewEnough(version: string): boolean {
  const [major, minor] = version.split(".").map(Number);
  if (major === undefined || minor === undefined) return false;
  return major > 22 || (major === 22 && minor >= 13);
}

function findPinnedNode(): string | undefined {
  const name = process.platform === "win32" ? "node.exe" : "node";
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, "node_modules", "node", "bin", name);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

function startAgain(node: string): void {
  const environment = Object.assign({}, process.env, { [TRIED]: "1" });
  const script = fileURLToPath(import.meta.url);
  const child = spawn(node, [script].concat(process.argv.slice(2)), {
    stdio: "inherit",
    env: environment,
  });
  const pass = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.on("SIGINT", () => {}); // the terminal gives it to the child as well
  process.on("SIGTERM", pass);
  process.on("SIGHUP", pass);
  child.on("error", refuse);
  child.on("exit", (code, signal) => {
    if (signal === null) {
      process.exitCode = code === null ? 70 : code;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function refuse(): void {
  process.stderr.write(
    "rehearsal needs Node 22.13 or newer; this is " +
      process.versions.node +
      '.\n"npm ci" in the folder of rehearsal installs one beside it; https://nodejs.org has others.\n',
  );
  process.exitCode = 2;
}

function crash(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    "rehearsal stopped by a bug of its own, or is not wholly installed: " +
      message +
      '\n"npm ci" in the folder of rehearsal installs it anew; if that does not help, please report this.\n',
  );
  if (process.env["REHEARSAL_DEBUG"] !== undefined && error instanceof Error)
    process.stderr.write(String(error.stack) + "\n");
  process.exit(70);
}

async function start(): Promise<void> {
  process.on("uncaughtException", crash);
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
}

if (isNewEnough(process.versions.node)) {
  await start().catch(crash);
} else {
  const node = process.env[TRIED] === undefined ? findPinnedNode() : undefined;
  if (node === undefined) refuse();
  else startAgain(node);
}
