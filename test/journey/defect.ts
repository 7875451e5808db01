import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { createDelivery } from "../../src/feed/deliver.ts";
import type { createPeople } from "../../src/journey/population.ts";

/** A wrong line in the source: what stands once in `file` (a path below src) as `from` reads `to` in its place. */
export interface Defect {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What people and their feeds are made by. */
export interface Makers {
  readonly createPeople: typeof createPeople;
  readonly createDelivery: typeof createDelivery;
}

const source = new URL("../../src/", import.meta.url);
const copies = new URL("../.mutants/", import.meta.url);
/** The rooms that may have a defect are copied, those below them are shared. */
const COPIED = ["journey", "feed", "random"];
const SHARED = ["model", "text", "time"];

/** People and feeds with a defect, from a copy of the source that is gone when they are there. */
export async function makersWith({ file, from, to }: Defect): Promise<Makers> {
  const text = readFileSync(new URL(file, source), "utf8");
  if (text.split(from).length !== 2) throw new Error(`not exactly once in ${file}: ${from}`);
  mkdirSync(copies, { recursive: true });
  const folder = mkdtempSync(fileURLToPath(new URL("journey-", copies)));
  for (const room of COPIED)
    cpSync(new URL(room, source), `${folder}/${room}`, { recursive: true });
  for (const room of SHARED) symlinkSync(fileURLToPath(new URL(room, source)), `${folder}/${room}`);
  writeFileSync(
    `${folder}/${file}`,
    text.replace(from, () => to),
  );
  try {
    const [people, feeds]: unknown[] = await Promise.all([
      import(`${folder}/journey/population.ts`),
      import(`${folder}/feed/deliver.ts`),
    ]);
    return Object.assign({}, people, feeds) as Makers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
