import { Sender } from "../engine/sender.ts";
import type { Recording, Stretch } from "../feed/read/recording.ts";
import type { Segment } from "../rule/ast.ts";
import { Sizes } from "./sizes.ts";
import type { Peak } from "./sizes.ts";

/** What recorded events did to one segment. */
export interface SegmentReplay {
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
  readonly candidates: number;
  readonly fires: number;
  /** Candidates that policy held back, by reason. */
  readonly coolOff: number;
  readonly consent: number;
  readonly sends: number;
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

type Counts = { -readonly [Key in Counted]: number };
type Counted = "size" | "members" | "candidates" | "fires" | "coolOff" | "consent" | "sends";

/** Replays recorded events in the order in which they arrived, person by person, over one `stretch` for all. */
export function replay(recording: Recording, stretch: Stretch, options: ReplayOptions): Replay {
  const { segments, defaultZone, points } = options;
  const sender = new Sender(segments, { defaultZone });
  const sizes = segments.map(() => new Sizes());
  const counts = segments.map((): Counts => ({
    size: 0,
    members: 0,
    candidates: 0,
    fires: 0,
    coolOff: 0,
    consent: 0,
    sends: 0,
  }));
  let consentUnknown = 0;
  for (const [profile, id] of recording.profiles.entries()) {
    sender.reset({ id }, stretch.from);
    for (const event of recording.eventsByArrival(profile)) sender.engine.push(event);
    sender.engine.advanceTo(stretch.to);
    add(sender, sizes, counts);
    if (sender.isConsentUnknown) consentUnknown += 1;
  }
  const named = segments.map(({ name }, index) => {
    const own = sizes[index]!;
    const read = own.read(stretch, points);
    return { name, entries: own.entries, exits: own.exits, ...counts[index]!, ...read };
  });
  return { stretch, consentUnknown, segments: named };
}

/** Adds what came of the profile at hand. */
function add(sender: Sender, sizes: readonly Sizes[], counts: readonly Counts[]): void {
  const { transitions, decisions, sends } = sender.outcome;
  const entered = new Set<number>();
  for (const { at, segment, kind } of transitions) {
    sizes[segment]!.change(at, kind === "entered");
    if (kind === "entered") entered.add(segment);
  }
  for (const { segment, outcome } of decisions) {
    const own = counts[segment]!;
    own.candidates += 1;
    if (outcome === "fired") own.fires += 1;
    else if (outcome === "cool_off") own.coolOff += 1;
    else own.consent += 1;
  }
  for (const { segment } of sends) counts[segment]!.sends += 1;
  for (const [segment, own] of counts.entries()) {
    if (sender.engine.isMember(segment)) own.size += 1;
    if (entered.has(segment)) own.members += 1;
  }
}
