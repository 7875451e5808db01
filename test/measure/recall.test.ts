import { expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import { decided, first, log, truly, visits, wants } from "./logs.ts";

function recallOf(...logs: readonly ProfileLog[]) {
  const { recall } = first(logs);
  if (recall.status !== "estimated") throw new Error(recall.reason);
  return recall;
}

test("a mission is matched if the engine held it while it was wanted, within four hours", () => {
  const recall = recallOf(
    log(1, { transitions: visits([18, 21]), truth: truly([18, 21], wants(14.5, 19)) }),
    log(2, { transitions: visits([18, 21]), truth: truly([18, 21], wants(14, 19)) }),
    log(3, { transitions: visits([18, 21]), truth: truly([18, 21], wants(14.5, 18)) }),
  );
  expect(recall.total).toMatchObject({
    missions: 3,
    matched: 1,
    recall: { count: 1, of: 3 },
    ruleFalseNegatives: 2,
    stalenessFalseNegatives: 0,
  });
});

test("what perfect data shows and the engine does not is staleness", () => {
  const recall = recallOf(log(1, { truth: truly([18, 21], wants(17, 20)) }));
  expect(recall.total).toMatchObject({ stalenessFalseNegatives: 1, ruleFalseNegatives: 0 });
});

test("the spans of a mission are one target; kinds are told apart, in order", () => {
  const recall = recallOf(
    log(1, {
      transitions: visits([11, 12]),
      truth: truly([], wants(8, 9), wants(11, 12), wants(1, 2, 2, "browser")),
    }),
  );
  expect(recall.kinds.map(({ kind, missions, matched }) => [kind, missions, matched])).toEqual([
    ["browser", 1, 0],
    ["researcher", 1, 1],
  ]);
});

test("a mission that is open when the stretch begins counts from there", () => {
  const recall = recallOf(
    log(1, { transitions: visits([3, 5]), truth: truly([], wants(-40, 10)) }),
    log(2, { transitions: visits([3, 5]), truth: truly([], wants(-40, 0)) }),
  );
  expect(recall.total).toMatchObject({ missions: 1, matched: 1 });
});

test("a mission whose four hours outlast the run is left out and counted", () => {
  const recall = recallOf(log(1, { truth: truly([], wants(20.5, 23)) }));
  expect(recall.total).toMatchObject({ missions: 0, unfinished: 1 });
  expect(recall.total.recall).toMatchObject({ status: "not_estimable" });
});

test("matched without a send is policy's doing, no error of the rule", () => {
  const given = { transitions: visits([18, 21]), truth: truly([18, 21], wants(17, 20)) };
  const recall = recallOf(
    log(1, { ...given, decisions: [decided(18, "cool_off")] }),
    log(2, { ...given, decisions: [decided(18, "fired")] }),
    log(3, given),
    log(4, { ...given, decisions: [decided(18, "unless", { followUp: 0 })] }),
    log(5, { ...given, decisions: [decided(18, "holdout")] }),
  );
  expect(recall.total).toMatchObject({
    matched: 5,
    policySuppressed: 2,
    sent: 1,
    recall: { count: 5, of: 5 },
    sendRecall: { count: 1, of: 5 },
  });
});

test("a mission whose four hours end with the run is judged", () => {
  const recall = recallOf(log(1, { truth: truly([], wants(20, 23)) }));
  expect(recall.total).toMatchObject({ missions: 1, unfinished: 0 });
});
