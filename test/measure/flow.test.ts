import { expect, test } from "vitest";
import { at, decided, first, log, visits } from "./logs.ts";

test("entries, exits and what policy made of them, in the stretch only", () => {
  const { flow } = first([
    log(1, {
      transitions: visits([-2, 1, 18, 21, 22]),
      decisions: [decided(-2, "fired"), decided(18, "cool_off"), decided(22, "fired")],
      sends: [{ at: at(22), segment: 0, subject: "Offer", payload: {} }],
    }),
    log(2, { transitions: visits([18], 0, "desktop"), decisions: [decided(18, "consent")] }),
  ]);
  expect(flow.entries.total.entries).toBe(3);
  expect(flow.entries.devices).toEqual([
    { name: "mobile", entries: 2 },
    { name: "desktop", entries: 1 },
  ]);
  expect(flow).toMatchObject({
    exits: 2,
    candidates: 3,
    fires: 1,
    sends: 1,
    suppressed: { cool_off: 1, consent: 1 },
  });
});

test("the stretch holds its start and not its end", () => {
  const { flow } = first([
    log(1, {
      transitions: visits([0, 24]),
      decisions: [decided(0, "fired"), decided(24, "fired")],
    }),
  ]);
  expect(flow).toMatchObject({ exits: 0, candidates: 1, entries: { total: { entries: 1 } } });
});
