import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { MEANINGS } from "../../src/cli/help.ts";
import { Workplace } from "./program.ts";

const place = new Workplace();
const root = fileURLToPath(new URL("../../", import.meta.url));

test("a code is explained wherever it can be earned, a rule's with an example", () => {
  const { code, out, err } = place.run(["help", "UNKNOWN_UNIT"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^ UNKNOWN_UNIT\n\n in a rule\n {3}\S/);
  expect(out).toContain("\n   for example\n     segment a\n");
  expect(out).toContain("\n in a scenario\n");
  expect(place.run(["help", "missing_file"]).out).toContain("on the command line");
});

test("as a document too", () => {
  const { code, meanings } = JSON.parse(place.run(["help", "NOT_GZIP", "--json"]).out);
  expect(code).toBe("NOT_GZIP");
  expect(meanings).toEqual([{ where: "on the command line", meaning: expect.any(String) }]);
});

test("a command's name gives its help; an unknown topic the nearest there is, and 2", () => {
  expect(place.run(["help", "run"]).out).toContain("Usage: rehearsal run");
  expect(place.run(["help"])).toMatchObject({ code: 0, err: "" });
  const near = place.run(["help", "UNKNOWN_UNTI"]);
  expect(near).toMatchObject({ code: 2, out: "" });
  expect(near.err).toContain("did you mean UNKNOWN_UNIT?");
  expect(place.run(["help", "chek"]).err).toContain("did you mean check?");
});

test("no code that the source names lacks a meaning", () => {
  const named = globSync("src/{cli,feed,rule,scenario}/**/*.ts", { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(root + file, "utf8").matchAll(
        /\b(?:code: |code = |mistake\(\s*)"([A-Z0-9_]+)"/g,
      ),
    ].map(([, code = ""]) => code),
  );
  expect(named.length).toBeGreaterThan(40);
  expect([...new Set(named)].filter((code) => !MEANINGS.has(code))).toEqual([]);
});

test("every refusal names the command that says more", () => {
  place.write({ "x.segment": "segment x when cart_views >= 1 in last 48m" });
  expect(place.run(["run", "nowhere.yaml"]).err).toMatch(
    /\n1 error\. Nothing was judged\. "rehearsal help MISSING_FILE" says more\.\n$/,
  );
  expect(place.run(["check", "x.segment"]).out).toMatch(
    /"rehearsal help UNKNOWN_UNIT" says more\.\n$/,
  );
});
