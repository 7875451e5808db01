/** Membership by looking at everything again at every instant: written from the raw rows, and from nothing of ours. */

/** One row of the data, as plain numbers and texts. */
export interface Row {
  readonly who: string;
  readonly name: string;
  readonly at: number;
  readonly device: string;
  readonly zone: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What one person's rows say at an instant. */
export interface View {
  count(names: readonly string[], hours: number, matches?: (row: Row) => boolean): number;
  readonly device: string | undefined;
  readonly newest: Row | undefined;
  /** Minutes since midnight on the wall. */
  minute(): number;
}

/** A rule, written out in TypeScript by hand. */
export interface HandRule {
  readonly name: string;
  readonly holds: (view: View) => boolean;
  /** The windows and minutes of the day at which something may change. */
  readonly windows: readonly number[];
  readonly coolOff: number;
}

export const HOUR = 3_600_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function minuteOf(zone: string, at: number): number {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const options = {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    } as const;
    clocks.set(zone, (clock = new Intl.DateTimeFormat("en-GB", options)));
  }
  const [hour = 0, minute = 0] = clock.format(at).split(":").map(Number);
  return hour * 60 + minute;
}

function viewAt(rows: readonly Row[], at: number): View {
  const known = rows.filter((row) => row.at <= at);
  const newest = known.at(-1);
  return {
    count: (names, hours, matches = () => true) =>
      known.filter((row) => row.at > at - hours * HOUR && names.includes(row.name) && matches(row))
        .length,
    device: newest?.device,
    newest,
    minute: () => minuteOf(newest?.zone ?? "UTC", at),
  };
}

/** The rows of each person, in the order in which they happened; rows of one instant stay in the order of the data. */
export function byPerson(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const people = new Map<string, Row[]>();
  for (const row of rows.toSorted((a, b) => a.at - b.at)) {
    const own = people.get(row.who);
    if (own === undefined) people.set(row.who, [row]);
    else own.push(row);
  }
  return people;
}

/** Who is in at an instant, sorted. */
export function membersBy(
  rule: HandRule,
  people: ReadonlyMap<string, readonly Row[]>,
  at: number,
): readonly string[] {
  const ids = [...people].filter(([, rows]) => rule.holds(viewAt(rows, at))).map(([id]) => id);
  return ids.toSorted((a, b) => (a < b ? -1 : 1));
}

/** Entries, exits and fires of one rule over all people, and who is in at the end. */
export interface Flow {
  entries: number;
  exits: number;
  fires: number;
  atTheEnd: number;
  members: number;
}

/** Walks every person through every instant at which anything could change; `ticks` are those of the clocks. */
export function flowBy(
  rule: HandRule,
  people: ReadonlyMap<string, readonly Row[]>,
  { ticks, end }: { readonly ticks: readonly number[]; readonly end: number },
): Flow {
  const flow: Flow = { entries: 0, exits: 0, fires: 0, atTheEnd: 0, members: 0 };
  for (const rows of people.values()) {
    const instants = new Set(ticks);
    for (const row of rows) {
      instants.add(row.at);
      for (const hours of rule.windows) instants.add(row.at + hours * HOUR);
    }
    const inside = [...instants].filter((at) => rows[0]!.at <= at && at <= end);
    walk(rule, rows, { instants: inside.toSorted((a, b) => a - b), flow });
  }
  return flow;
}

function walk(
  rule: HandRule,
  rows: readonly Row[],
  { instants, flow }: { readonly instants: readonly number[]; readonly flow: Flow },
): void {
  let isIn = false;
  let lastFire = -Infinity;
  let wasIn = false;
  for (const at of instants) {
    const now = rule.holds(viewAt(rows, at));
    if (now && !isIn) {
      flow.entries += 1;
      wasIn = true;
      if (at >= lastFire + rule.coolOff * HOUR) {
        flow.fires += 1;
        lastFire = at;
      }
    }
    if (!now && isIn) flow.exits += 1;
    isIn = now;
  }
  if (isIn) flow.atTheEnd += 1;
  if (wasIn) flow.members += 1;
}
