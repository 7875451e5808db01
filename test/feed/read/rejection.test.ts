import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INPUT_HELP, MAPPING_HELP, REJECTION_HELP } from "../../../src/feed/read/codes.ts";
import { Rejections } from "../../../src/feed/read/rejection.ts";

const readme = readFileSync(new URL("../../../src/feed/read/README.md", import.meta.url), "utf8");
test("the README says of every code what the help says", () => {
  for (const table of [REJECTION_HELP, INPUT_HELP, MAPPING_HELP])
    for (const [code, meaning] of Object.entries(table))
      expect(readme).toContain(`| ${code} | ${meaning} |`);
  expect(readme.match(/^\| [A-Z_]+[A-Z0-9_]* \|/gm)).toHaveLength(
    [REJECTION_HELP, INPUT_HELP, MAPPING_HELP].flatMap(Object.keys).length,
  );
});

test("rejections are counted by code, in the order of the alphabet, beyond those that are listed", () => {
  const rejections = new Rejections(1);
  const place = { path: "e", line: 1, message: "" };
  for (const code of ["WRONG_TYPE", "CUT_LINE", "WRONG_TYPE"] as const)
    rejections.add({ ...place, code });
  expect(rejections.count).toBe(3);
  expect(rejections.listed).toHaveLength(1);
  expect(JSON.stringify(rejections.byCode)).toBe('{"CUT_LINE":1,"WRONG_TYPE":2}');
});
