import { spelt } from "../../random/spelling.ts";
import type { Instant } from "../../time/instant.ts";
import { DAY_MS, dayAt, instantOfWall, weekdayOf } from "../../time/zone.ts";
import type { Body } from "../body.ts";
import type { Mailing } from "../presets/preset.ts";
import { drawsAt, idOf } from "./letter.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Regular } from "./regular.ts";

const LETTER_ID = 0;

/** Plans the mailings that everybody with consent gets anyway, from `since` on, each at its time on the person's own wall at
 *  home, until the person withdraws. A mailing of a local day is the same one for all. */
export function subscribe(body: Body, mailbox: Mailbox, since: Instant): void {
  const { ground, where } = body;
  const day = dayAt(where.home.zone, since);
  for (const regular of ground.mailings) planNext(body, mailbox, { regular, day, since });
}

interface Issue {
  readonly regular: Regular;
  readonly day: number;
  readonly since: Instant;
}

/** Plans the first issue on `issue.day` or later. */
function planNext(body: Body, mailbox: Mailbox, issue: Issue): void {
  const { traits, agenda } = body;
  const { regular, since } = issue;
  const { name, mailing, flow, appeal } = regular;
  let day = issue.day;
  while (!isDayOf(mailing.perWeek, day) || instantOfDay(body, mailing, day) < since) day += 1;
  const { index } = traits;
  const address = { flow, index, ordinal: day };
  const order = idOf(address, LETTER_ID);
  const run = (at: Instant): void => {
    if (mailbox.permission.since !== since) return;
    const properties = {
      email_id: spelt(order),
      email_subject: "What is new",
      campaign_id: name,
    };
    const draws = drawsAt(address);
    const code = undefined;
    mailbox.take(
      { flow, index, ordinal: day, draws, deliveredAt: at, appeal, code, properties },
      at,
    );
    planNext(body, mailbox, { regular, day: day + 1, since });
  };
  agenda.add({ at: instantOfDay(body, mailing, day), order, run });
}

function instantOfDay({ where }: Body, mailing: Mailing, day: number): Instant {
  return instantOfWall(where.home.zone, day * DAY_MS + mailing.at);
}

/** Whether a mailing goes out on that day: the issues of a week are spread evenly from Tuesday on. */
function isDayOf(perWeek: number, day: number): boolean {
  const weekday = (weekdayOf(day) + 6) % 7; // Tuesday is 0
  const issues = Math.min(perWeek, 7);
  return Math.floor(((weekday + 1) * issues - 1) / 7) !== Math.floor((weekday * issues - 1) / 7);
}
