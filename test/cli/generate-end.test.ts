import { spawn, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { OFFER, Workplace } from "./program.ts";

// How `generate` ends when it is stopped or cannot write: a file is there as a whole, or as it was before.

const root = fileURLToPath(new URL("../../", import.meta.url));
const node = join(root, "node_modules/.bin/node");
const bin = join(root, "src/cli/bin.ts");
const SCENARIO = `version: 1
scenario: small
rules: [offer.segment]
clock: { start: 2026-03-27T00:00Z, run: 24h, warm_up: 24h }
profiles: { number: 100 }
`;

function placeWith(files: Readonly<Record<string, string>>): Workplace {
  const place = new Workplace();
  place.write({ "offer.segment": OFFER, "small.yaml": SCENARIO, ...files });
  return place;
}

function filesIn({ folder }: Workplace): readonly string[] {
  return readdirSync(folder).filter((name) => !["offer.segment", "small.yaml"].includes(name));
}

async function stopped(
  place: Workplace,
  args: readonly string[],
): Promise<[number | null, string]> {
  const command = [bin, "generate", "small.yaml", "--profiles", "5000000", ...args];
  const child = spawn(node, command, { cwd: place.folder, stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const timer = setInterval(() => {
    if (filesIn(place).every((name) => !name.endsWith(".tmp"))) return; // nothing is being written yet
    clearInterval(timer);
    setTimeout(() => child.kill("SIGINT"), 500);
  }, 20);
  return [await new Promise<number | null>((resolve) => child.on("close", resolve)), err];
}

test.each(["ndjson", "csv", "parquet"])(
  "ctrl+c leaves no %s behind, and what was there",
  async (form) => {
    const place = placeWith({ "events.out": "of yesterday" });
    const args = ["--out", "events.out", "--format", form, "--true", "true.ndjson"];
    const [code, err] = await stopped(place, args);
    expect(code).toBe(130);
    expect(err).toMatch(/^stopped after [\d ]+ of 5 000 000 profiles; no file was written\n$/);
    expect(filesIn(place)).toEqual(["events.out"]);
    expect(readFileSync(join(place.folder, "events.out"), "utf8")).toBe("of yesterday");
  },
);

test.skipIf(process.platform === "win32").each(["ndjson", "csv", "parquet"])(
  "a disk on which no more %s fits is said, and nothing stays behind",
  (form) => {
    const place = placeWith({});
    const args = `generate small.yaml --profiles 3000 --out events.out --format ${form} --true true.ndjson`;
    const command = `ulimit -f 100; exec "${node}" "${bin}" ${args}`; // no file beyond 50 kB
    const { status, stderr } = spawnSync("sh", ["-c", command], {
      cwd: place.folder,
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^error UNWRITABLE: events\.out or true\.ndjson cannot be written: EFBIG[^\n]*\n1 error\. No file was written\. [^\n]*\n$/,
    );
    expect(filesIn(place)).toEqual([]);
  },
);

test("a folder that is not there, and one name for two files, are refused before anybody lives", () => {
  const place = placeWith({});
  const missing = place.run(["generate", "small.yaml", "--out", "no/such.ndjson"]);
  expect(missing).toMatchObject({ code: 2, out: "" });
  expect(missing.err).toContain("error UNWRITABLE: no/such.ndjson cannot be written: ENOENT");
  const twice = place.run(["generate", "small.yaml", "--out", "a", "--true", "./a"]);
  expect(twice.code).toBe(2);
  expect(twice.err).toContain("error WRONG_VALUE: --out and --true both name a");
  expect(filesIn(place)).toEqual([]);
});

test("a link stays a link, and a reader that goes away ends the program quietly", () => {
  const place = placeWith({ "real.ndjson": "" });
  symlinkSync("real.ndjson", join(place.folder, "link.ndjson"));
  expect(place.run(["generate", "small.yaml", "--out", "link.ndjson"]).code).toBe(0);
  expect(readFileSync(join(place.folder, "real.ndjson"), "utf8")).toMatch(/^\{"type":"identify"/);
  expect(filesIn(place)).toEqual(["link.ndjson", "real.ndjson"]);
  const command = `"${node}" "${bin}" generate small.yaml --profiles 3000 | head -1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: place.folder,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout.split("\n")).toHaveLength(2);
});

test("a million people can be asked for as 1e6, and half a person cannot", () => {
  const place = placeWith({});
  const { code, out } = place.run(["generate", "small.yaml", "--profiles", "2e1", "--describe"]);
  expect({ code, said: out.startsWith("The people of small") }).toEqual({ code: 0, said: true });
  for (const number of ["1.5", "1e-3", "0", "1e9", "e6", "0x10"])
    expect(place.run(["generate", "small.yaml", "--profiles", number]).code, number).toBe(2);
});
