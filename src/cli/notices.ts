import type { Recording } from "../feed/read/recording.ts";
import type { GlobalOptions } from "./context.ts";
import { drawRejections } from "./events-input.ts";
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
