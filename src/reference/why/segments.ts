import type { InSegment, SegmentChange } from "../../rule/ast.ts";
import { formatDuration } from "../../time/duration.ts";
import { formatInstant } from "../../time/instant.ts";
import { type Moment, changesOf, memberSince } from "../moment.ts";
import { old, young } from "./ages.ts";
import { type Facts, wordOfLength } from "./facts.ts";

/** Since when the profile has been a member of the other segment, or until when it was. */
export function inSegmentFacts(condition: InSegment, moment: Moment): Facts {
  const { segment, for: length } = condition;
  const since = memberSince(segment, moment);
  const last = changesOf(segment, moment).at(-1);
  const verb = since === undefined ? "left" : "member since";
  const found = last === undefined ? undefined : `${verb} ${formatInstant(last.at)}`;
  const asked = length === undefined ? "member" : `member for ${formatDuration(length)}`;
  if (since === undefined || length === undefined) return { found, asked, events: [] };
  return { found, asked, margin: old({ at: since }, length, moment), events: [] };
}

/** How long ago the profile entered or left the other segment. */
export function segmentChangeFacts(condition: SegmentChange, moment: Moment): Facts {
  const { segment, change, length } = condition;
  const asked = `within ${formatDuration(length)}`;
  const newest = changesOf(segment, moment).findLast(
    ({ entered }) => entered === (change === "entered"),
  );
  if (newest === undefined) return { asked, events: [] };
  const found = `${wordOfLength(moment.at - newest.at)} ago`;
  return { found, asked, margin: young(newest, length, moment), events: [] };
}
