import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REJECTION_CODES, Rejections } from "../../../src/feed/read/rejection.ts";

const readme = readFileSync(new URL("../../../src/feed/read/README.md", import.meta.url), "utf8");
const recording = readFileSync(
  new URL("../../../src/feed/read/recording.ts", import.meta.url),
  "utf8",
);

test("every code is explained", () => {
  const problems = /readonly code:([^;]*);/.exec(recording)?.[1]?.match(/[A-Z_]{4,}/g) ?? [];
  expect(problems).toHaveLength(4);
  for (const code of [...REJECTION_CODES, ...problems]) expect(readme).toContain(`| ${code} |`);
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
