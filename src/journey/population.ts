import { type Ground, type Span, createGround } from "./ground.ts";
import type { Life } from "./life.ts";
import { Person } from "./person.ts";
import type { PeopleSettings } from "./settings.ts";

/** All people that a seed can make; how many of them live is for others to say. */
export interface People {
  /** The life of the person with that index (0 or more), from its beginning. The same index gives the same life whenever
   *  and however often it is asked for. `hears` names the events that it tells of; without it, all. */
  lifeOf(index: number, hears?: ReadonlySet<string>): Life;
}

/** People with those settings, who live from `span.from` (the start of the warm-up) to `span.to` (the end of the run). */
export function createPeople(settings: PeopleSettings, span: Span): People {
  const ground: Ground = createGround(settings, span);
  return { lifeOf: (index, hears) => new Person(ground, index, hears) };
}
