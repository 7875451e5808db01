import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { chanceAlive, expectedOrders, fitBgNbd, logGamma } from "./bgnbd.ts";

// The model of repeat purchase that the people are refitted with, against what is published of CDNOW.

const DATA = fileURLToPath(new URL("../../../../shared/data/cdnow/", import.meta.url));
const hasData = existsSync(DATA);

test("the Gamma function's logarithm is that of the tables", () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
  expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 9);
});

const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

test("somebody with two repeat orders, the last after 30.43 of 38.86 weeks, makes 1.226 in the next 39 (Fader, Hardie and Lee 2005)", () => {
  const customer = { repeats: 2, recency: 30.43, watched: 38.86 };
  expect(expectedOrders(CDNOW, customer, 39)).toBeCloseTo(1.226, 3);
  expect(chanceAlive(CDNOW, customer)).toBeCloseTo(0.7266, 3);
  expect(chanceAlive(CDNOW, { ...customer, repeats: 0, recency: 0 })).toBe(1);
});

describe.skipIf(!hasData)("CDNOW (skipped where ../shared/data/cdnow is not there)", () => {
  test("refitted gives r .243, alpha 4.414, a .793, b 2.426 (Fader, Hardie and Lee 2005)", () => {
    const [, ...lines] = readFileSync(`${DATA}cdnow_customers_summary.csv`, "utf8")
      .trim()
      .split("\n");
    const customers = lines.map((line) => {
      const [, repeats, recency, watched] = line.split(",").map(Number);
      return { repeats: repeats!, recency: recency!, watched: watched! };
    });
    const { r, alpha, a, b } = fitBgNbd(customers);
    expect(r).toBeCloseTo(0.243, 2);
    expect(alpha).toBeCloseTo(4.414, 1);
    expect(a).toBeCloseTo(0.793, 1);
    expect(b).toBeCloseTo(2.426, 1);
  });

  test("has .505 one-time buyers, and .579 of its orders from the top fifth of buyers", () => {
    let orders = 0;
    const counts = new Map<string, number>();
    for (const line of readFileSync(`${DATA}CDNOW_master.txt`, "utf8").split("\n")) {
      const [id, date] = line.trim().split(/\s+/);
      if (date === undefined || !/^\d{8}$/.test(date)) continue;
      orders += 1;
      counts.set(id!, (counts.get(id!) ?? 0) + 1);
    }
    expect(orders).toBe(69_659);
    const all = [...counts.values()].toSorted((a, b) => b - a);
    expect(all.filter((each) => each === 1).length / all.length).toBeCloseTo(0.505, 2);
    const top = all.slice(0, Math.round(all.length / 5)).reduce((sum, each) => sum + each, 0);
    expect(top / orders).toBeCloseTo(0.579, 2);
  });
});
