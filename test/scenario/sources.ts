import { type ReadScenario, type Scenario, readScenario } from "../../src/scenario/read.ts";
import type { LoadFile } from "../../src/scenario/rules.ts";
import { positionAt } from "../../src/text/span.ts";
import { drawFinding } from "../../src/text/frame.ts";

/** The rule that the scenarios here are about. */
export const RULE = `segment evening_offer
when device = mobile
  and local time 18:00..21:00
  and cart_views >= 2 in last 48h
  and no opens in last 72h
then send email "Exclusive Evening Offer"
cool off 72h
`;

/** A small scenario that is right. */
export const SCENARIO = `version: 1
scenario: small
rules: [rules/evening-offer.segment]
seed: 7
clock: { start: 2026-03-28T00:00Z, run: 24h, warm_up: 13d }
profiles:
  number: 100
  zones: { Europe/Berlin: 60%, Asia/Kolkata: 40% }
`;

/** Gives the rule by its path, and says of any other path that there is no such file. */
export const load: LoadFile = (path) =>
  path === "rules/evening-offer.segment"
    ? { path, text: RULE }
    : { fault: "there is no such file" };

/** Reads a text as `small.yaml`. What is only advice about its rule is left out. */
export function read(text: string): ReadScenario {
  const { findings, ...rest } = readScenario({ path: "small.yaml", text }, load);
  return { ...rest, findings: findings.filter(({ severity }) => severity !== "hint") };
}

/** The scenario with more lines at its end. Throws if it cannot be run. */
export function scenarioWith(more: string): Scenario {
  const { scenario, findings } = read(SCENARIO + more);
  if (scenario === undefined) throw new Error(findings.map(drawFinding).join("\n"));
  return scenario;
}

/** The findings of a text, each as `CODE line: marked text`. */
export function found(text: string): readonly string[] {
  return read(text).findings.map(({ code, source, span }) => {
    const marked = source.text.slice(span.start, span.end);
    return `${code} ${positionAt(source, span.start).line}: ${marked}`;
  });
}

/** The findings of the scenario with one piece of it replaced. */
export function foundWith(piece: string, other: string): readonly string[] {
  if (!SCENARIO.includes(piece)) throw new Error(`the scenario has no ${piece}`);
  return found(SCENARIO.replace(piece, () => other));
}

/** The messages and notes of the scenario with one piece of it replaced. */
export function saidOf(piece: string, other: string): readonly string[] {
  const { findings } = read(SCENARIO.replace(piece, () => other));
  return findings.map(({ message, note }) =>
    note === undefined ? message : `${message} (${note})`,
  );
}
