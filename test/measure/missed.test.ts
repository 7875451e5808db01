import { expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import { first, log, truly, visits, wants } from "./logs.ts";

const second = 1 / 3600;
const missedOf = (...logs: readonly ProfileLog[]) => first(logs).missed;

test("a perfect entry that the engine makes within the grace is not missed", () => {
  const truth = truly([18, 21], wants(17, 22));
  expect(missedOf(log(1, { transitions: visits([18 + 60 * second, 21]), truth }))).toEqual({
    perfectEntries: 1,
    averted: 0,
    stalenessFalseNegatives: 0,
  });
});

test("later it is: a staleness false negative if wanted, else averted", () => {
  const transitions = visits([18 + 61 * second, 21]);
  expect(
    missedOf(
      log(1, { transitions, truth: truly([18, 21], wants(17, 22)) }),
      log(2, { transitions, truth: truly([18, 21]) }),
    ),
  ).toEqual({ perfectEntries: 2, averted: 1, stalenessFalseNegatives: 1 });
});

test("an entry whose grace outlasts the run is not judged", () => {
  expect(missedOf(log(1, { truth: truly([24 - 30 * second]) }))).toMatchObject({
    perfectEntries: 0,
  });
});
