import { shareWithin } from "./delay.ts";
import { UNITS } from "../time/duration.ts";
import { type Habits, type MissionState, type MissionType, isEnd, turnAt } from "./mission-type.ts";
import type { PeopleSettings } from "./settings.ts";

/** A mission as far as the score is concerned. */
export interface Prospect {
  readonly type: MissionType;
  readonly state: MissionState;
  readonly isCartFilled: boolean;
  /** Until its next visit, in milliseconds; Infinity if there is none. */
  readonly wait: number;
}

/** The true chance of a purchase within seven days, read off tables that are made once. */
export interface Scorer {
  /** The chance that a mission with that wish is fulfilled within the seven days. */
  chanceOf(prospect: Prospect): number;
  /** The chance that a mission of that type, begun at a random instant of the seven days, is fulfilled in them. */
  chanceOfNew(type: MissionType): number;
}

const STEP = 6 * UNITS.h;
const STEPS = 28;

/** How far the score looks ahead. */
export const HORIZON = STEP * STEPS;

/** The chances for all states of all types. */
export function createScorer({ missionTypes, numbers }: PeopleSettings): Scorer {
  const tables = new Map<MissionState, Table>();
  const news = new Map<MissionType, number>();
  const visits = 1 / (1 - numbers.echoShare); // an echo is one more chance in the same state
  for (const type of Object.values(missionTypes)) {
    for (const [state, table] of tablesOf(type, visits)) tables.set(state, table);
    const first = tables.get(type.states[type.start]!)!;
    const mean = first.empty.reduce((sum, each) => sum + each, 0) / first.empty.length;
    news.set(type, type.wants * mean);
  }
  return {
    chanceOf({ state, isCartFilled, wait }) {
      const left = Math.floor((HORIZON - wait) / STEP);
      const table = tables.get(state);
      if (table === undefined || left < 0) return 0;
      return (isCartFilled ? table.filled : table.empty)[Math.min(left, STEPS - 1)]!;
    },
    chanceOfNew: (type) => news.get(type) ?? 0,
  };
}

/** By the steps that are left when the visit begins: the chance of a purchase, with a cart that is empty or not. */
interface Table {
  readonly empty: Float64Array;
  readonly filled: Float64Array;
}

function tablesOf(type: MissionType, visits: number): ReadonlyMap<MissionState, Table> {
  const states = Object.values(type.states);
  const tables = new Map(
    states.map((state) => [
      state,
      { empty: new Float64Array(STEPS), filled: new Float64Array(STEPS) },
    ]),
  );
  for (let left = 0; left < STEPS; left++)
    for (const state of states) {
      const table = tables.get(state)!;
      const own = { type, tables, visits, left };
      table.empty[left] = chanceFrom(state, own, "empty");
      table.filled[left] = chanceFrom(state, own, "filled");
    }
  return tables;
}

interface Work {
  readonly type: MissionType;
  readonly tables: ReadonlyMap<MissionState, Table>;
  readonly visits: number;
  readonly left: number;
}

function chanceFrom(state: MissionState, work: Work, cart: "empty" | "filled"): number {
  const { decides, fills } = oddsOf(state.visit, cart);
  const buys = 1 - (1 - decides * state.visit.buys) ** work.visits;
  const later =
    cart === "filled"
      ? chanceAfter(state, work, "filled")
      : fills * chanceAfter(state, work, "filled") +
        (1 - fills) * chanceAfter(state, work, "empty");
  return buys + (1 - buys) * later;
}

/** The chance that a visit comes to a decision, and that it leaves something in an empty cart. */
function oddsOf(habits: Habits, cart: "empty" | "filled"): { decides: number; fills: number } {
  const fills = (1 - habits.bounce) * habits.adds;
  const decides = cart === "empty" ? fills : habits.reopens + (1 - habits.reopens) * fills;
  return { decides, fills };
}

function chanceAfter(
  state: MissionState,
  { type, tables, left }: Work,
  cart: "empty" | "filled",
): number {
  let sum = 0;
  for (const turn of openTurns(state, cart)) {
    if (isEnd(turn.to)) continue;
    const next = tables.get(type.states[turn.to]!)!;
    for (let steps = 1; steps <= left; steps++) {
      const from = steps === 1 ? 0 : (steps - 0.5) * STEP;
      const share = shareWithin(turn.after, (steps + 0.5) * STEP) - shareWithin(turn.after, from);
      sum += turn.chance * share * next[cart][left - steps]!;
    }
  }
  return sum;
}

/** The turns that are open to somebody who reads no mail. */
function openTurns(state: MissionState, cart: "empty" | "filled"): MissionState["next"] {
  const facts = { isCartFilled: cart === "filled", visits: 1, hasOpened: false };
  return state.next.filter((turn) => turnAt({ ...state, next: [turn] }, facts, 0) !== undefined);
}
