import fc from "fast-check";
import { expect, test } from "vitest";
import type { History } from "../../../src/model/profile.ts";
import { holds } from "../../../src/reference/holds.ts";
import { turningInstants } from "../../../src/reference/turning.ts";
import type { Condition } from "../../../src/rule/ast.ts";
import { type Claim, Prover } from "../../../src/rule/check/proof/prover.ts";
import { printCondition } from "../../../src/rule/printer.ts";
import { days } from "../../../src/time/duration.ts";
import { type Instant, formatInstant } from "../../../src/time/instant.ts";
import { after, before } from "../../../src/time/window.ts";
import { occasion } from "../../engine/arbitraries.ts";
import { NOWHERE } from "../../engine/arbitraries/grid.ts";
import { family, joined } from "./kin.ts";

// Whatever is called impossible is not found in any history at any instant at which something turns, as the reference
// reads it.

const cases = Number(process.env["REHEARSAL_CASES"] ?? 400);
const timeout = 60_000 + cases * 200;

const lives = fc.array(occasion, { minLength: 2, maxLength: 2 });

type Life = typeof occasion extends fc.Arbitrary<infer T> ? T : never;

/** At so many instants a history is looked at, at most. */
const LOOKS = 60;

function instantsOf(conditions: readonly Condition[], { history, base }: Life): readonly Instant[] {
  const all: Condition = { kind: "or", span: NOWHERE, conditions };
  const stretch = { from: before(base, days(3)), to: after(base, days(3)) };
  const turning = turningInstants(all, history, stretch);
  const step = Math.ceil((3 * turning.length) / LOOKS);
  const close = turning.flatMap((at) => [at - 1, at, at + 1]) as Instant[];
  return close.filter((_, index) => index % step === 0);
}

/** For each condition, whether it holds, at each of some instants of some lives. */
function truthOf(conditions: readonly Condition[], some: readonly Life[]) {
  const found = some.flatMap((life) =>
    instantsOf(conditions, life).map((at) => ({ history: life.history, at })),
  );
  const rows = conditions.map((each) => found.map(({ history, at }) => holds(each, history, at)));
  return { found, rows };
}

function said(
  claims: readonly Claim[],
  { history, at }: { readonly history: History; readonly at: Instant },
) {
  const texts = claims.map(
    (each) => `${each.holds ? "" : "not "}(${printCondition(each.condition)})`,
  );
  return `${texts.join(" and ")} at ${formatInstant(at)} of ${JSON.stringify(history)}`;
}

/** Throws if some instant satisfies the claims of which each is about the condition of its index. */
function expectNowhere(
  claims: readonly (Claim & { readonly index: number })[],
  truth: ReturnType<typeof truthOf>,
) {
  const place = truth.found.findIndex((_, k) =>
    claims.every(({ index, holds: is }) => truth.rows[index]![k] === is),
  );
  if (place !== -1) throw new Error(`found ${said(claims, truth.found[place]!)}`);
}

test(
  "what is impossible for two conditions is never found",
  () => {
    let proved = 0;
    fc.assert(
      fc.property(family, lives, (conditions, some) => {
        const prover = new Prover([]);
        const claims = conditions.flatMap((condition, index) =>
          [true, false].map((is) => ({ condition, index, holds: is })),
        );
        const pairs = claims.flatMap((a, index) => claims.slice(0, index + 1).map((b) => [a, b]));
        const impossible = pairs.filter((pair) => prover.areImpossible(...pair));
        const truth = truthOf(conditions, some);
        for (const pair of impossible) expectNowhere(pair, truth);
        proved += impossible.length - conditions.length; // nothing holds and fails
      }),
      { numRuns: cases },
    );
    expect(proved).toBeGreaterThan(5 * cases);
  },
  timeout,
);

test(
  "what is impossible for joined conditions is never found",
  () => {
    let proved = 0;
    fc.assert(
      fc.property(joined, lives, (conditions, some) => {
        const prover = new Prover([]);
        const claims = conditions.map((condition, index) => ({ condition, index, holds: true }));
        if (!prover.areImpossible(...claims)) return;
        proved += 1;
        expectNowhere(claims, truthOf(conditions, some));
      }),
      { numRuns: 2 * cases },
    );
    expect(proved).toBeGreaterThan(cases / 4);
  },
  timeout,
);
