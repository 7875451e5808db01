import { expect, test } from "vitest";
import { kindOf } from "../../src/measure/response.ts";
import { instant } from "../../src/time/instant.ts";

test("by what the person does with a send and without it there are four kinds", () => {
  const kind = (ordersWith: boolean, ordersWithout: boolean) =>
    kindOf({ at: instant(0), segment: 0, ordersWith, ordersWithout, isFinished: true });
  expect([kind(true, true), kind(true, false), kind(false, false), kind(false, true)]).toEqual([
    "sureThings",
    "persuadables",
    "lostCauses",
    "sleepingDogs",
  ]);
});
