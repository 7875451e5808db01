import { expect, test } from "vitest";
import type { Race } from "../../src/model/log.ts";
import { at, first, log, sent, truly, visits } from "./logs.ts";

const race = (hour: number): Race => ({
  segment: 0,
  at: at(hour),
  orderedAt: at(hour - 1),
  deliveredAt: at(hour + 1),
});

test("races of the stretch are a share of the sends that were no ghosts", () => {
  const found = first([
    log(1, {
      transitions: visits([18, 21]),
      sends: [sent(18), sent(20), sent(20, { ghost: true }), sent(30)],
      truth: { ...truly([18, 21]), races: [race(20), race(30)] },
    }),
  ]);
  expect(found.race).toMatchObject({ count: 1, of: 2 });
});

test("where nothing is sent, nothing races", () => {
  expect(first([log(1, { truth: truly([18, 21]) })]).race).toEqual({
    status: "not_estimable",
    reason: "no sends",
  });
});
