/** What can be wrong with the use of the program and with the files that it is given, and what that asks for. */
export const CLI_HELP = {
  MISSING_FILE:
    "No file of this name is there. Names are taken from the folder in which the command runs, or from `--cwd`.",
  A_FOLDER:
    "A folder stands where files are asked for. Name its files, or a glob such as `events/*.ndjson`.",
  EMPTY_GLOB: "No file matches the pattern. Quote it if the shell should leave it alone.",
  EMPTY_FOLDER:
    "The folder holds no file of the kind asked for: rules end in `.segment`, scenarios in `.yaml`.",
  UNREADABLE: "The file is there, but the system refuses to read it; its reason is given.",
  UNWRITABLE:
    "The system refuses to write the file; its reason is given. What was there is still there.",
  NOT_GZIP:
    "The file is called `.gz` but holds something else, or its end is missing. Export or download it again.",
  NOT_UTF8: "The bytes of the line are not UTF-8. Save the file as UTF-8.",
  NO_SEGMENT: "The rules define no segment, or several where one must be named with `--segment`.",
  UNKNOWN_SEGMENT: "The rules define no segment of this name.",
  UNKNOWN_PROFILE: "Nobody of this id is in the scenario or in the events.",
  UNKNOWN_ZONE:
    "The time-zone data know no zone of this name. Write an IANA name such as Europe/Berlin.",
  UNKNOWN_FIELD: "`--map` knows no such field. Write `column=field` with a field of the list.",
  WRONG_VALUE: "The value of the option is not of the kind that the option takes.",
  NOT_AN_INSTANT:
    "The text is no date and time. Write 2026-03-10T17:00:00Z, or for a scenario +38h14min after its start.",
  INSTANT_WITHOUT_ZONE:
    "The date and time names no zone. End it in Z or an offset, or say with `--input-zone` which clock is meant.",
  INSTANT_OUT_OF_RANGE: "The instant is before 1990 or after 2079.",
  OUTSIDE_RUN: "The instant is before the warm-up begins or after the run has ended.",
  NO_EVENT: "The files hold records, but none that says that something happened.",
  ONE_ARM: "The column of arms has one value only. A comparison needs a control and a treatment.",
  UNKNOWN_ARM:
    "No row has this arm, or nothing says which arm is the control: name it with `--control`.",
  COLUMN_TWICE_USED:
    "One column is given two parts to play. The arm, the outcomes and what slices them must differ: whoever is sliced by an outcome compares people whom the test itself has sorted.",
  TOO_MANY_LEVELS:
    "The column has so many values that each would hold next to nobody. Slice by a coarser one; ids belong to `--id`.",
  SEGMENT_TWICE: "Two segments have one name, so that a report could not tell them apart.",
  NOT_OF_A_ROW:
    "A segment over rows can only ask what stands in the row: attributes, device, place and consent, joined with and, or, not. There are no events in the file and no clock.",
  READS_OUTCOME:
    "The segment reads the arm or an outcome. Who is in it would then be decided by the test itself, and the arms could not be compared.",
  TOO_MANY_REJECTED:
    "More records than `--max-rejected` allows cannot be used. The lines above say which and why; correct them, or allow more.",
} as const;

/** A code of a mistake in the use of the program. */
export type CliCode = keyof typeof CLI_HELP;
