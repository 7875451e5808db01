import type { Feed } from "../../../model/event.ts";
import type { Duration } from "../../../time/duration.ts";
import type { Aggregate, SessionField, Window } from "../../ast.ts";
import type { Values } from "./values.ts";

/** A condition as the prover sees it: facts about subjects, joined. */
export type Formula =
  | { readonly kind: "all" | "any"; readonly parts: readonly Formula[] }
  | { readonly kind: "not"; readonly part: Formula }
  | One
  | Fact;

/** There is one value of a property for which the part holds. */
export interface One {
  readonly kind: "one";
  readonly property: string;
  readonly part: Formula;
}

/** What is found for a subject is among `pass`; otherwise it is among `fail`. */
export interface Fact {
  readonly kind: "fact";
  /** The subject, given what `of the same …` has bound. */
  readonly subjectFor: (bound: Bound) => Subject;
  readonly pass: Values;
  readonly fail: Values;
}

/** Names for the values that were bound, by property. */
export type Bound = Readonly<Record<string, string>>;

/** One thing that rules look at, the same wherever it is looked at: a count, the device, the time on the wall. */
export interface Subject {
  readonly id: number;
  readonly about: About;
  /** All that can ever be found. */
  readonly universe: Values;
  /** Whether its numbers are whole. */
  readonly isWhole: boolean;
  /** What holds whenever something is found, and whenever nothing is. */
  readonly ifPresent?: (() => Formula | undefined) | undefined;
  readonly ifMissing?: (() => Formula | undefined) | undefined;
}

/** What a subject is about, as far as subjects of one kind bear on each other. */
export type About =
  | { readonly kind: "count"; readonly events: EventSet; readonly window: Window }
  | {
      readonly kind: "figure";
      readonly function: Aggregate["function"];
      readonly property: string;
      readonly events: EventSet;
      readonly window: Window;
    }
  | { readonly kind: "first"; readonly events: EventSet }
  | SequenceAbout
  | {
      readonly kind: "held";
      readonly of: Subject;
      readonly pass: Values;
      readonly fail: Values;
    }
  | { readonly kind: "member" | "entered" | "left"; readonly segment: string }
  | {
      readonly kind: "session";
      readonly field: SessionField;
      readonly events?: EventSet | undefined;
      readonly gap: Duration;
    }
  | { readonly kind: "state"; readonly name: string };

/** A sequence of events; what is found is present if it happened. */
export interface SequenceAbout {
  readonly kind: "sequence";
  readonly first: EventSet;
  readonly second: EventSet;
  readonly negated: boolean;
  readonly within: Duration;
  readonly window: Window;
}

/** The events that a condition looks at. */
export interface EventSet {
  readonly key: string;
  readonly names: readonly string[];
  readonly prefix?: string | undefined;
  readonly feed?: Feed | undefined;
  readonly where: Formula;
  /** The bound property, and the name of its value. */
  readonly bound?: { readonly property: string; readonly value: string } | undefined;
}

/** A formula that shall hold, or shall not. */
export interface Goal {
  readonly formula: Formula;
  readonly holds: boolean;
  readonly bound: Bound;
}

/** What holds always, and what never does. */
export const TRUE: Formula = { kind: "all", parts: [] };
export const FALSE: Formula = { kind: "any", parts: [] };
