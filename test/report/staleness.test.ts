import { expect, test } from "vitest";
import { blameSection, blameSentence, repairWords } from "../../src/report/blame.ts";
import { casesTable } from "../../src/report/breakdown.ts";
import { freshnessSection, wrongTimeSentence } from "../../src/report/freshness.ts";
import { FAULTS } from "../../src/feed/repair.ts";
import { FEEDS } from "../../src/model/event.ts";
import { type Blame, type ProfileLog, SYNCS } from "../../src/model/log.ts";
import { at, first, log, truly, visits } from "../measure/logs.ts";

const email = { fault: "batch", feed: "email" } as const;

/** Somebody who is wrongly in from 18:00 to 19:00, and what is to blame. */
function stale(index: number, repairs: Blame["repairs"]): ProfileLog {
  const blame: Blame = { at: at(18), segment: 0, kind: "staleness_false_positive", repairs };
  const transitions = visits([18, 19]);
  return log(index, { transitions, truth: { ...truly([20, 24]), blames: [blame] } });
}

function found(logs: readonly ProfileLog[]) {
  const { blame, freshness, race } = first(logs);
  if (blame.status !== "estimated" || freshness.status !== "estimated") throw new Error("no truth");
  return { blame, freshness, race };
}

test("what errors are to blame on, worst first; a repair of all feeds that one alone is as good as is left out", () => {
  const both = [{ fault: "batch" }, email];
  const { blame, race } = found([stale(1, both), stale(2, both), stale(3, [])]);
  const rows = blameSection(blame, race)
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, 3)
        .map((cell) => cell.trim()),
    );
  expect(rows).toEqual([
    ["would vanish", "staleness FP"],
    ["-".repeat(40), `${"-".repeat(11)}:`],
    ["all", "3"],
    ["if email arrives by webhook", "2 (66.7 %)"],
    ["only if several things are right at once", "1 (33.3 %)"],
  ]);
  expect(blameSentence(blame)).toBe("3 wrongly in, 66.7 % not if email arrives by webhook");
});

test("without an error it says so in the report, and nothing in the summary", () => {
  const { blame, race, freshness } = found([
    log(1, { transitions: visits([1, 2]), truth: truly([1, 2]) }),
    log(2, { truth: truly([]) }),
  ]);
  expect(blameSection(blame, race)).toContain("never differed");
  expect(blameSentence(blame)).toBeUndefined();
  expect(wrongTimeSentence(freshness)).toBeUndefined();
});

test("errors that take several repairs say that", () => {
  expect(blameSentence(found([stale(1, [])]).blame)).toBe(
    "1 wrongly in, for several reasons at once",
  );
});

test("every fault that can be repaired has words of its own", () => {
  for (const fault of FAULTS) {
    expect(repairWords({ fault })).not.toMatch(/repaired|FEED/);
    expect(repairWords({ fault, feed: "email" })).toMatch(/^if /);
  }
});

test("the table of syncs has a row for each feed that matters and names the others", () => {
  const synced = FEEDS.flatMap((feed) =>
    SYNCS.map((sync) => {
      const isLate = feed === "email" && sync === "nightly";
      return { feed, sync, transitions: visits(isLate ? [22, 24] : [20, 24]) };
    }),
  );
  const logs = Array.from({ length: 30 }, (_, index) => {
    return log(index, {
      transitions: visits([20, 24]),
      truth: { ...truly([20, 24]), synced },
    });
  });
  const text = freshnessSection(found(logs).freshness);
  expect(text).toContain("0 % [0 %, 0 %] as the feeds are");
  expect(text).toContain("30 profiles were observed again");
  expect(text.match(/^\| email .*/m)?.[0]).toMatch(
    /\| 0 % \[0 %, 0 %\] \| 50 % \[50 %, 50 %\] \|$/,
  );
  expect(text).toContain("The same under every sync: session-log, crm, history.");
});

test("the eight cases stand in a table, the rightly out without a number", () => {
  const { eightCases } = first([stale(1, [])]);
  if ("status" in eightCases) throw new Error(eightCases.reason);
  const text = casesTable(eightCases);
  expect(text.match(/^\| /gm)).toHaveLength(10);
  expect(text.match(/^\| staleness false positive .*/m)?.[0]).toContain("1: 1.00 [0.21, 1.00]");
  expect(text.match(/^\| true negative .*/m)?.[0]).toContain("–");
});
