import { expect, test } from "vitest";
import { unwantedOf } from "../../src/report/case-words.ts";
import type { FoundDecision } from "../../src/scenario/case-answer.ts";
import type { CaseWish } from "../../src/scenario/case-wish.ts";

const explanation = { text: "", holds: true, events: [], conditions: [] };

/** What is said of a wish that was not met. */
function said(wanted: CaseWish, decision?: FoundDecision): readonly string[] {
  return unwantedOf({
    segment: "offer",
    wanted,
    found: "in",
    decision,
    verdict: "fail",
    explanation,
  });
}

test("what a case found and did not want is said, all of it", () => {
  expect(said({ is: "out" })).toEqual(["in of offer, wanted out"]);
  expect(said({ is: "in", because: "opens" })).toEqual(["in of offer, but not because of opens"]);
  expect(said({ decision: "fired" }, { outcome: "none" })).toEqual([
    "offer: no candidate, wanted fired",
  ]);
  expect(
    said({ is: "out", decision: "none" }, { outcome: "cool_off", cause: "re_entered" }),
  ).toEqual(["in of offer, wanted out", "offer: cool-off (entered again), wanted no candidate"]);
  expect(
    said(
      { is: "in", decision: "priority", by: "win_back" },
      { outcome: "priority", cause: "entered", by: "rival" },
    ),
  ).toEqual(["offer: priority for rival (entered), wanted priority for win_back"]);
});
