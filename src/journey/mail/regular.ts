import type { StreamKey } from "../../random/stream.ts";
import type { Mailing } from "../presets/preset.ts";
import type { PeopleSettings } from "../settings.ts";
import { type Appeal, appealOfNewsletter } from "./letter.ts";

/** A mailing under its name, with the key of its draws and how it speaks to people. */
export interface Regular {
  readonly name: string;
  readonly mailing: Mailing;
  readonly flow: StreamKey;
  readonly appeal: Appeal;
}

/** The mailings that go out at all, by name. */
export function regularsOf(
  settings: PeopleSettings,
  keyOfFlow: (flow: string) => StreamKey,
): readonly Regular[] {
  const { mailings } = settings;
  const appeal = appealOfNewsletter(settings);
  const names = Object.keys(mailings).filter((name) => mailings[name]!.perWeek > 0);
  return names.toSorted().map((name) => {
    return { name, mailing: mailings[name]!, flow: keyOfFlow(`mailing ${name}`), appeal };
  });
}
