import { expect, test } from "vitest";
import { DAY, decided, first, log, sent, visits } from "./logs.ts";

test("entries, exits and what policy made of them, in the stretch only", () => {
  const { flow } = first([
    log(1, {
      transitions: visits([-2, 1, 18, 21, 22]),
      decisions: [decided(-2, "fired"), decided(18, "cool_off"), decided(22, "fired")],
      sends: [sent(22)],
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

test("candidates are told apart by cause and reason, and by the segment that fired instead", () => {
  const setup = { ...DAY, segments: ["evening_offer", "win_back"], intents: ["buy", "buy"] };
  const { flow } = first(
    [
      log(1, {
        decisions: [
          decided(1, "priority", { by: 1 }),
          decided(2, "fired", { cause: "gate_opened" }),
          decided(3, "holdout", { cause: "gate_opened" }),
          decided(4, "unless", { cause: "followed_up", followUp: 0 }),
          decided(25, "priority", { by: 1 }),
        ],
        sends: [sent(2), sent(3, { ghost: true }), sent(26)],
      }),
      log(2, { decisions: [decided(1, "priority", { by: 1 })] }),
    ],
    setup,
  );
  expect(flow).toMatchObject({ candidates: 5, fires: 1, sends: 1, ghosts: 1 });
  expect(flow.causes.map(({ cause, candidates, fires }) => [cause, candidates, fires])).toEqual([
    ["entered", 2, 0],
    ["gate_opened", 2, 1],
    ["followed_up", 1, 0],
  ]);
  expect(flow.causes[1]?.suppressed).toMatchObject({ holdout: 1, priority: 0 });
  expect(flow.yieldedTo).toEqual([{ segment: "win_back", candidates: 2 }]);
});
