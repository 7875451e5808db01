import type { Leaf, Segment } from "../../rule/ast.ts";
import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { eventsOf } from "./events.ts";
import type { Goal } from "./goal.ts";
import { boundsOf } from "./leaf.ts";
import { askReference } from "./person.ts";
import { sendGoals } from "./sending.ts";
import { type Site, sitesOf } from "./site.ts";
import { BLANK, type Demand, type State, type StateKey, mergeAll } from "./sketch.ts";
import { solve } from "./solve.ts";
import { type Scene, type Stage, sceneOf } from "./stage.ts";
import { type StateIs, waysToBe } from "./state.ts";
import { type Told, type ToldEvent, inOrder, sayingOf, told } from "./told.ts";

/** A life in which somebody enters when the case begins, leaves, and can be made to enter again at any instant. */
export interface Returning {
  readonly first: Told;
  /** What must happen for the profile to enter again, and to leave after that. */
  readonly again: (at: Instant) => readonly ToldEvent[];
}

/** How long somebody stays who is made to leave. */
const STAY = UNITS.s;

/** Lives in which somebody returns: by a state that changes there and back, or by the same events once more. */
export function* returning(segment: Segment, stage: Stage): Generator<Returning> {
  const sites = sitesOf(segment).filter(({ clause }) => clause === undefined);
  for (const site of sites) yield* byEvents(site, segment, stage);
  for (const site of sites) yield* byState(site, segment, stage);
  for (const site of sites) yield* byLapse(site, segment, stage);
}

/** What must be so at an entry; the conditions around a site are among it. */
function goalsAt({ goals }: Site, segment: Segment): readonly Goal[] {
  return [...goals, ...sendGoals(segment)];
}

/** Events that bring the membership about at the instant of the last of them; once more, they do so again. */
function* byEvents(site: Site, segment: Segment, stage: Stage): Generator<Returning> {
  if (!isOfEvents(site.leaf)) return;
  const goals = goalsAt(site, segment);
  for (const scene of scenesFor(stage, goals, {})) {
    for (const { demand } of boundsOf(site.leaf, { ...scene, bound: site.bound }).flatMap(
      ({ sides }) => sides,
    )) {
      for (const found of scenesFor(stage, goals, demand)) {
        const first = told(found);
        if (!beginsNow(first, segment, stage)) continue;
        const again = (at: Instant): readonly ToldEvent[] => shifted(first.events, at - first.at);
        yield { first: { ...first, from: first.at }, again };
      }
    }
  }
}

function isOfEvents(leaf: Leaf): boolean {
  return ["count", "aggregate", "recency", "sequence"].includes(leaf.kind);
}

/** The first person of whom the goals are true. */
function* scenesFor(stage: Stage, goals: readonly Goal[], pinned: Demand): Generator<Scene> {
  const [demands] = solve(stage, goals, [pinned]);
  const sketch = demands === undefined ? undefined : mergeAll([pinned, ...demands]);
  if (sketch !== undefined) yield sceneOf(stage, sketch);
}

function beginsNow(life: Told, segment: Segment, stage: Stage): boolean {
  const just = { ...life, at: (life.at - 1) as Instant };
  const earlier = { ...just, events: life.events.filter(({ at }) => at < life.at) };
  return (
    askReference(life, segment, stage).is === "in" &&
    askReference(earlier, segment, stage).is === "out"
  );
}

/** Events that are all but forgotten when the case begins, and new ones in their place. */
function* byLapse(site: Site, segment: Segment, stage: Stage): Generator<Returning> {
  const { leaf, bound } = site;
  if (leaf.kind !== "count" || leaf.window.kind !== "last" || leaf.window.length <= STAY) return;
  const blank = sceneOf(stage, BLANK, bound);
  const [event] = eventsOf(leaf, blank);
  if (event === undefined) return;
  const number = leaf.comparator === ">" ? leaf.number + 1 : leaf.number;
  const many = (ago: number): Demand => ({
    events: Array.from({ length: number }, () => ({ ...event, ago })),
  });
  const old = many(leaf.window.length - STAY);
  const [demands] = solve(stage, goalsAt(site, segment), [old]);
  const sketch = demands === undefined ? undefined : mergeAll([old, ...demands]);
  const others = demands === undefined ? undefined : mergeAll([many(0), ...demands]);
  if (sketch === undefined || others === undefined) return;
  const first = told(sceneOf(stage, sketch));
  const anew = told(sceneOf(stage, others));
  const again = (at: Instant): readonly ToldEvent[] => shifted(anew.events, at - anew.at);
  yield { first: { ...first, from: first.at }, again };
}

function shifted(events: readonly ToldEvent[], by: number): readonly ToldEvent[] {
  return events.map((event) => ({ ...event, at: (event.at + by) as Instant }));
}

/** A state that is lost after a moment, and comes back at the instant; all else happens once more too. */
function* byState(site: Site, segment: Segment, stage: Stage): Generator<Returning> {
  const { leaf } = site;
  if (leaf.kind !== "device" && leaf.kind !== "place" && leaf.kind !== "attribute") return;
  for (const scene of scenesFor(stage, goalsAt(site, segment), {})) {
    const [key, state] = stateIn(scene, leaf) ?? [];
    const [lost] = waysToBe(leaf, false, scene).flatMap(({ states = {} }) => Object.values(states));
    if (key === undefined || state === undefined || lost === undefined) continue;
    const life = told(scene);
    const say = (value: State, at: number): ToldEvent =>
      sayingOf(key, { ...value, ago: 0 }, { at: at as Instant, stage });
    const lose = (at: Instant): ToldEvent => say(lost, at + STAY);
    const first = { ...life, events: inOrder([...life.events, lose(life.at)]), from: life.at };
    const again = (at: Instant): readonly ToldEvent[] => [
      ...shifted(life.events, at - life.at),
      say(state, at),
      lose(at),
    ];
    yield { first, again };
  }
}

/** The state that a person is in as a condition asks. */
function stateIn({ sketch }: Scene, leaf: StateIs): readonly [StateKey, State] | undefined {
  const name = leaf.kind === "attribute" ? leaf.attribute : leaf.kind === "place" ? leaf.field : "";
  const key: StateKey =
    leaf.kind === "device"
      ? "device"
      : leaf.kind === "place"
        ? `place.${name}`
        : `attribute.${name}`;
  const state = sketch.states[key];
  return state === undefined ? undefined : [key, state];
}
