import { expect, test } from "vitest";
import { deedsWithin, deedOf } from "../../src/simulation/deed.ts";
import { World } from "../../src/simulation/world.ts";
import { instant } from "../../src/time/instant.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

const deed = (at: number, kind: "order" | "unsubscribe", listCents = 0, discountCents = 0) => ({
  at: instant(at),
  kind,
  listCents,
  discountCents,
});

test("deeds of a stretch are added up, both ends included", () => {
  const all = [
    deed(1, "order", 500),
    deed(2, "order", 1000, 200),
    deed(3, "unsubscribe"),
    deed(4, "order", 700),
  ];
  expect(deedsWithin(all, instant(2), instant(3))).toEqual({
    orders: 1,
    listCents: 1000,
    discountCents: 200,
    unsubscribes: 1,
    complaints: 0,
  });
});

test("who is sent a code and orders gets a fifth off the list price, and nobody else does", () => {
  const plan = shippedPlan("evening-offer.yaml");
  const world = new World(plan);
  let [reduced, full] = [0, 0];
  for (let index = 0; index < 400; index++) {
    const log = world.live(index, {
      happened: (event) => {
        const found = deedOf(event);
        if (found?.kind !== "order") return;
        if (found.discountCents === 0) full += 1;
        else {
          reduced += 1;
          expect(found.discountCents).toBe(Math.round(found.listCents * 0.2));
        }
      },
    });
    if (log.sends.length > 0) continue;
    expect(log.truth?.worlds?.with).toEqual(log.truth?.worlds?.without);
    expect(log.truth?.worlds?.with.discountCents).toBe(0);
  }
  expect(full).toBeGreaterThan(20);
  expect(reduced).toBeGreaterThan(0);
});
