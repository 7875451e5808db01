import { type Command, Option } from "commander";

/** The options with which commands read rules. */
export interface RulesOptions {
  readonly rules: readonly string[];
  readonly vocabulary?: string;
}

/** The options with which commands read recorded events. */
export interface EventsOptions {
  readonly events: readonly string[];
  readonly mapping?: string;
  readonly map?: readonly string[];
  readonly inputZone?: string;
  readonly defaultZone: string;
  readonly maxRejected: string;
}

/** Adds the option that brings more words to rules. */
export function addVocabularyOption(command: Command): Command {
  return command.option(
    "--vocabulary <file>",
    "more words: a file with a vocabulary block, or segment, klaviyo, hubspot",
  );
}

/** Adds the options with which rules are read. */
export function addRulesOptions(command: Command): Command {
  return addVocabularyOption(
    command.requiredOption("--rules <files...>", "the rules: *.segment files, folders or globs"),
  );
}

/** Adds the options with which recorded events are read. */
export function addEventsOptions(command: Command): Command {
  return command
    .requiredOption("--events <files...>", "recorded events: files, globs, or - for standard input")
    .optionsGroup("Reading events:")
    .option("--mapping <file>", "what the columns or keys of the events are, YAML or JSON")
    .option("--map <column=field...>", "the same for one column: user_id=profile")
    .option("--input-zone <zone>", "the zone of instants that name none")
    .addOption(
      new Option("--default-zone <zone>", "the zone of profiles that name none").default("UTC"),
    )
    .addOption(
      new Option(
        "--max-rejected <share>",
        "how many records may be unusable: 1%, 0.01, or a count",
      ).default("1%"),
    );
}
