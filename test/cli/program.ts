import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const node = join(root, "node_modules/.bin/node");
const bin = join(root, "src/cli/bin.ts");

/** How a run of the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of files in which the program is run as a child process. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), "rehearsal-"));

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(this.folder, name), content);
  }

  run(args: readonly string[], input?: string | Uint8Array): Ended {
    const { status, stdout, stderr } = spawnSync(node, [bin, ...args], {
      cwd: this.folder,
      encoding: "utf8",
      ...(input === undefined ? {} : { input }),
    });
    return { code: status, out: stdout, err: stderr };
  }
}

/** The article's evening offer. */
export const OFFER = `segment evening_offer
when device = mobile
  and local time 18:00..21:00
  and cart_views >= 2 in last 48h
  and no opens in last 72h
then send email "Exclusive Evening Offer" with discount_code = "VIEW20"
cool off 72h
`;

/** NDJSON of some records. */
export function linesOf(...records: readonly unknown[]): string {
  return records.map((each) => `${JSON.stringify(each)}\n`).join("");
}

const viewed = { type: "track", event: "Cart Viewed", context: { device: { type: "ios" } } };

/** Ada in Berlin views her cart twice, the second time heard of late; Bob only reads his mail. */
export const EVENTS = linesOf(
  {
    ...viewed,
    anonymousId: "x",
    timestamp: "2026-03-10T16:00:00Z",
    context: { device: { type: "ios" }, timezone: "Europe/Berlin" },
  },
  { type: "identify", userId: "ada", anonymousId: "x", timestamp: "2026-03-10T16:30:00Z" },
  {
    ...viewed,
    userId: "ada",
    timestamp: "2026-03-10T16:40:00Z",
    receivedAt: "2026-03-10T18:00:00Z",
  },
  { type: "track", event: "Email Opened", userId: "bob", timestamp: "2026-03-10T16:00:00Z" },
);
