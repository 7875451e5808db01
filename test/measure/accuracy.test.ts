import { expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import { at, first, log, sent, truly, visits, wants } from "./logs.ts";

const transitions = visits([18, 21]);

/** One profile of each kind: E with F and T, F alone, T alone, neither. */
const four: readonly ProfileLog[] = [
  log(1, { transitions, truth: truly([18, 21], wants(12, 20)) }),
  log(2, { transitions, truth: truly([18, 21], wants(19, 20)) }),
  log(3, { transitions, truth: truly([], wants(18, 20)) }),
  log(4, { transitions, truth: truly([12, 18], wants(12, 18)) }),
];

function accuracyOf(logs: readonly ProfileLog[]) {
  const { accuracy } = first(logs);
  if (accuracy.status !== "estimated") throw new Error(accuracy.reason);
  return accuracy;
}

test("E with F and T, with F alone, with T alone, with neither: each has its name", () => {
  expect(accuracyOf(four).entries.total).toMatchObject({
    of: 4,
    truePositives: 1,
    intentFalsePositives: 1,
    luckyPositives: 1,
    stalenessFalsePositives: 1,
    precision: { count: 2, of: 4, rate: 0.5 },
    intentFalsePositiveShare: { count: 1 },
    stalenessFalsePositiveShare: { count: 1 },
  });
});

test("every entry is a point, but verdicts judge each profile once, at its first", () => {
  const accuracy = accuracyOf([
    log(1, { transitions: visits([1, 2, 18, 21]), truth: truly([18, 21], wants(18, 19)) }),
  ]);
  expect(accuracy.entries.total).toMatchObject({ of: 2, truePositives: 1 });
  expect(accuracy.firstEntries.total).toMatchObject({ of: 1, stalenessFalsePositives: 1 });
});

test("sends are judged at their own instant, sliced by the device of the stay", () => {
  const sends = [sent(20), sent(20, { ghost: true })];
  const accuracy = accuracyOf([
    log(1, {
      transitions: visits([18, 21], 0, "desktop"),
      sends,
      truth: truly([18, 21], wants(18, 20)),
    }),
  ]);
  expect(accuracy.entries.total.truePositives).toBe(1);
  expect(accuracy.sends.total).toMatchObject({ of: 1, intentFalsePositives: 1 });
  expect(accuracy.sends.devices[1]).toMatchObject({ name: "desktop", of: 1 });
});

test("without entries a rate is not estimable, never NaN", () => {
  expect(accuracyOf([log(1, { truth: truly([]) })]).entries.total.precision).toEqual({
    status: "not_estimable",
    reason: "no entries",
  });
});

test("without truth nothing about it is estimable", () => {
  const { accuracy, missed, recall, entryLatency } = first([log(1, { transitions })]);
  for (const each of [accuracy, missed, recall, entryLatency])
    expect(each).toMatchObject({ status: "not_estimable" });
});

test("the first five profiles of each outcome are kept as examples", () => {
  const logs = Array.from({ length: 7 }, (_, index) =>
    log(9 - index, { transitions, truth: truly([]) }),
  );
  const examples = first(logs).examples.staleness_false_positive;
  expect(examples.map((each) => each.id)).toEqual(["p-3", "p-4", "p-5", "p-6", "p-7"]);
  expect(examples[0]).toMatchObject({ at: at(18), zone: "Europe/Berlin", device: "mobile" });
});
