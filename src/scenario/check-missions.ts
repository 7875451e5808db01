import { ENDS } from "../journey/mission-type.ts";
import { READY_MADE } from "../journey/presets/ready-made.ts";
import type { Finding } from "../text/finding.ts";
import { didYouMean } from "../text/suggest.ts";
import { type Path, type ScenarioDocument, errorAt } from "./document.ts";
import { isMap } from "./fields.ts";
import { readShare } from "./value.ts";

const PATH: Path = ["profiles", "missions"];

/** What a schema cannot see in missions: names that nothing defines, states that lead nowhere or are never reached, and
 *  chances that come to more than 100 %. */
export function checkMissions(document: ScenarioDocument, missions: unknown): readonly Finding[] {
  return Object.entries(isMap(missions) ? missions : {}).flatMap(([name, said]) =>
    isMap(said) ? checkMission(document, [...PATH, name], said) : checkReady(document, name),
  );
}

function checkReady(document: ScenarioDocument, name: string): readonly Finding[] {
  if (Object.hasOwn(READY_MADE, name)) return [];
  const names = Object.keys(READY_MADE);
  const note = didYouMean(name, names) ?? `ready-made: ${names.join(", ")}`;
  const message = `no mission is called "${name}": give it states of its own`;
  const span = document.keySpanOf([...PATH, name]);
  return [errorAt(document.source, span, { code: "UNKNOWN_WORD", message, note })];
}

type Map = Readonly<Record<string, unknown>>;

function checkMission(document: ScenarioDocument, path: Path, mission: Map): readonly Finding[] {
  const states = isMap(mission["states"]) ? mission["states"] : {};
  const names = Object.keys(states);
  const check = (to: unknown, at: Path, known: readonly string[]): readonly Finding[] =>
    typeof to !== "string" || known.includes(to) ? [] : [strange(document, at, { to, known })];
  const turns = names.flatMap((state) => turnsOf(states[state]).map((to) => ({ state, ...to })));
  return [
    ...check(mission["start"], [...path, "start"], names),
    ...turns.flatMap(({ state, to, index }) =>
      check(to, [...path, "states", state, "next", index, "to"], [...names, ...ENDS]),
    ),
    ...unreached(document, path, { start: mission["start"], turns, names }),
    ...names.flatMap((state) =>
      tooLikely(document, [...path, "states", state, "next"], states[state]),
    ),
  ];
}

function strange(
  document: ScenarioDocument,
  path: Path,
  { to, known }: { readonly to: string; readonly known: readonly string[] },
): Finding {
  const note = didYouMean(to, known) ?? `known here: ${known.join(", ")}`;
  const message = `the mission has no state "${to}"`;
  return errorAt(document.source, document.spanOf(path), { code: "UNKNOWN_STATE", message, note });
}

interface Turn {
  readonly to: unknown;
  readonly index: number;
}

function turnsOf(state: unknown): readonly Turn[] {
  const next = isMap(state) ? state["next"] : undefined;
  return (Array.isArray(next) ? next : []).map((turn: unknown, index) => ({
    to: isMap(turn) ? turn["to"] : undefined,
    index,
  }));
}

interface Graph {
  readonly start: unknown;
  readonly turns: readonly (Turn & { readonly state: string })[];
  readonly names: readonly string[];
}

/** States that no way leads to from the start. */
function unreached(document: ScenarioDocument, path: Path, graph: Graph): readonly Finding[] {
  const { start, turns, names } = graph;
  if (typeof start !== "string" || !names.includes(start)) return [];
  const reached = new Set([start]);
  for (const state of reached)
    for (const { state: from, to } of turns)
      if (from === state && typeof to === "string") reached.add(to);
  return names
    .filter((name) => !reached.has(name))
    .map((name) => {
      const span = document.keySpanOf([...path, "states", name]);
      const message = `no way leads from "${start}" to "${name}"`;
      return errorAt(document.source, span, { code: "UNREACHABLE_STATE", message });
    });
}

/** Chances of turns that are open together, which are all that have no guard. */
function tooLikely(document: ScenarioDocument, path: Path, state: unknown): readonly Finding[] {
  const next = isMap(state) && Array.isArray(state["next"]) ? state["next"] : [];
  let sum = 0;
  for (const turn of next as readonly unknown[]) {
    if (!isMap(turn) || turn["when"] !== undefined) continue;
    const chance = readShare(turn["chance"]);
    if ("value" in chance) sum += chance.value;
  }
  if (sum <= 1 + 1e-9) return [];
  const percent = Number((100 * sum).toFixed(6));
  const message = `the chances of these turns add up to ${percent} %: at most 100 %`;
  return [errorAt(document.source, document.keySpanOf(path), { code: "OUT_OF_RANGE", message })];
}
