import { expect, test } from "vitest";
import { first, log, sent, truly, visits, wants } from "./logs.ts";

const transitions = visits([18, 21]);
const sends = [sent(18)];

/** One profile for each case that is counted, by E, F and T. */
const seven = [
  log(1, { transitions, sends, truth: truly([18, 21], wants(17, 20)) }),
  log(2, { transitions, sends, truth: truly([18, 21]) }),
  log(3, { transitions, truth: truly([]) }),
  log(4, { transitions, truth: truly([], wants(17, 20)) }),
  log(5, { truth: truly([18, 21], wants(17, 20)) }),
  log(6, { truth: truly([], wants(17, 20)) }),
  log(7, { truth: truly([18, 21]) }),
];

test("the eight cases, each under its name and of what it is a share of", () => {
  const { eightCases } = first(seven);
  if ("status" in eightCases) throw new Error(eightCases.reason);
  const rows = eightCases.map(({ name, engine, perfect, wanted, entries, sends: said }) => [
    name,
    [engine, perfect, wanted].map(Number).join(""),
    ...[entries, said].map((rate) =>
      rate.status === "estimated" ? `${rate.count} of ${rate.of}` : "–",
    ),
  ]);
  expect(rows).toEqual([
    ["true_positive", "111", "1 of 4", "1 of 2"],
    ["intent_false_positive", "110", "1 of 4", "1 of 2"],
    ["staleness_false_positive", "100", "1 of 4", "0 of 2"],
    ["lucky_positive", "101", "1 of 4", "0 of 2"],
    ["staleness_false_negative", "011", "1 of 4", "1 of 4"],
    ["rule_false_negative", "001", "1 of 4", "1 of 4"],
    ["averted", "010", "1 of 4", "1 of 4"],
    ["true_negative", "000", "–", "–"],
  ]);
});

test("without truth there are no cases", () => {
  expect(first([log(1, { transitions })]).eightCases).toMatchObject({ status: "not_estimable" });
});
