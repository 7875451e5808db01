import type { Command } from "commander";
import type { Recording } from "../feed/read/recording.ts";
import { checkZones } from "../rule/check.ts";
import { drawFinding } from "../text/frame.ts";
import { type GlobalOptions, optionsOf } from "./context.ts";
import { drawRejections } from "./events-input.ts";
import type { Rules } from "./rules-input.ts";
import type { Terminal } from "./terminal.ts";

/** Says on stderr what a reader of the result should know of the events: rejections, copies, zones that were assumed. */
export function notice(
  recording: Recording,
  options: GlobalOptions & { readonly defaultZone: string },
  { err }: Terminal,
): void {
  const { counts } = recording;
  for (const line of drawRejections(recording)) err(`${line}\n`);
  if (options.quiet) return;
  if (options.verbose)
    err(`${counts.records} records, ${counts.events} events, ${counts.profiles} profiles\n`);
  if (counts.rejected > 0) err(`${counts.rejected} of ${counts.records} records were rejected\n`);
  if (counts.duplicates > 0)
    err(
      `${counts.duplicates} of ${counts.records} records repeat a known event and were ignored\n`,
    );
  if (counts.skipped > 0)
    err(`${counts.skipped} of ${counts.records} records name no profile and were passed over\n`);
  if (counts.zonesAssumed > 0)
    err(
      `${counts.zonesAssumed} of ${counts.profiles} profiles name no zone: ${options.defaultZone} is assumed (--default-zone)\n`,
    );
}

/** Says on stderr which rules read a clock on the wall, if neither the events nor an option say in which zone anybody
 *  is. */
export function noticeZones(
  command: Command,
  { rules, recording }: { readonly rules: Rules; readonly recording: Recording },
  { err }: Terminal,
): void {
  const { profiles, zonesAssumed } = recording.counts;
  const isSaid = command.getOptionValueSource("defaultZone") !== "default";
  if (isSaid || zonesAssumed < profiles || optionsOf(command).quiet) return;
  for (const finding of checkZones(rules.segments, { ...rules, zoneSource: "none" }))
    err(`${drawFinding(finding)}\n\n`);
}
