import * as v from "valibot";
import type { MissionType } from "../journey/mission-type.ts";
import { delaySchema } from "./delay.ts";
import { fields, isMap, listOf, named } from "./fields.ts";
import { type Reading, readNumber, reading, share, text, whole, word } from "./value.ts";

const products = reading((input): Reading<number> => {
  const found = readNumber(input);
  if (!("value" in found) || (found.value >= 1 && found.value <= 12)) return found;
  return { code: "OUT_OF_RANGE", message: `${found.value} is no mean of products: write 1 to 12` };
});

const visit = fields({ bounce: share, products, adds: share, reopens: share, buys: share });

const guard = fields({
  cart: v.optional(word(["empty", "filled"])),
  message: v.optional(word(["opened", "none"])),
  at_least_visits: v.optional(whole(1)),
  at_most_visits: v.optional(whole(1)),
});

const turn = fields({ to: text, chance: share, after: delaySchema, when: v.optional(guard) });

const state = fields({ visit, next: v.optional(listOf(turn, "turns")) });

const mission = fields({
  share,
  wants: share,
  start: text,
  fade: delaySchema,
  states: named(state),
});

/** The kinds of missions of a scenario: a share of a ready-made one, or states of the scenario's own with their share. */
export const missionsSchema = named(v.lazy((input) => (isMap(input) ? mission : share)));

/** What a scenario says of missions. */
export type SaidMissions = v.InferOutput<typeof missionsSchema>;

/** The kinds of missions that a scenario defines itself. */
export function typesOf(said: SaidMissions): Readonly<Record<string, MissionType>> {
  const types: Record<string, MissionType> = {};
  for (const [name, each] of Object.entries(said))
    if (typeof each === "object") types[name] = typeOf(each);
  return types;
}

/** The shares of all kinds of missions that a scenario names. */
export function sharesOfMissions(said: SaidMissions): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(said).map(([name, each]) => [
      name,
      typeof each === "object" ? each.share : each,
    ]),
  );
}

function typeOf({ wants, start, fade, states }: v.InferOutput<typeof mission>): MissionType {
  return {
    wants,
    start,
    fade,
    states: Object.fromEntries(
      Object.entries(states).map(([name, each]) => [
        name,
        { visit: each.visit, next: (each.next ?? []).map(turnOf) },
      ]),
    ),
  };
}

function turnOf({ to, chance, after, when }: v.InferOutput<typeof turn>) {
  if (when === undefined) return { to, chance, after };
  const { cart, message, at_least_visits, at_most_visits } = when;
  const guarded = { cart, message, atLeastVisits: at_least_visits, atMostVisits: at_most_visits };
  return { to, chance, after, when: guarded };
}
