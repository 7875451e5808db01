import { expect, test } from "vitest";
import { readMapping, readZoneTable } from "../../../src/feed/read/mapping-file.ts";
import { drawFinding } from "../../../src/text/frame.ts";

const read = (text: string): ReturnType<typeof readMapping> =>
  readMapping({ path: "mapping.yaml", text });

test("a mapping file says what each column is, how instants are written and where zones come from", () => {
  const { mapping, zonesFile, findings } = read(`
columns:
  userId: profile
  location: [zone, city]
  zip: property.zip:text
event: Song Played
instants: epoch_ms
input_zone: Europe/Berlin
zones: tz.json
ignore_empty_profile: true
properties: [song]
`);
  expect(findings).toEqual([]);
  expect(zonesFile).toBe("tz.json");
  expect(mapping).toEqual({
    columns: [
      { column: "userId", targets: [{ kind: "field", field: "profile" }], form: "plain" },
      {
        column: "location",
        targets: [
          { kind: "field", field: "zone" },
          { kind: "field", field: "city" },
        ],
        form: "plain",
      },
      { column: "zip", targets: [{ kind: "property", name: "zip" }], form: "text" },
    ],
    event: "Song Played",
    instants: "epoch_ms",
    inputZone: "Europe/Berlin",
    zones: {},
    ignoresEmptyProfile: true,
    properties: ["song"],
  });
});

test("JSON is a mapping file too", () => {
  expect(read('{"columns": {"u": "profile"}}').mapping.columns).toHaveLength(1);
});

test("every mistake is found at its place", () => {
  const text = "columns:\n  u: profil\ninput_zone: Mars\nextra: 1\nproperties: 5\n";
  const { findings } = read(text);
  const found = findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
  expect(found.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    "UNKNOWN_KEY 1",
    "WRONG_VALUE 5",
    "WRONG_VALUE Mars",
    "WRONG_VALUE profil",
  ]);
  expect(drawFinding(findings[0]!)).toContain("mapping.yaml:2:6");
});

test("what is no YAML is found too", () => {
  expect(read("columns: [").findings.map((each) => each.code)).toContain("NOT_YAML");
  expect(read("").findings).not.toEqual([]);
});

test("a table of zones holds names that exist", () => {
  const source = { path: "tz.json", text: '{"Phoenix, AZ": "America/Phoenix", "Mars": "Mars/X"}' };
  expect(readZoneTable(source).findings).toHaveLength(1);
});
