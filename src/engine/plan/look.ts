import type { Event } from "../../model/event.ts";
import type { Predicate } from "../../model/predicate.ts";
import type { Look } from "../../rule/ast.ts";
import { type CompiledPredicate, type ZoneOf, compilePredicate } from "../passes.ts";
import { type Names, isNamed } from "../routes.ts";

/** The events of a metric, perhaps only some of them, ready to be recognised. */
export interface CompiledLook {
  readonly names: Names;
  /** The tests that an event of these names and this feed must pass, those on its local time apart. */
  readonly passes: readonly CompiledPredicate[];
  /** The tests that read the local time of an event, which late news of a zone may change. */
  readonly passesLocally: readonly CompiledPredicate[];
  /** Whether there are any. */
  readonly isLocal: boolean;
  /** All of it, names included. */
  readonly isMeant: CompiledPredicate;
}

/** Compiles a look. */
export function compileLook({ metric, where }: Look, zoneOf: ZoneOf): CompiledLook {
  const parts = [...conjunctsOf(metric.only), ...conjunctsOf(where)];
  const compiled = (each: Predicate): CompiledPredicate => compilePredicate(each, zoneOf);
  const passes = parts.filter((each) => !isLocal(each)).map(compiled);
  const passesLocally = parts.filter(isLocal).map(compiled);
  const all = [...passes, ...passesLocally];
  const { feed } = metric;
  const isMeant = (event: Event): boolean =>
    isNamed(metric, event.name) &&
    (feed === undefined || event.feed === feed) &&
    all.every((each) => each(event));
  return { names: metric, passes, passesLocally, isLocal: parts.some(isLocal), isMeant };
}

function conjunctsOf(predicate: Predicate | undefined): readonly Predicate[] {
  if (predicate === undefined) return [];
  return predicate.kind === "and" ? predicate.predicates.flatMap(conjunctsOf) : [predicate];
}

function isLocal(predicate: Predicate): boolean {
  switch (predicate.kind) {
    case "property":
      return false;
    case "local_time":
    case "weekday":
      return true;
    case "and":
    case "or":
      return predicate.predicates.some(isLocal);
    case "not":
      return isLocal(predicate.predicate);
  }
}
