import { Engine } from "../engine/engine.ts";
import type { Recording } from "../feed/read/recording.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";

/** What is asked of a recording: who is in which segment, at these instants. */
export interface MembersQuestion {
  readonly segments: readonly Segment[];
  readonly instants: readonly Instant[];
  readonly defaultZone: string;
}

/** Who is in which segment at one instant: for every segment the ids of its members, in the order of code units. */
export interface MembersAnswer {
  readonly at: Instant;
  readonly members: readonly (readonly string[])[];
}

/** Who is in which segment at each instant, in event time and with all data known: an event counts from its `at` on,
 *  however late it arrived. Every profile of the recording is asked about. The answers stand in the order of the question. */
export function membersAt(
  recording: Recording,
  question: MembersQuestion,
): readonly MembersAnswer[] {
  const { segments, instants, defaultZone } = question;
  const inOrder = [...new Set(instants)].toSorted((a, b) => a - b);
  const answers = inOrder.map((at) => ({ at, members: segments.map((): string[] => []) }));
  const engine = new Engine(segments, { defaultZone });
  for (const [profile, id] of recording.profiles.entries()) {
    const events = recording.eventsByTime(profile);
    engine.reset({ id }, inOrder[0]!);
    let next = 0;
    for (const { at, members } of answers) {
      for (; next < events.length && events[next]!.at <= at; next++) engine.push(events[next]!);
      engine.advanceTo(at);
      for (const [segment, ids] of members.entries()) if (engine.isMember(segment)) ids.push(id);
    }
  }
  return instants.map((at) => answers[inOrder.indexOf(at)]!);
}
