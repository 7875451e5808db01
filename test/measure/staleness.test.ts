import { expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import { isPrevented, stalenessErrorsOf } from "../../src/measure/staleness.ts";
import { staysOf } from "../../src/measure/subject.ts";
import { DAY, at, first, log, sent, truly, visits, wants } from "./logs.ts";

const kindsOf = (profile: ProfileLog) =>
  stalenessErrorsOf(profile, DAY).map((error) => [error.kind, (error.at - DAY.start) / 3_600_000]);

test("entries and sends that perfect data does not bear out, by whether they were wanted", () => {
  const transitions = visits([18, 19, 20, 21]);
  const sends = [sent(18), sent(20), sent(20.5, { ghost: true })];
  const truth = truly([12, 13], wants(19.5, 21));
  const found = kindsOf(log(1, { transitions, sends, truth }));
  expect(found).toEqual([
    ["staleness_false_positive", 18],
    ["lucky_positive", 20],
    ["stale_send", 18],
    ["lucky_send", 20],
    ["averted", 12],
  ]);
});

test("entries that were missed, by whether they were wanted; outside of the stretch nothing is", () => {
  const truth = truly([-2, -1, 5, 6, 8, 9], wants(7, 10));
  expect(kindsOf(log(1, { truth }))).toEqual([
    ["averted", 5],
    ["staleness_false_negative", 8],
  ]);
});

test("as many as accuracy and the misses count", () => {
  const logs = Array.from({ length: 40 }, (_, index) => {
    const from = (index * 7) % 20;
    const perfect = (index * 11) % 22;
    return log(index, {
      transitions: visits([from, from + 2]),
      truth: truly([perfect, perfect + 1], wants(index % 15, 15)),
    });
  });
  const errors = logs.flatMap((each) => kindsOf(each));
  const number = (kind: string) => errors.filter(([each]) => each === kind).length;
  const { accuracy, missed } = first(logs);
  if (accuracy.status !== "estimated" || "status" in missed) throw new Error("no truth");
  const { total } = accuracy.entries;
  expect(total.stalenessFalsePositives).toBeGreaterThan(0);
  expect(number("staleness_false_positive")).toBe(total.stalenessFalsePositives);
  expect(number("lucky_positive")).toBe(total.luckyPositives);
  expect(number("staleness_false_negative")).toBe(missed.stalenessFalseNegatives);
  expect(number("averted")).toBe(missed.averted);
});

test("who is out is not wrongly in; who is in within a minute has not missed", () => {
  const stays = staysOf(visits([18 + 1 / 60, 19]), 0);
  const error = { at: at(18), segment: 0 };
  expect(isPrevented({ ...error, kind: "staleness_false_positive" }, stays, DAY)).toBe(true);
  expect(isPrevented({ ...error, kind: "averted" }, stays, DAY)).toBe(true);
  const late = { ...error, at: at(18.5) };
  expect(isPrevented({ ...late, kind: "stale_send" }, stays, DAY)).toBe(false);
  expect(isPrevented({ ...error, at: at(17.9), kind: "averted" }, stays, DAY)).toBe(false);
});
