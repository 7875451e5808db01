/** A scenario file in, verdicts on its expectations out. */

/** What can be wrong with a scenario, and what that means and asks for. */
export const SCENARIO_ERRORS = {
  YAML_SYNTAX:
    "The file is no YAML 1.2. Most often an indentation, a quote or a bracket is missing.",
  NOT_A_SCENARIO:
    "The file holds something else, most often a rule. A scenario names its rules by paths.",
  UNKNOWN_KEY:
    "No such key exists here. Nothing is ignored in silence: correct the spelling or take it out.",
  NOT_YET_SUPPORTED: "The key is planned, and this version cannot do it yet. Take it out.",
  MISSING_KEY: "A key that the map needs is not there.",
  DUPLICATE_KEY: "The same key stands twice in one map; YAML would keep only one of them.",
  WRONG_TYPE: "The value is of another kind than the key asks for.",
  NUMBER_WITH_UNDERSCORES: "`10_000` is text in YAML 1.2, not a number. Write 10000.",
  OUT_OF_RANGE: "The number is outside of what makes sense here.",
  MISSING_UNIT: "A length of time needs a unit: 48h, 10min, 2s, 200ms, 13d.",
  UNKNOWN_UNIT: "Units are ms, s, min, h, d and w. `m` is refused, since it could be months.",
  UNKNOWN_WORD: "Only the words that the message lists may stand here.",
  UNKNOWN_ZONE:
    "The time-zone data know no zone of this name. Write an IANA name such as Europe/Berlin.",
  UNKNOWN_SEGMENT: "No rule of the scenario defines a segment of this name.",
  UNKNOWN_STATE: "A turn of the mission leads to a state that it does not have.",
  UNREACHABLE_STATE:
    "No turn leads to the state, so nobody would ever be in it. Lead to it, or take it out.",
  UNKNOWN_EVENT: "The vocabulary has no event of this name.",
  INSTANT_WITHOUT_ZONE:
    "A moment needs its zone: 2026-03-27T00:00Z. In a case, `local` stands for the profile's.",
  SHARES_DO_NOT_ADD_UP: "Shares that divide a whole must come to 100 % together.",
  UNREADABLE_FILE: "A file that the scenario names could not be read.",
  EMPTY_BOUNDS: "An expectation must ask for something: give min, max or a range such as 0.5%..4%.",
  WARM_UP_TOO_SHORT:
    "The warm-up is shorter than the longest window plus the longest cool-off, so the measured stretch begins before rules can know all that they ask about.",
} as const;

/** A code of a finding in a scenario. */
export type ScenarioErrorCode = keyof typeof SCENARIO_ERRORS;
