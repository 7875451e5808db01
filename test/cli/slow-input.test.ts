import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { EVENTS, OFFER, Workplace } from "./program.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const node = join(root, "node_modules/.bin/node");
const bin = join(root, "src/cli/bin.ts");

test("standard input is read to its end, however slowly it comes", async () => {
  const place = new Workplace();
  place.write({ "offer.segment": OFFER });
  const args = [bin, "replay", "--rules", "offer.segment", "--events", "-", "--json"];
  const child = spawn(node, args, { cwd: place.folder });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  for (const line of EVENTS.split(/(?<=\n)/)) {
    child.stdin.write(line);
    await pause(700);
  }
  child.stdin.end();
  expect(await ended).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ counts: { records: 4, events: 4, rejected: 0 } });
});
