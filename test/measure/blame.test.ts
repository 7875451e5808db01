import { expect, test } from "vitest";
import type { Blame, RepairedFault, StalenessKind } from "../../src/model/log.ts";
import { at, first, log, truly } from "./logs.ts";

function blamed(kind: StalenessKind, ...repairs: readonly RepairedFault[]): Blame {
  return { at: at(18), segment: 0, kind, repairs };
}

function blameOf(...blames: readonly Blame[]) {
  const { blame } = first(
    blames.map((each, index) =>
      log(index, { transitions: [], truth: { ...truly([1, 2]), blames: [each] } }),
    ),
  );
  if (blame.status !== "estimated") throw new Error(blame.reason);
  return blame;
}

const machines = { fault: "machines", feed: "email" } as const;
const batch = { fault: "batch", feed: "email" } as const;

test("each repair prevents its share, the one that prevents most harm first", () => {
  const blame = blameOf(
    blamed("staleness_false_positive", batch),
    blamed("staleness_false_positive", batch, machines),
    blamed("staleness_false_negative", batch),
    blamed("lucky_positive", machines),
    blamed("lucky_positive", machines),
  );
  expect(blame.errors).toMatchObject({
    staleness_false_positive: 2,
    staleness_false_negative: 1,
    lucky_positive: 2,
    stale_send: 0,
  });
  expect(blame.repairs.map(({ fault, feed }) => [fault, feed])).toEqual([
    ["batch", "email"],
    ["machines", "email"],
  ]);
  expect(blame.repairs[0]?.prevented.staleness_false_positive).toMatchObject({ count: 2, of: 2 });
  expect(blame.repairs[1]?.prevented.staleness_false_positive).toMatchObject({ count: 1, of: 2 });
  expect(blame.repairs[1]?.prevented.lucky_positive).toMatchObject({ rate: 1 });
});

test("what no repair prevents alone is an interaction", () => {
  const blame = blameOf(
    blamed("staleness_false_positive"),
    blamed("staleness_false_positive", { fault: "latency" }),
  );
  expect(blame.interaction.staleness_false_positive).toMatchObject({ count: 1, of: 2 });
  expect(blame.repairs).toMatchObject([{ fault: "latency", feed: undefined }]);
});

test("of errors that there are none of there is no share", () => {
  expect(blameOf(blamed("lucky_send")).interaction.averted).toEqual({
    status: "not_estimable",
    reason: "no entries averted by a fault",
  });
});
