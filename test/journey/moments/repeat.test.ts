import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { peopleOfPreset } from "../../../src/journey/settings.ts";
import { fitBgNbd, logGamma } from "./bgnbd.ts";
import { buyersOf, liveLong } from "./repeat.ts";

// Repeat purchase: the shape of CDNOW, and the model that it made famous, refitted on what people here do.

const DATA = fileURLToPath(new URL("../../../../shared/data/cdnow/", import.meta.url));
const hasData = existsSync(DATA);
const isThorough = process.env["REHEARSAL_CASES"] !== undefined;

test("the Gamma function's logarithm is that of the tables", () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
  expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 9);
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
    const days = new Map<string, Set<number>>();
    let orders = 0;
    const counts = new Map<string, number>();
    for (const line of readFileSync(`${DATA}CDNOW_master.txt`, "utf8").split("\n")) {
      const [id, date] = line.trim().split(/\s+/);
      if (date === undefined || !/^\d{8}$/.test(date)) continue;
      orders += 1;
      counts.set(id!, (counts.get(id!) ?? 0) + 1);
      const own = days.get(id!) ?? new Set();
      own.add(Number(date));
      days.set(id!, own);
    }
    expect(orders).toBe(69_659);
    const all = [...counts.values()].toSorted((a, b) => b - a);
    expect(all.filter((each) => each === 1).length / all.length).toBeCloseTo(0.505, 2);
    const top = all.slice(0, Math.round(all.length / 5)).reduce((sum, each) => sum + each, 0);
    expect(top / orders).toBeCloseTo(0.579, 2);
    expect(
      buyersOf(
        [...days.values()].map((own) => [...own]),
        1,
      ).once,
    ).toBeGreaterThan(0.45);
  });
});

describe("the people", () => {
  const settings = peopleOfPreset("us-general-retail");
  const { once, topFifth, customers } = liveLong(isThorough ? 6000 : 1500, settings);

  test("who buy, buy once for .45 to .60, and the top fifth makes .50 to .65 of orders, as in CDNOW", () => {
    const error = Math.sqrt(0.25 / customers.length);
    expect(customers.length).toBeGreaterThan(isThorough ? 700 : 180);
    expect(once).toBeGreaterThan(0.45 - 2 * error);
    expect(once).toBeLessThan(0.6 + 2 * error);
    expect(topFifth).toBeGreaterThan(0.5 - 2 * error);
    expect(topFifth).toBeLessThan(0.65 + 2 * error);
  });

  test("who never leave the shop are seen by both: fewer one-time buyers, and a refit without loss", () => {
    const loyal = { ...settings, numbers: { ...settings.numbers, churnAlpha: 0 } };
    const mutant = liveLong(isThorough ? 6000 : 1500, loyal);
    expect(mutant.once).toBeLessThan(once);
    const lossOf = ({ a, b }: { readonly a: number; readonly b: number }): number => a / (a + b);
    expect(lossOf(fitBgNbd(mutant.customers))).toBeLessThan(lossOf(fitBgNbd(customers)));
    // CDNOW's own refit has .246: a of .793 and b of 2.426.
    const slack = isThorough ? 0.1 : 0.15;
    expect(Math.abs(lossOf(fitBgNbd(customers)) - 0.246)).toBeLessThan(slack);
  });
});
