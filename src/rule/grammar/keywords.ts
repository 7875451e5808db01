/** Words with which a clause of a rule begins; they end whatever was being read before. */
export const CLAUSES: ReadonlySet<string> = new Set([
  "segment",
  "vocabulary",
  "when",
  "then",
  "cool",
  "cool_off",
]);

/** Words with which a condition begins, so that no metric may have them for a name. An attribute may: it is then written
 *  `profile.time`. */
export const STARTERS: ReadonlySet<string> = new Set([
  "not",
  "no",
  "at",
  "exactly",
  "more",
  "fewer",
  "less",
  "device",
  "local",
  "time",
  "event",
  "location",
  "profile",
]);

/** Words that join what stands around them. */
const JOINTS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "in",
  "is",
  "of",
  "ever",
  "where",
  "within",
  "contains",
  "between",
  "with",
  "true",
  "false",
]);

/** Whether a word belongs to the language, so that a bare name would be misread. */
export function isReserved(name: string): boolean {
  const word = name.toLowerCase();
  if (word.startsWith("location.") || word.startsWith("profile.")) return true;
  return CLAUSES.has(word) || STARTERS.has(word) || JOINTS.has(word);
}

const NAME = /^[\p{L}_$][\p{L}\p{N}\p{M}_$]*(?:\.[\p{L}_$][\p{L}\p{N}\p{M}_$]*)*$/u;

/** Whether a name can be written without quotes. */
export function isPlainName(name: string): boolean {
  return NAME.test(name) && !isReserved(name);
}
