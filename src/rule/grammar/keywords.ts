/** Words with which a clause of a rule begins. Those that are ordinary words elsewhere do so only where what follows
 *  makes one of them. */
const CLAUSES: ReadonlySet<string> = new Set([
  "segment",
  "vocabulary",
  "refines",
  "when",
  "relax",
  "until",
  "then",
  "after",
  "unless",
  "send",
  "cool",
  "cool_off",
  "re_enter",
  "reenter",
  "stale",
  "quiet",
  "quiet_hours",
  "priority",
  "holdout",
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
  "sum",
  "average",
  "minimum",
  "maximum",
  "distinct",
  "first",
  "last",
  "session",
  "entered",
  "left",
  "evidence",
]);

/** Words that join what stands around them. */
const JOINTS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "in",
  "is",
  "of",
  "over",
  "for",
  "from",
  "ever",
  "today",
  "since",
  "where",
  "within",
  "fresher",
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
