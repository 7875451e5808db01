/** What can be wrong with a table of one row per profile, and what that asks for. */
export const TABLE_HELP = {
  EMPTY_TABLE: "The table has no rows; the first line of a CSV file names the columns.",
  BROKEN_ROW:
    "The row cannot be read: bytes that are not UTF-8, broken CSV or JSON, or more or fewer cells than the first row names.",
  COLUMN_TWICE: "Two columns have one name, so that nobody can tell which is meant.",
  UNREADABLE_PARQUET: "The bytes begin as Parquet does, but the rest cannot be read.",
  UNKNOWN_COLUMN: "The table has no column of this name; letters count, capitals too.",
  MISSING_CELL:
    "The cell is empty. An outcome that did not happen is 0; a profile without an arm is no part of the experiment, so take its row out.",
  NOT_A_NUMBER: "The cell of a column of numbers is none. Write 0 or 1, true or false, or 12.50.",
} as const;

/** A code of a mistake in a table. */
export type TableCode = keyof typeof TABLE_HELP;
