import { lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test } from "vitest";
import { Workplace } from "./program.ts";

const LOOSE = `# Who looks twice.
segment twice when at least 2 cart_views within 48h   # of late
and device = mobile
`;
const TIGHT = `# Who looks twice.
segment twice
when cart_views >= 2 in last 48h # of late
  and device = mobile
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.write({ "loose.segment": LOOSE, "tight.segment": TIGHT });
});

function textOf(name: string): string {
  return readFileSync(join(place.folder, name), "utf8");
}

test("files are rewritten in place, comments kept, and those that change are named", () => {
  const { code, out, err } = place.run(["fmt", "loose.segment", "tight.segment"]);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: "loose.segment\n1 of 2 files changed\n",
    err: "",
  });
  expect(textOf("loose.segment")).toBe(TIGHT);
  expect(textOf("tight.segment")).toBe(TIGHT);
  expect(place.run(["fmt", "loose.segment"]).out).toBe("0 of 1 file changed\n");
});

test("--check names the files that would change, writes none, and ends with 1", () => {
  const { code, out } = place.run(["fmt", "--check", "."]);
  expect({ code, out }).toEqual({ code: 1, out: "loose.segment\n1 of 2 files would change\n" });
  expect(textOf("loose.segment")).toBe(LOOSE);
  expect(place.run(["fmt", "--check", "tight.segment"]).code).toBe(0);
  expect(place.run(["fmt", "--check", "-q", "tight.segment"]).out).toBe("");
});

test("- takes standard input to standard output", () => {
  expect(place.run(["fmt", "-"], LOOSE)).toEqual({ code: 0, out: TIGHT, err: "" });
  expect(place.run(["fmt", "--check", "-"], LOOSE)).toMatchObject({
    code: 1,
    out: "standard input\n1 of 1 file would change\n",
  });
  expect(place.run(["fmt", "-"], "segment a when cart_views >= 1 in last 48m").err).toContain(
    "--> standard input:1:",
  );
});

test("as one document", () => {
  const { out } = place.run(["fmt", "--check", "--json", "loose.segment", "tight.segment"]);
  expect(JSON.parse(out)).toEqual({
    files: [
      { path: "loose.segment", changed: true },
      { path: "tight.segment", changed: false },
    ],
  });
});

test("a mistake is found where it stands, and then no file is changed", () => {
  place.write({ "broken.segment": "segment x when cart_views >= 1 in last 48m" });
  const { code, out, err } = place.run(["fmt", "loose.segment", "broken.segment"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("error UNKNOWN_UNIT");
  expect(err).toContain("--> broken.segment:1:");
  expect(err).toMatch(
    /1 error\. No file was changed\. "rehearsal help UNKNOWN_UNIT" says more\.\n$/,
  );
  expect(textOf("loose.segment")).toBe(LOOSE);
  expect(place.run(["fmt", "nowhere.segment"])).toMatchObject({ code: 2, out: "" });
});

test("words that one file defines hold in those after it", () => {
  place.write({
    "words.segment": 'vocabulary\n  event "NextSong"\n  metric songs = "NextSong"\n',
    "listener.segment": "segment listener when songs >= 3 in last 48h and device = mobile\n",
  });
  expect(place.run(["fmt", "listener.segment"]).code).toBe(2);
  expect(place.run(["fmt", "words.segment", "listener.segment"])).toMatchObject({
    code: 0,
    err: "",
  });
  expect(textOf("listener.segment")).toContain(
    "when songs >= 3 in last 48h\n  and device = mobile",
  );
});

test("nothing is left beside the file, a link stays a link, and permissions stay", () => {
  mkdirSync(join(place.folder, "rules"));
  place.write({ "rules/real.segment": LOOSE });
  symlinkSync("rules/real.segment", join(place.folder, "link.segment"));
  const { mode } = statSync(join(place.folder, "rules/real.segment"));
  expect(place.run(["fmt", "link.segment"]).code).toBe(0);
  expect(lstatSync(join(place.folder, "link.segment")).isSymbolicLink()).toBe(true);
  expect(textOf("rules/real.segment")).toBe(TIGHT);
  expect(statSync(join(place.folder, "rules/real.segment")).mode).toBe(mode);
  expect(readdirSync(join(place.folder, "rules"))).toEqual(["real.segment"]);
});

test("all shipped rules are in canonical form", () => {
  const shipped = fileURLToPath(new URL("../../scenarios/rules/", import.meta.url));
  const names = readdirSync(shipped)
    .filter((name) => name.endsWith(".segment"))
    .filter((name) => name !== "article-evening-offer.segment"); // kept to the letter of the article
  const files = names.map((name) => join(shipped, name));
  expect(place.run(["fmt", "--check", "--quiet", ...files])).toEqual({ code: 0, out: "", err: "" });
});
