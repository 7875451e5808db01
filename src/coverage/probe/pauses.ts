import type { Segment } from "../../rule/ast.ts";
import { runReference } from "../../reference/run.ts";
import { type Duration, UNITS, duration, formatDuration } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { type Group, firstThatShows } from "./group.ts";
import { type Probe, probe, questionOfTold } from "./person.ts";
import { type Returning, returning } from "./returning.ts";
import type { Stage } from "./stage.ts";
import { type Told, inOrder } from "./told.ts";

/** How many returns are tried. */
const MOST_LIVES = 8;

/** The probes of what policy looks back for: the pause after a send, caps, and who may enter again. */
export function pauseGroups(segment: Segment, stage: Stage): readonly Group[] {
  const { coolOff, caps = [], reEnter } = segment;
  const ask = { stage, segment, lives: new Lives(returning(segment, stage)) };
  return [
    ...(coolOff === undefined ? [] : [coolOffGroup(coolOff, ask)]),
    ...caps.flatMap(({ sends, per }) => capGroups(sends, per, ask)),
    ...(reEnter === undefined ? [] : [reEnterGroup(reEnter, ask)]),
  ];
}

interface Ask {
  readonly stage: Stage;
  readonly segment: Segment;
  readonly lives: Lives;
}

/** Lives with returns, each made up when it is first asked for. */
class Lives {
  readonly #found: Returning[] = [];
  readonly #more: Iterator<Returning>;

  constructor(more: Iterator<Returning>) {
    this.#more = more;
  }

  /** What is made of each life, one after the other. */
  *map<T>(make: (life: Returning) => T): Generator<T> {
    for (let index = 0; index < MOST_LIVES; index++) {
      const life = this.#found[index] ?? this.#next();
      if (life === undefined) return;
      yield make(life);
    }
  }

  #next(): Returning | undefined {
    const { done, value } = this.#more.next();
    if (done === true) return undefined;
    this.#found.push(value);
    return value;
  }
}

/** The life with returns at some instants; asked about at the last of them. */
function lifeWith({ first, again }: Returning, returns: readonly Instant[]): Told {
  const at = returns.at(-1) ?? first.at;
  const events = [...first.events, ...returns.flatMap(again)].filter((event) => event.at <= at);
  return { ...first, events: inOrder(events), at };
}

function asked(label: string, life: Told, { stage, segment }: Ask): Probe {
  return probe(label, life, { stage, segment, asking: "decision" });
}

function coolOffGroup(length: number, ask: Ask): Group {
  return firstThatShows(
    { name: `cool off ${formatDuration(duration(length))}`, bound: "", showing: "cool_off" },
    ask.lives.map((life) =>
      [-1, 0, 1].map((step) => {
        const at = (life.first.at + length + step) as Instant;
        const label = `${formatDuration(duration(length + step))} after the send`;
        return asked(label, lifeWith(life, [at]), ask);
      }),
    ),
  );
}

/** As many sends as allowed, and one fewer; then the oldest of them a millisecond before it is forgotten, and after. */
function capGroups(sends: number, per: number, ask: Ask): readonly Group[] {
  const name = `at most ${sends} sends per ${formatDuration(duration(per))}`;
  const steps = stepsWithin(sends, per, ask.segment);
  const counted = function* (): Generator<readonly Probe[]> {
    for (const tries of ask.lives.map((life) =>
      steps.map((step) => numbersOf(sends, { life, step, ask })),
    ))
      yield* tries;
  };
  const forgotten = function* (): Generator<readonly Probe[]> {
    for (const tries of ask.lives.map((life) =>
      steps.map((step) => endsOf(sends, per, { life, step, ask })),
    ))
      yield* tries;
  };
  return [
    firstThatShows({ name, bound: "how many", showing: "cap" }, counted()),
    firstThatShows({ name, bound: "until the first is forgotten", showing: "cap" }, forgotten()),
  ];
}

interface Stepping {
  readonly life: Returning;
  readonly step: number;
  readonly ask: Ask;
}

function numbersOf(sends: number, { life, step, ask }: Stepping): readonly Probe[] {
  return [sends - 1, sends].map((earlier) =>
    asked(`${earlier} sends before it`, lifeWith(life, everyStep(life, step, earlier)), ask),
  );
}

function endsOf(sends: number, per: number, { life, step, ask }: Stepping): readonly Probe[] {
  return [-1, 0, 1].map((late) => {
    const at = (life.first.at + per + late) as Instant;
    const returns = [...everyStep(life, step, sends - 1), at];
    const label = `${formatDuration(duration(per + late))} after the first`;
    return asked(label, lifeWith(life, returns), ask);
  });
}

/** Steps from one send to the next: whole days where they fit, so that the time of day stays. */
function stepsWithin(sends: number, per: number, segment: Segment): readonly number[] {
  const coolOff: number = segment.coolOff ?? 0;
  const day = Math.max(1, Math.ceil(coolOff / UNITS.d)) * UNITS.d;
  return [day, Math.max(coolOff, UNITS.min), Math.floor(per / (sends + 1))].filter(
    (step) => step >= coolOff && step * sends < per,
  );
}

function everyStep({ first }: Returning, step: number, times: number): readonly Instant[] {
  return Array.from({ length: times }, (_, index) => (first.at + (index + 1) * step) as Instant);
}

function reEnterGroup(reEnter: "never" | Duration, ask: Ask): Group {
  if (reEnter === "never")
    return firstThatShows(
      { name: "re-enter never", bound: "", showing: "re_entry" },
      ask.lives.map((life) =>
        [[], [(life.first.at + 7 * UNITS.d) as Instant]].map((returns) =>
          asked(
            returns.length === 0 ? "the first time" : "the second time",
            lifeWith(life, returns),
            ask,
          ),
        ),
      ),
    );
  return firstThatShows(
    { name: `re-enter after ${formatDuration(reEnter)}`, bound: "", showing: "re_entry" },
    ask.lives.map((life) => {
      const left = leavingOf(life, ask);
      if (left === undefined) return [];
      return [-1, 0, 1].map((step) => {
        const label = `${formatDuration(duration(reEnter + step))} after leaving`;
        return asked(label, lifeWith(life, [(left + reEnter + step) as Instant]), ask);
      });
    }),
  );
}

/** When somebody who entered leaves again, within a year. */
function leavingOf({ first }: Returning, { segment, stage }: Ask): Instant | undefined {
  const to = (first.at + 366 * UNITS.d) as Instant;
  const { segments, policy, history } = questionOfTold(first, stage);
  const { transitions } = runReference(segments, history, { from: first.at, to }, policy);
  const index = segments.indexOf(segment);
  return transitions.find((each) => each.segment === index && each.kind === "left")?.at;
}
