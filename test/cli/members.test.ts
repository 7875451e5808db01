import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { EVENTS, OFFER, Workplace } from "./program.ts";

const place = new Workplace();
beforeAll(() => {
  place.write({
    "offer.segment": OFFER,
    "e.ndjson": EVENTS,
    "e.ndjson.gz": gzipSync(EVENTS),
    "cut.ndjson.gz": gzipSync(EVENTS).subarray(0, 50),
    "fake.gz": "no gzip",
    "empty.ndjson": "",
    "bad.ndjson": `${EVENTS}{"type":"tra`,
    "bad.segment": "segment x when device = mobil",
    "twice.segment": "segment evening_offer when device = tablet",
    "e.csv": "who,what,when\nada,Cart Viewed,2026-03-10 17:00\n",
  });
});

const ASK = ["--rules", "offer.segment", "--json", "--quiet"];
const AT = ["--at", "2026-03-10T17:00:00Z"];
const IN = '[{"at":"2026-03-10T17:00:00.000Z","segments":{"evening_offer":["ada"]}}]\n';

describe("answers", () => {
  test("at each instant the members of each segment, sorted, empty ones too, in the order of the question", () => {
    const { code, out } = place.run([
      "members",
      ...ASK,
      "--events",
      "e.ndjson",
      "--at",
      "2026-03-10T20:00:00+00:00",
      "2026-03-10T17:00:00Z",
      "--at",
      "2026-03-10T16:59:59.999Z",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { at: "2026-03-10T20:00:00.000Z", segments: { evening_offer: [] } },
      { at: "2026-03-10T17:00:00.000Z", segments: { evening_offer: ["ada"] } },
      { at: "2026-03-10T16:59:59.999Z", segments: { evening_offer: [] } },
    ]);
  });

  test("gzip, standard input and globs say the same", () => {
    expect(place.run(["members", ...ASK, ...AT, "--events", "e.ndjson.gz"]).out).toBe(IN);
    expect(place.run(["members", ...ASK, ...AT, "--events", "-"], EVENTS).out).toBe(IN);
    expect(place.run(["members", ...ASK, ...AT, "--events", "e.nd*"]).out).toBe(IN);
  });

  test("without --json it is a table, and what was assumed is said on stderr", () => {
    const { out, err } = place.run([
      "members",
      "--rules",
      "offer.segment",
      ...AT,
      "--events",
      "e.ndjson",
    ]);
    expect(out).toBe("2026-03-10T17:00:00.000Z\n  evening_offer  1  ada\n");
    expect(err).toBe("1 of 2 profiles name no zone: UTC is assumed (--default-zone)\n");
  });
});

describe("bad input ends with 2, a located message, and nothing on stdout", () => {
  test.each([
    ["empty.ndjson", "error EMPTY_FILE: empty.ndjson"],
    ["cut.ndjson.gz", "error NOT_GZIP: cut.ndjson.gz"],
    ["fake.gz", "error NOT_GZIP: fake.gz"],
    [".", "error A_FOLDER: ."],
    ["nowhere.ndjson", "error MISSING_FILE: there is no file nowhere.ndjson"],
    ["no*.ndjson", "error EMPTY_GLOB: no file matches no*.ndjson"],
    ["e.csv", "error NO_MAPPING: e.csv"],
    ["bad.ndjson", "rejected bad.ndjson:5 CUT_LINE"],
  ])("events %s", (file, message) => {
    const { code, out, err } = place.run(["members", ...ASK, ...AT, "--events", file]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each([
    [["--rules", "bad.segment"], "bad.segment:1:25"],
    [["--rules", "offer.segment", "twice.segment"], "DUPLICATE_SEGMENT"],
    [["--rules", "offer.segment", "--at", "soon"], "error NOT_AN_INSTANT: --at soon"],
    [["--rules", "offer.segment", "--at", "2026-03-10T17:00"], "error INSTANT_WITHOUT_ZONE"],
    [["--rules", "offer.segment", "--default-zone", "Mars"], "error UNKNOWN_ZONE: --default-zone"],
    [["--rules", "offer.segment", "--max-rejected", "2.5"], "error WRONG_VALUE: --max-rejected"],
    [["--rules", "offer.segment", "--map", "a=b"], "error UNKNOWN_FIELD: --map a=b"],
    [["--rules", "offer.segment", "--mapping", "nope.yaml"], "error MISSING_FILE"],
  ])("options %s", (args, message) => {
    const { code, out, err } = place.run(["members", ...args, ...AT, "--events", "e.ndjson"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});

test("some rejections are allowed where --max-rejected says so, as a count or a share", () => {
  const ask = ["members", ...ASK, ...AT, "--events", "bad.ndjson", "--max-rejected"];
  for (const [limit, code] of [
    ["1", 0],
    ["20%", 0],
    ["0.2", 0],
    ["19%", 2],
    ["0", 2],
  ] as const)
    expect([limit, place.run([...ask, limit]).code]).toEqual([limit, code]);
});

test("CSV is read with --map and --input-zone", () => {
  const { code, out } = place.run([
    "members",
    "--rules",
    "offer.segment",
    "--json",
    ...AT,
    "--events",
    "e.csv",
    "--map",
    "who=profile",
    "what=event",
    "--map",
    "when=at",
    "--input-zone",
    "Europe/Berlin",
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(out)[0].segments).toEqual({ evening_offer: [] });
});
