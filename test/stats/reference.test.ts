import { expect, test } from "vitest";
import reference from "./reference.json" with { type: "json" };
import { answers } from "./answers.ts";

// Every case of the project's own reference: what R 4.2.2 (for Qini scikit-uplift) answers, each with its expression in
// `source` and its tolerance.

/** At 0 a relative tolerance asks too much; a p of 1e-111 is a result and not near 0. */
const ABSOLUTE = 1e-12;

function expectNear(found: unknown, wanted: unknown, { place, tolerance }: Near): void {
  if (Array.isArray(wanted)) {
    expect(Array.isArray(found) && found.length, place).toBe(wanted.length);
    for (const [index, each] of wanted.entries())
      expectNear((found as unknown[])[index], each, { place: `${place}[${index}]`, tolerance });
  } else if (typeof wanted === "number") {
    expect(typeof found, `${place}: ${JSON.stringify(found)}`).toBe("number");
    const room = Math.max(wanted === 0 ? ABSOLUTE : 0, tolerance * Math.abs(wanted));
    expect(
      Math.abs((found as number) - wanted),
      `${place}: ${String(found)} for ${wanted}`,
    ).toBeLessThanOrEqual(room);
  } else expect(found, place).toEqual(wanted);
}

interface Near {
  readonly place: string;
  readonly tolerance: number;
}

test.each(reference.cases)("$id agrees with R", ({ fn, inputs, expected, rel_tol: tolerance }) => {
  const answer = answers[fn];
  if (answer === undefined) throw new Error(`nothing answers ${fn}`);
  const found = answer(inputs as never) as Readonly<Record<string, unknown>>;
  for (const [name, wanted] of Object.entries(expected))
    expectNear(found[name], known(fn, wanted), { place: name, tolerance });
});

/** R integrates the best of three with an absolute tolerance of 1e-12 (which the reference allows near 0), so its smallest
 *  chance holds six digits. This one was integrated with 30 digits by mpmath. */
const BEST_OF_THREE = new Map([[2.85436891997246e-14, 2.854369264464263e-14]]);

function known(fn: string, wanted: unknown): unknown {
  if (fn !== "beta_prob_best_of_3") return wanted;
  return (wanted as readonly number[]).map((each) => BEST_OF_THREE.get(each) ?? each);
}

test("all 119 cases of all 52 functions are there", () => {
  expect(reference.cases).toHaveLength(119);
  expect(new Set(reference.cases.map(({ fn }) => fn)).size).toBe(52);
});
