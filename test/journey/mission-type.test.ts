import { expect, test } from "vitest";
import { type Turn, isEnd, turnAt } from "../../src/journey/mission-type.ts";
import { READY_MADE } from "../../src/journey/presets/ready-made.ts";

const after = { dist: "fixed", value: 1 } as const;
const visit = { bounce: 0, products: 1, adds: 0, reopens: 0, buys: 0 };
const facts = { isCartFilled: false, visits: 1, hasOpened: false };

function taken(next: readonly Turn[], change: Partial<typeof facts>, u: number) {
  return turnAt({ visit, next }, { ...facts, ...change }, u)?.to;
}

test("a turn is taken by its chance, in order; whoever takes none loses interest", () => {
  const next = [
    { to: "a", chance: 0.3, after },
    { to: "b", chance: 0.5, after },
  ];
  expect([0, 0.29, 0.3, 0.79, 0.8].map((u) => taken(next, {}, u))).toEqual([
    "a",
    "a",
    "b",
    "b",
    undefined,
  ]);
});

test("a guard opens a turn only where all that it says holds", () => {
  const next = [
    {
      to: "a",
      chance: 1,
      after,
      when: { cart: "filled", message: "opened", atLeastVisits: 2, atMostVisits: 3 },
    },
  ] as const;
  const all = { isCartFilled: true, hasOpened: true, visits: 2 };
  expect(taken(next, all, 0.5)).toBe("a");
  expect(taken(next, { ...all, visits: 3 }, 0.5)).toBe("a");
  for (const one of [{ isCartFilled: false }, { hasOpened: false }, { visits: 1 }, { visits: 4 }])
    expect(taken(next, { ...all, ...one }, 0.5)).toBeUndefined();
});

test.each(Object.entries(READY_MADE))(
  "%s leads from its start to all its states, and only to those",
  (_, type) => {
    const names = Object.keys(type.states);
    const reached = new Set([type.start]);
    for (const state of reached)
      for (const { to, chance } of type.states[state]!.next) {
        expect(chance > 0 && chance <= 1).toBe(true);
        if (!isEnd(to)) reached.add(to);
      }
    expect([...reached].toSorted()).toEqual(names.toSorted());
  },
);
