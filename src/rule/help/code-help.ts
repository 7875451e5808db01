/** What a code means, and a rule that shows it. */
export interface CodeHelp {
  /** A paragraph: what is wrong, and what to write instead. */
  readonly meaning: string;
  /** The text of a rule file in which parsing or checking finds the code. */
  readonly example: string;
}
