import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { EVENTS, OFFER, Workplace, linesOf } from "./program.ts";

// Each kind of bad input: a located message and exit 2, or a counted and listed rejection. Never a stack trace.

const place = new Workplace();
const viewed = { type: "track", event: "Cart Viewed", userId: "ada" };
const at = "2026-03-10T16:00:00Z";

beforeAll(() => {
  mkdirSync(join(place.folder, "folder"));
  const zipped = gzipSync(EVENTS);
  place.write({
    "offer.segment": OFFER,
    "good.ndjson": EVENTS,
    "good.ndjson.gz": zipped,
    "empty.ndjson": "",
    "cut.ndjson": EVENTS.slice(0, -30),
    "latin.ndjson": Buffer.from(`${EVENTS}{"event":"Caf\u00e9"}\n`, "latin1"),
    "cut.ndjson.gz": zipped.subarray(0, 60),
    "plain.ndjson.gz": EVENTS,
    "zone.ndjson": linesOf({ ...viewed, timestamp: at, context: { timezone: "Europe/Berlinn" } }),
    "wall.ndjson": linesOf({ ...viewed, timestamp: "2026-03-10T16:00:00" }),
    "1970.ndjson": linesOf({ ...viewed, timestamp: "1970-01-01T00:00:00Z" }),
    "2099.ndjson": linesOf({ ...viewed, timestamp: "2099-01-01T00:00:00Z" }),
    "type.ndjson": linesOf({ ...viewed, event: 17, timestamp: at }),
    "hostile.ndjson": linesOf({ ...viewed, timestamp: `\u001b[2J${"x".repeat(9000)}` }),
    "twice.ndjson": linesOf(
      { ...viewed, messageId: "m", timestamp: at },
      { ...viewed, messageId: "m", timestamp: at },
    ),
  });
});

function members(events: string, ...more: readonly string[]) {
  const ask = ["members", "--rules", "offer.segment", "--at", "2026-03-10T17:00Z", "--json"];
  return place.run([...ask, "--events", events, ...more]);
}

test.each([
  ["missing.ndjson", "error MISSING_FILE: there is no file missing.ndjson"],
  ["*.json", "error EMPTY_GLOB: no file matches *.json"],
  ["folder", "error A_FOLDER: folder is a folder"],
  ["empty.ndjson", "error EMPTY_FILE: empty.ndjson: there is nothing in it"],
  ["cut.ndjson", "rejected cut.ndjson:4 CUT_LINE: "],
  ["latin.ndjson", "rejected latin.ndjson:5 NOT_UTF8: "],
  ["cut.ndjson.gz", "error NOT_GZIP: cut.ndjson.gz is not a whole gzip file"],
  ["plain.ndjson.gz", "error NOT_GZIP: plain.ndjson.gz is called .gz"],
  [
    "zone.ndjson",
    'rejected zone.ndjson:1 UNKNOWN_ZONE: context.timezone: there is no zone "Europe/Berlinn"',
  ],
  ["wall.ndjson", "rejected wall.ndjson:1 INSTANT_WITHOUT_ZONE: "],
  ["1970.ndjson", "rejected 1970.ndjson:1 INSTANT_OUT_OF_RANGE: "],
  ["2099.ndjson", "rejected 2099.ndjson:1 INSTANT_OUT_OF_RANGE: "],
  ["type.ndjson", "rejected type.ndjson:1 WRONG_TYPE: event is a number"],
])("%s is refused with its place", (events, message) => {
  const { code, out, err } = members(events);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
  expect(err).toMatch(/Nothing was judged\. "rehearsal help [A-Z0-9_]+" says more\.\n$/);
  expect(err).not.toMatch(/^\s+at /m);
});

test("a copy is counted and passed over", () => {
  const { code, err } = members("twice.ndjson");
  expect(code).toBe(0);
  expect(err).toContain("1 of 2 records repeat a known event and were ignored\n");
});

test.each([
  ["1", 0],
  ["0.25", 0],
  ["25%", 0],
  ["24%", 2],
  ["0", 2],
  ["1%", 2],
])("--max-rejected %s over one bad record in four ends with %i", (share, code) => {
  expect(members("cut.ndjson", "--max-rejected", share).code).toBe(code);
});

test.each([
  [["--max-rejected", "abc"], "error WRONG_VALUE: --max-rejected abc"],
  [["--max-rejected", "101%"], "error WRONG_VALUE: --max-rejected 101%"],
  [["--default-zone", "Berlin"], 'no zone "Berlin"; did you mean "Europe/Berlin"?'],
  [["--input-zone", "Europe/Berlinn"], 'no zone "Europe/Berlinn"; did you mean "Europe/Berlin"?'],
  [["--map", "userId=profle"], 'did you mean "profile"?'],
])("%s is refused with what was meant", (options, message) => {
  const { code, err } = members("good.ndjson", ...options);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test("standard input is called so", () => {
  const ask = ["members", "--rules", "offer.segment", "--at", "2026-03-10T17:00Z", "--events", "-"];
  expect(place.run(ask, EVENTS)).toMatchObject({ code: 0 });
  expect(place.run(ask, "").err).toContain("standard input: there is nothing in it");
  expect(place.run(ask, "{").err).toContain("rejected standard input:1 CUT_LINE");
});

test("standard input may come late", () => {
  const program = fileURLToPath(new URL("../../src/cli/bin.ts", import.meta.url));
  const ask = "members --rules offer.segment --at 2026-03-10T17:00Z --json --events -";
  const { stdout, status } = spawnSync(
    "sh",
    ["-c", `(sleep 1.5; cat good.ndjson) | "$0" "$1" ${ask} | cat`, process.execPath, program],
    { cwd: place.folder, encoding: "utf8" },
  );
  expect(status).toBe(0);
  expect(stdout).toBe(place.run(ask.split(" "), EVENTS).out);
});

test("what stands in a feed cannot command the terminal, nor fill it", () => {
  const { err } = members("hostile.ndjson");
  expect(err).toContain("NOT_AN_INSTANT");
  expect(err).not.toContain("\u001b");
  expect(Math.max(...err.split("\n").map((line) => line.length))).toBeLessThan(400);
});

test.each([
  ["run", "--workers", "0"],
  ["run", "--workers", "abc"],
  ["run", "--workers", "1001"],
  ["run", "--profiles", "1e9"],
  ["run", "--wrkers", "2"],
  ["run", "folder"],
  ["run", "offer.segment"],
  ["run"],
  ["check", "folder"],
  ["explain", "ada", "--at", "2026-03-10T17:00Z"],
])("%s %s %s cannot run", (...args) => {
  const { code, out, err } = place.run(args.filter((each) => each !== undefined));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("error");
  expect(err).not.toMatch(/^\s+at /m);
});
