import { expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import { first, log, truly, visits } from "./logs.ts";

const second = 1 / 3600;
const latenciesOf = (...logs: readonly ProfileLog[]) => {
  const { entryLatency, exitLatency } = first(logs);
  return { entry: entryLatency, exit: exitLatency };
};

test("an entry is as late as the engine's first membership after the perfect one began", () => {
  const truth = truly([18, 21]);
  const { entry, exit } = latenciesOf(
    log(1, { transitions: visits([18 + 0.4 * second, 21]), truth }),
    log(2, { transitions: visits([18 + 2 * second, 21 + 3 * second]), truth }),
    log(3, { transitions: visits([17, 22]), truth }),
  );
  expect(entry).toEqual({ status: "estimated", of: 3, p50: 400, p95: 2000, max: 2000 });
  expect(exit).toEqual({ status: "estimated", of: 3, p50: 3000, p95: 3_600_000, max: 3_600_000 });
});

test("a membership after the perfect one and its grace was not caused by it", () => {
  const truth = truly([18, 18.001]);
  expect(latenciesOf(log(1, { transitions: visits([18 + 61 * second]), truth })).entry).toEqual({
    status: "not_estimable",
    reason: "no entry that perfect data caused",
  });
});

test("an exit that never came has no latency", () => {
  const transitions = visits([18]);
  expect(latenciesOf(log(1, { transitions, truth: truly([18, 21]) })).exit.status).toBe(
    "not_estimable",
  );
});

test("a membership that ends at the very instant is not the one that was caused", () => {
  const transitions = visits([17, 18, 18 + 5 * second, 21]);
  expect(latenciesOf(log(1, { transitions, truth: truly([18, 21]) })).entry).toMatchObject({
    of: 1,
    max: 5000,
  });
});
