import type { Event } from "../model/event.ts";
import type { Recency, Sequence } from "../rule/ast.ts";
import { before } from "../time/window.ts";
import { isWithin } from "../time/window.ts";
import { lookedAt } from "./look.ts";
import type { Moment } from "./moment.ts";
import { inWindow } from "./window.ts";

/** The newest or the oldest of the events that a recency asks for. */
export function recent(recency: Recency, { known }: Moment): Event | undefined {
  return lookedAt(recency, known).at(recency.which === "last" ? -1 : 0);
}

/** Whether that event is as old as asked; without one, neither younger nor older. */
export function isRecency(recency: Recency, moment: Moment): boolean {
  const event = recent(recency, moment);
  if (event === undefined) return false;
  switch (recency.relation) {
    case "within":
      return isWithin(event.at, recency.length, moment.at);
    case "before":
      return event.at <= before(moment.at, recency.length);
  }
}

/** Events that make a sequence: the first, and the second unless that must not have come. */
export type Found = readonly [Event] | readonly [Event, Event];

/** All that make the sequence true at a moment, oldest first. */
export function sequences(sequence: Sequence, moment: Moment): readonly Found[] {
  const firsts = lookedAt(sequence.first, moment.known);
  const seconds = lookedAt(sequence.second, moment.known);
  return sequence.negated
    ? withoutSecond(sequence, firsts, { seconds, moment })
    : withSecond(sequence, firsts, inWindow(seconds, sequence.window, moment));
}

function withSecond(
  { within }: Sequence,
  firsts: readonly Event[],
  seconds: readonly Event[],
): readonly Found[] {
  return seconds.flatMap((second) =>
    firsts
      .filter((first) => 0 < second.at - first.at && second.at - first.at < within)
      .map((first): Found => [first, second]),
  );
}

function withoutSecond(
  { within, window }: Sequence,
  firsts: readonly Event[],
  { seconds, moment }: { readonly seconds: readonly Event[]; readonly moment: Moment },
): readonly Found[] {
  return inWindow(firsts, window, moment)
    .filter((first) => first.at + within <= moment.at)
    .filter((first) => !seconds.some((second) => first.at < second.at))
    .map((first): Found => [first]);
}
