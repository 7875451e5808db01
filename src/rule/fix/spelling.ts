import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Edit, Finding } from "../../text/finding.ts";
import { slip } from "../../text/suggest.ts";

/** The names among which the word of a finding should be, by its code. */
const NAMES: Readonly<Record<string, (words: Vocabulary) => readonly string[]>> = {
  UNKNOWN_NAME: ({ metrics, attributes }) => [...Object.keys(metrics), ...Object.keys(attributes)],
  UNKNOWN_METRIC: ({ metrics }) => Object.keys(metrics),
  UNKNOWN_EVENT: ({ events }) => Object.keys(events),
  UNKNOWN_ATTRIBUTE: ({ attributes }) => Object.keys(attributes),
  UNKNOWN_PROPERTY: ({ events }) =>
    Object.values(events).flatMap(({ properties }) => Object.keys(properties ?? {})),
  UNKNOWN_PART: ({ parts }) => Object.keys(parts),
  UNKNOWN_THING: ({ things }) => Object.keys(things),
  UNKNOWN_DEVICE: ({ devices }) => devices,
  UNKNOWN_AREA: ({ areas }) => areas,
};

/** How the word of a finding is put right, if one known name alone is a single letter away. */
export function spellingOf(finding: Finding, words: Vocabulary): readonly Edit[] | undefined {
  const names = NAMES[finding.code]?.(words);
  const { source, span } = finding;
  const [, lead = "", word = "", trail = ""] =
    /^(["“”„]?(?:profile\.)?)(.*?)(["“”]?)$/su.exec(source.text.slice(span.start, span.end)) ?? [];
  const meant = names === undefined ? undefined : slip(word, names);
  return meant === undefined ? undefined : [{ span, text: `${lead}${meant}${trail}` }];
}
