import { Sender } from "../engine/sender.ts";
import type { Recording, Stretch } from "../feed/read/recording.ts";
import {
  type FateTotals,
  type FatesApart,
  countFate,
  emptyFates,
  fatesOf,
} from "../measure/fates.ts";
import type { Segment } from "../rule/ast.ts";
import { holdoutDraw } from "./holdout.ts";
import { Sizes } from "./sizes.ts";
import type { Peak } from "./sizes.ts";

/** What recorded events did to one segment. */
export interface SegmentReplay extends FatesApart {
  readonly name: string;
  /** Members after the last arrival, and when there were most. */
  readonly size: number;
  readonly peak: Peak;
  /** Sizes at evenly spaced instants of the stretch. */
  readonly curve: readonly number[];
  /** Profiles that were ever a member. */
  readonly members: number;
  readonly entries: number;
  readonly exits: number;
  readonly sends: number;
  readonly ghosts: number;
}

/** What recorded events did to all segments. */
export interface Replay {
  readonly stretch: Stretch;
  readonly consentUnknown: number;
  readonly segments: readonly SegmentReplay[];
}

/** With what events are replayed. */
export interface ReplayOptions {
  readonly segments: readonly Segment[];
  readonly defaultZone: string;
  /** How many points a curve has. */
  readonly points: number;
}

/** What is recorded names no seed: who is held out is the same in every replay. */
const REPLAY_SEED = "replay";

type Counts = { -readonly [Key in Counted]: number };
type Counted = "size" | "members" | "sends" | "ghosts";

/** Replays recorded events in the order in which they arrived, person by person, over one `stretch` for all. */
export function replay(recording: Recording, stretch: Stretch, options: ReplayOptions): Replay {
  const { segments, defaultZone, points } = options;
  const sender = new Sender(segments, { defaultZone, holdoutDraw: holdoutDraw(REPLAY_SEED) });
  const sizes = segments.map(() => new Sizes());
  const counts = segments.map((): Counts => ({
    size: 0,
    members: 0,
    sends: 0,
    ghosts: 0,
  }));
  const fates = segments.map(() => emptyFates(segments.length));
  let consentUnknown = 0;
  for (const [profile, id] of recording.profiles.entries()) {
    sender.reset({ id }, stretch.from);
    for (const event of recording.eventsByArrival(profile)) sender.engine.push(event);
    sender.engine.advanceTo(stretch.to);
    add(sender, sizes, { counts, fates });
    if (sender.isConsentUnknown) consentUnknown += 1;
  }
  const names = segments.map(({ name }) => name);
  const named = names.map((name, index) => {
    const own = sizes[index]!;
    const read = own.read(stretch, points);
    return {
      name,
      entries: own.entries,
      exits: own.exits,
      ...counts[index]!,
      ...fatesOf(fates[index]!, names),
      ...read,
    };
  });
  return { stretch, consentUnknown, segments: named };
}

/** Adds what came of the profile at hand. */
function add(
  sender: Sender,
  sizes: readonly Sizes[],
  { counts, fates }: { readonly counts: readonly Counts[]; readonly fates: readonly FateTotals[] },
): void {
  const { transitions, decisions, sends } = sender.outcome;
  const entered = new Set<number>();
  for (const { at, segment, kind } of transitions) {
    sizes[segment]!.change(at, kind === "entered");
    if (kind === "entered") entered.add(segment);
  }
  for (const decision of decisions) countFate(fates[decision.segment]!, decision);
  for (const { segment, ghost } of sends) counts[segment]![ghost ? "ghosts" : "sends"] += 1;
  for (const [segment, own] of counts.entries()) {
    if (sender.engine.isMember(segment)) own.size += 1;
    if (entered.has(segment)) own.members += 1;
  }
}
