import { expect, test } from "vitest";
import { SCENARIO_ERRORS } from "../../src/scenario/error.ts";

test.each(Object.entries(SCENARIO_ERRORS))("%s has a paragraph", (code, paragraph) => {
  expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  expect(paragraph).toMatch(/^.{20,}\.$/s);
});
