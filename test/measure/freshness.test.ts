import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyFreshness, foldFreshness, freshnessOf } from "../../src/measure/freshness.ts";
import { type ProfileLog, SYNCS } from "../../src/model/log.ts";
import { FEEDS } from "../../src/model/event.ts";
import { DAY, first, log, truly, visits } from "./logs.ts";

/** Each of the logs thirty times: fewer members tell nothing. */
function freshness(logs: readonly ProfileLog[]) {
  const { freshness: found } = first(Array.from({ length: 30 }, () => logs).flat());
  if (found.status !== "estimated") throw new Error(found.reason);
  return found;
}

test("wrong is the time in only one of the two, against the time on perfect data, in the stretch", () => {
  const logs = [
    log(1, { transitions: visits([-2, 3]), truth: truly([0, 4]) }), // 1h of 4h
    log(2, { transitions: visits([18, 20]), truth: truly([]) }), // 2h of nothing
    log(3, { transitions: visits([22]), truth: truly([20]) }), // 2h of 4h
  ];
  expect(freshness(logs).asItIs).toMatchObject({ ratio: 5 / 8, units: 90 });
});

test("a sync of a feed is judged over the sample alone", () => {
  const synced = FEEDS.flatMap((feed) =>
    SYNCS.map((sync) => ({
      feed,
      sync,
      transitions: feed === "email" && sync === "8h" ? visits([18, 19]) : visits([18, 21]),
    })),
  );
  const whole = { transitions: visits([18, 21]), truth: truly([18, 21]) };
  const found = freshness([
    log(1, { ...whole, truth: { ...whole.truth, synced } }),
    log(2, { ...whole, truth: { ...whole.truth, synced } }),
    log(3, whole),
  ]);
  expect(found.sampled).toBe(60);
  expect(found.asItIs).toMatchObject({ ratio: 0, units: 90 });
  const wrong = found.syncs.filter(({ error }) => error.status === "estimated" && error.ratio > 0);
  expect(wrong).toMatchObject([{ feed: "email", sync: "8h", error: { ratio: 2 / 3, units: 60 } }]);
});

test("the time wrong is what counting minute by minute gives", () => {
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 8 });
  fc.assert(
    fc.property(hours, hours, (some, others) => {
      const [stays, perfect] = [some, others].map((each) => each.toSorted((a, b) => a - b));
      const totals = emptyFreshness();
      const known = log(1, { transitions: visits(stays!), truth: truly(perfect!) });
      const always = log(2, { truth: truly([0, 24]), transitions: visits([0, 24]) });
      for (let profile = 0; profile < 30; profile++) {
        foldFreshness(totals, DAY, known);
        foldFreshness(totals, DAY, always);
      }
      const isIn = (turns: readonly number[], hour: number): boolean =>
        turns.filter((turn) => turn <= hour).length % 2 === 1;
      const all = Array.from({ length: 24 }, (_, hour) => hour);
      const wrong = all.filter((hour) => isIn(stays!, hour) !== isIn(perfect!, hour)).length;
      const right = all.filter((hour) => isIn(perfect!, hour)).length + 24;
      expect(freshnessOf(totals, 0).asItIs).toMatchObject({ ratio: wrong / right });
    }),
  );
});

test("of fewer than thirty members nothing is said", () => {
  const { freshness: found } = first([
    log(1, { transitions: visits([1, 2]), truth: truly([1, 2]) }),
  ]);
  expect(found).toMatchObject({
    asItIs: { status: "not_estimable", reason: "fewer than 30 profiles that were members" },
  });
});
