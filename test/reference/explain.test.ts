import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Explanation, Margin } from "../../src/model/explanation.ts";
import { explain } from "../../src/reference/explain.ts";
import { holds } from "../../src/reference/holds.ts";
import { turningInstants } from "../../src/reference/transitions.ts";
import type { Condition } from "../../src/rule/ast.ts";
import { days, duration, formatDuration, hours } from "../../src/time/duration.ts";
import { instant } from "../../src/time/instant.ts";
import { after, before } from "../../src/time/window.ts";
import { readCases } from "../cases/read.ts";
import { condition } from "../engine/arbitraries/condition.ts";
import { leaf } from "../engine/arbitraries/leaf.ts";
import { arrivedAtOnce, asked } from "./asked.ts";

const DAY_OF_ADA = `# A day.
start 2026-03-02T00:00 Europe/Berlin
words attribute trial_ends instant
profile ada Europe/Berlin mobile {"plan": "gold", "trial_ends": "2026-03-05T00:00Z"}
  +1h       Order Completed {"revenue": 60.5}
  +2h       Order Completed {"revenue": 30}
  +10h      Product Added
  +10h20min Page Viewed {"scroll": 40, "referrer": "https://www.google.com/"}
  +10h30min Product Viewed {"scroll": 30} | device tablet
  +10h30min Profile Updated {"propensity": 0.9}
`;

/** What is told of a condition at twenty to eleven. */
function told(condition: string): Explanation {
  const text = `${DAY_OF_ADA}at +10h40min  ${condition}   in`;
  const [block] = readCases("day.case", text);
  const [question] = block!.questions;
  return explain(question!.condition, block!.history, question!.at);
}

// The condition, whether it holds, what was found, what was asked, and the margin.
const TOLD = `
orders >= 3 in last 48h                            | out | 2                    | >= 3                 | -1 events
orders > 1 in last 48h                             | in  | 2                    | > 1                  | 0 events
sum of revenue over orders >= 100 today            | out | 90.5                 | >= 100               | -9.5 number
average of revenue over orders < 50 ever           | in  | 45.25                | < 50                 | 4.75 number
minimum of price over orders > 1 ever              | out | nothing              | > 1                  |
distinct product_id over product_views >= 2 ever   | out | 0                    | >= 2                 | -2 number
last orders within 24h                             | in  | 8h40min ago          | within 24h           | 15h20min left
last orders within 8h                              | out | 8h40min ago          | within 8h            | 40min1ms missing
last orders more than 8h ago                       | in  | 8h40min ago          | more than 8h ago     | 40min to spare
first orders more than 24h ago                     | out | 9h40min ago          | more than 24h ago    | in 14h20min
last refunds within 24h                            | out | nothing              | within 24h           |
adds then product_views within 1h in last 24h      | in  | 30min apart          | within 1h            | 23h50min left
adds then product_views within 1h ever             | in  | 30min apart          | within 1h            | 29min59s999ms to spare
adds then product_views within 20min in last 24h   | out | 30min apart          | within 20min         | 10min1ms missing
adds then product_views within 1h in last 5min     | out | 30min apart          | within 1h            | 5min1ms missing
adds then orders within 1h in last 24h             | out | nothing              | within 1h            | -1 events
adds then no orders within 1h in last 24h          | out | none in 40min        | none within 1h       | in 20min
adds then no orders within 30min in last 24h       | in  | none in 40min        | none within 30min    | 23h20min left
adds then no product_views within 1h in last 24h   | out | 30min apart          | none within 1h       | -1 events
device = mobile                                    | out | tablet               | = mobile             |
device = tablet for 30min                          | out | tablet for 10min     | = tablet for 30min   | in 20min
device = tablet for 5min                           | in  | tablet for 10min     | = tablet for 5min    | 5min to spare
device = mobile for 30min                          | out | tablet               | = mobile for 30min   |
plan = "gold" for 7d                               | in  | gold                 | = gold for 7d        |
location.country is missing                        | in  | nothing              | is missing           |
propensity > 0.85                                  | in  | 0.9                  | > 0.85               | 0.05 number
propensity fresher than 5min                       | out | 10min ago            | within 5min          | 5min1ms missing
propensity fresher than 24h                        | in  | 10min ago            | within 24h           | 23h50min left
trial_ends within next 3d                          | in  | 2026-03-05T00:00Z    | within next 72h      | 62h20min left
trial_ends more than 3d ahead                      | out | 2026-03-05T00:00Z    | more than 72h ahead  | 9h40min1ms missing
created_at within last 30d                         | out | nothing              | within last 30d      |
consent given                                      | out | unknown              | given                |
session depth >= 3                                 | out | 2                    | >= 3                 | -1 events
session duration >= 1h                             | out | 30min                | >= 1h                | 30min missing
time on page >= 15min                              | out | 10min                | >= 15min             | in 5min
time on page >= 5min                               | in  | 10min                | >= 5min              | 20min left
time on page >= 1h                                 | out | 10min                | >= 1h                | 50min missing
scroll depth >= 50                                 | out | 30                   | >= 50                | -20 number
session clicks = 0                                 | in  | 0                    | = 0                  | 0 events
session referrer contains "google"                 | in  | https://www.google.com/ | contains "google" |
in session                                         | in  | 10min ago            | within 30min         | 20min left
session ended                                      | out | 10min ago            | none within 30min    | in 20min
in segment looking                                 | out | nothing              | member               |
entered segment looking in last 24h                | out | nothing              | within 24h           |
local time 18:00..21:00                            | out | 10:40 Europe/Berlin  | 18:00..21:00         | in 7h20min
local day in (saturday, sunday)                    | out | monday Europe/Berlin | saturday, sunday     | in 109h20min
time <= "21:00"                                    | in  | 10:40 Europe/Berlin  | <= 21:00             | 10h20min1ms left
`;

function wordOf({ amount, unit }: Margin, holds: boolean): string {
  if (unit === "events" || unit === "number") return `${Number(amount.toFixed(6))} ${unit}`;
  const length = formatDuration(duration(Math.abs(amount)));
  if (unit === "ms") return holds ? `${length} left` : `in ${length}`;
  return holds ? `${length} to spare` : `${length} missing`;
}

describe("what is told of each condition", () => {
  const rows = TOLD.trim()
    .split("\n")
    .map((row) => row.split("|").map((cell) => cell.trim()));

  test.each(rows)("%s", (condition, ...expected) => {
    const { holds: is, found, asked: wanted, margin } = told(condition!);
    const word = margin === undefined ? "" : wordOf(margin, is);
    const cells = [
      is ? "in" : "out",
      found === undefined ? "nothing" : `${found as string | number}`,
      wanted,
      word,
    ];
    expect(cells).toEqual(expected);
  });

  test("the events that decided stand newest first", () => {
    const names = (question: string): readonly unknown[] =>
      told(question).events.map(({ name, at }) => [name, new Date(at).toISOString().slice(11, 16)]);
    expect(names("orders >= 3 in last 48h")).toEqual([
      ["Order Completed", "01:00"],
      ["Order Completed", "00:00"],
    ]);
    expect(names("orders >= 1 in last 1h")).toEqual([["Order Completed", "01:00"]]);
    expect(names("adds then product_views within 1h in last 24h")).toEqual([
      ["Product Viewed", "09:30"],
      ["Product Added", "09:00"],
    ]);
    expect(names("device = tablet for 30min")).toEqual([["Product Viewed", "09:30"]]);
  });

  test("of another segment it is told since when, or until when", () => {
    const at = instant(Date.UTC(2026, 2, 2, 12));
    const changes = new Map([["looking", [{ at: before(at, hours(1)), entered: true }]]]);
    const history = { profile: { id: "ada" }, defaultZone: "UTC", events: [] };
    const span = { start: 0, end: 0 };
    const asking = { kind: "in_segment", span, segment: "looking", for: days(1) } as const;
    const why = explain(asking, history, at, { changes });
    expect([why.holds, why.found, why.asked, why.margin]).toEqual([
      false,
      "member since 2026-03-02T11:00:00.000Z",
      "member for 24h",
      { amount: 0 - hours(23), unit: "ms" },
    ]);
    expect(explain(asking, history, at).found).toBe(undefined);
  });
});

/** Lengths that can be written are whole milliseconds. */
function isWritable(rule: Condition): boolean {
  return !JSON.stringify(rule).includes("600000.5");
}

function leavesOf(explanation: Explanation): readonly Explanation[] {
  if (explanation.conditions.length === 0) return [explanation];
  return explanation.conditions.flatMap(leavesOf);
}

test("every part says what is true of it, and a margin has the sign of that", () => {
  fc.assert(
    fc.property(condition.filter(isWritable), asked, (rule, { history, at }) => {
      const explanation = explain(rule, history, at);
      expect(explanation.holds).toBe(holds(rule, history, at));
      for (const { holds: is, margin } of leavesOf(explanation)) {
        const amount = margin?.amount ?? 0;
        expect(is ? amount >= 0 : amount <= 0).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("a wait is exact: nothing turns before it is over, and the condition turns then; what is merely missing does not come by waiting", () => {
  fc.assert(
    fc.property(leaf.filter(isWritable), asked, (rule, { history, at }) => {
      const quiet = arrivedAtOnce(history, at);
      const { holds: is, margin } = explain(rule, quiet, at);
      const stretch = { from: at, to: after(at, days(9)) };
      const turn = turningInstants(rule, quiet, stretch).find(
        (each) => holds(rule, quiet, each) !== is,
      );
      if (margin?.unit === "ms") expect(turn).toBe(at + Math.abs(margin.amount));
      // A session forgets what is a day old, which shortens it; nothing else that waiting does can.
      const recent = quiet.events
        .filter((event) => event.at > at - days(1))
        .map((event) => event.at);
      const forgets = rule.kind === "session" ? Math.min(...recent) + days(1) : Infinity;
      if (margin?.unit === "length" && !is)
        expect(turn ?? Infinity).toBeGreaterThanOrEqual(forgets);
    }),
    { numRuns: 2000 },
  );
});
