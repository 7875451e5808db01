import type { Delay } from "./delay.ts";

/** What people do in the visits of one state of a mission. All are chances, 0 to 1, but `products`. */
export interface Habits {
  /** Whether a visit ends after one page. */
  readonly bounce: number;
  /** The mean number of products viewed in a visit that does not bounce. */
  readonly products: number;
  /** Whether a product of the visit goes into the cart. */
  readonly adds: number;
  /** Whether the visit opens the cart that earlier ones filled. */
  readonly reopens: number;
  /** Whether somebody who wants to, with something in the cart, orders. */
  readonly buys: number;
}

/** What must be true at the end of a visit for a transition to be open; all that is said must hold. */
export interface Guard {
  readonly cart?: "empty" | "filled" | undefined;
  /** How many visits the mission has had, bounds included. */
  readonly atLeastVisits?: number | undefined;
  readonly atMostVisits?: number | undefined;
  /** Whether the person has opened a message since the mission began. */
  readonly message?: "opened" | "none" | undefined;
}

/** How missions end without an order: the wish fades, or is met in another shop. */
export const ENDS = ["lost_interest", "bought_elsewhere"] as const;
/** An end of a mission without an order. */
export type MissionEnd = (typeof ENDS)[number];

/** A way out of a state: into another one, whose visit follows after the delay, or to an end, after which the wish is over. */
export interface Turn {
  readonly to: string;
  /** The chance, 0 to 1, among all turns of the state; where a guard fails its chance is nobody's. */
  readonly chance: number;
  readonly after: Delay;
  readonly when?: Guard | undefined;
}

/** One state: a visit, and what follows it. Whoever takes no turn loses interest as the type's `fade` says. */
export interface MissionState {
  readonly visit: Habits;
  readonly next: readonly Turn[];
}

/** A kind of mission: states with visits, transitions, delays and guards. */
export interface MissionType {
  /** The share of its missions in which the person truly wants the thing. */
  readonly wants: number;
  readonly start: string;
  readonly states: Readonly<Record<string, MissionState>>;
  /** From the last visit to the end of the wish, where no turn says otherwise. */
  readonly fade: Delay;
}

/** What a guard is asked about. */
export interface MissionFacts {
  readonly isCartFilled: boolean;
  readonly visits: number;
  readonly hasOpened: boolean;
}

/** The turn that `u` takes among those of a state that are open; `undefined` if none. */
export function turnAt({ next }: MissionState, facts: MissionFacts, u: number): Turn | undefined {
  let sum = 0;
  for (const turn of next) {
    if (!isOpen(turn.when, facts)) continue;
    sum += turn.chance;
    if (u < sum) return turn;
  }
  return undefined;
}

function isOpen(
  guard: Guard | undefined,
  { isCartFilled, visits, hasOpened }: MissionFacts,
): boolean {
  if (guard === undefined) return true;
  const { cart, atLeastVisits, atMostVisits, message } = guard;
  return (
    (cart === undefined || (cart === "filled") === isCartFilled) &&
    (atLeastVisits === undefined || visits >= atLeastVisits) &&
    (atMostVisits === undefined || visits <= atMostVisits) &&
    (message === undefined || (message === "opened") === hasOpened)
  );
}

/** Whether a turn leads out of the mission. */
export function isEnd(to: string): to is MissionEnd {
  return to === "lost_interest" || to === "bought_elsewhere";
}
