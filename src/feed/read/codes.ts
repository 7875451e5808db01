/** Why a line or a row cannot be used, and what that asks for. */
export const REJECTION_HELP = {
  NOT_UTF8: "The bytes of the line or of the cell are not UTF-8. Export the file as UTF-8.",
  NOT_JSON: "The line is not JSON, or a cell that a mapping calls `:json` is not.",
  CUT_LINE: "The file ends inside of a record or an array: the export or the download was cut.",
  NOT_A_RECORD:
    "The line is JSON, but no object; or a row has more or fewer cells than the first row names.",
  NOT_CSV: "The row breaks the rules of CSV, for example by a quote inside of a cell.",
  WRONG_TYPE: "A field has a value of the wrong kind, such as a number for the name of an event.",
  UNKNOWN_CALL:
    "`type` is none of the calls of the Segment spec, or there is neither `type` nor `event`. Other records need a mapping.",
  MISSING_PROFILE: "The record names neither a profile nor an anonymous id.",
  MISSING_EVENT: "The record does not say what happened.",
  MISSING_INSTANT: "The record does not say when it happened.",
  NOT_AN_INSTANT:
    "The text is no date and time: write `2026-03-10T17:00:00.000Z`, or milliseconds since 1970.",
  INSTANT_WITHOUT_ZONE:
    "The date and time names no zone, and `--input-zone` does not say which is meant.",
  INSTANT_OUT_OF_RANGE:
    "The instant is before 1990 or after 2079: a clock that was never set, or a placeholder.",
  UNKNOWN_ZONE: "There is no time zone of that name in the IANA data.",
} as const;

/** Why a file of events cannot be used at all. */
export const INPUT_HELP = {
  EMPTY_FILE: "There is no record in the file.",
  MISSING_COLUMN: "A column of the mapping is nowhere in the input.",
  NO_MAPPING: "CSV and Parquet need a mapping.",
  NOT_PARQUET: "The file is called `.parquet`, but its first bytes are not those of Parquet.",
  BROKEN_PARQUET:
    "The Parquet file was cut, is still being written, or is damaged at the place that is named. Export or download it again.",
  UNSUPPORTED_PARQUET:
    "The Parquet file is encrypted, or compressed by LZO or LZ4, which cannot be read. Write it again with Snappy, Gzip, Brotli, Zstandard or uncompressed.",
  UNCLOSED_QUOTE:
    "A quote is opened in a CSV file and never closed; what follows it cannot be told apart.",
} as const;

/** What can be wrong with a mapping file. */
export const MAPPING_HELP = {
  NOT_YAML: "The mapping is no YAML and no JSON.",
  UNKNOWN_KEY: "A mapping has no such key: correct the spelling or take it out.",
  WRONG_VALUE: "The value is not what the key asks for; the message says what it takes.",
} as const;

/** Why a line or a row cannot be used. */
export type RejectionCode = keyof typeof REJECTION_HELP;

/** Why a file of events cannot be used at all. */
export type InputCode = keyof typeof INPUT_HELP;

/** What can be wrong with a mapping file. */
export type MappingCode = keyof typeof MAPPING_HELP;
