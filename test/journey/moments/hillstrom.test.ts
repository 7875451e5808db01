import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

// What the sheet asks of a promotional letter, against the customers it was tried on.

const DATA = fileURLToPath(new URL("../../../../shared/data/hillstrom/", import.meta.url));
const hasData = existsSync(DATA);

type Customer = Readonly<Record<"treatment" | "visit" | "conversion", string>>;

/** The points by which those with a letter are above those without, and half the width of its interval of 95 %. */
function gained(
  customers: readonly Customer[],
  treatment: string,
  outcome: "visit" | "conversion",
): readonly string[] {
  const share = (arm: string): { p: number; n: number } => {
    const own = customers.filter((each) => each.treatment === arm);
    return { p: own.filter((each) => each[outcome] === "1").length / own.length, n: own.length };
  };
  const [mailed, alone] = [share(treatment), share("No E-Mail")];
  const variance = ({ p, n }: typeof mailed): number => (p * (1 - p)) / n;
  const width = 1.96 * Math.sqrt(variance(mailed) + variance(alone));
  return [mailed.p - alone.p, width].map((each) => (100 * each).toFixed(2));
}

describe.skipIf(!hasData)("Hillstrom (skipped where ../shared/data/hillstrom is not there)", () => {
  test("has + 4.5 ± .6 and + 7.7 ± .7 points of visits, + .31 ± .16 and + .68 ± .18 of orders", () => {
    const customers: Customer[] = parse(readFileSync(`${DATA}hillstrom.csv`), { columns: true });
    expect(gained(customers, "Womens E-Mail", "visit")).toEqual(["4.52", "0.63"]);
    expect(gained(customers, "Mens E-Mail", "visit")).toEqual(["7.66", "0.66"]);
    expect(gained(customers, "Womens E-Mail", "conversion")).toEqual(["0.31", "0.16"]);
    expect(gained(customers, "Mens E-Mail", "conversion")).toEqual(["0.68", "0.18"]);
  });
});
