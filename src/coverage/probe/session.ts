import type { InSession, SessionField, SessionIs } from "../../rule/ast.ts";
import { printCondition } from "../../rule/printer.ts";
import { UNITS, duration, formatDuration } from "../../time/duration.ts";
import { IN_SESSION, eventsOf } from "./events.ts";
import type { Demand, PlacedEvent, SessionSketch } from "./sketch.ts";
import type { Bound, Scene, Stage } from "./stage.ts";
import { valuesBeside, valuesFor } from "./values.ts";

/** Ways to have a session that shows what is asked, or does not. */
export function waysToShow(is: SessionIs, wanted: boolean, scene: Scene): readonly Demand[] {
  return valuesFor(is.test, wanted).flatMap((value) => {
    const session = sessionShowing(is, value, scene);
    return session === undefined ? [] : [{ session }];
  });
}

/** The bounds of what a session must show. */
export function boundsOfSession(is: SessionIs, scene: Scene): readonly Bound[] {
  const sides = valuesBeside(is.test).flatMap(({ label, value }) => {
    const session = sessionShowing(is, value, scene);
    return session === undefined ? [] : [{ label, demand: { session } }];
  });
  const [shown] = waysToShow(is, true, scene);
  const quiet = shown === undefined ? [] : [quietBound(is.gap, shown.session!)];
  return [{ text: printCondition(is), sides }, ...quiet];
}

/** Ways to be in a session, or to have none at hand. */
export function waysToBeInSession({ ended, gap }: InSession, wanted: boolean): readonly Demand[] {
  const isIn = ended !== wanted;
  return isIn ? [{ session: { idle: IN_SESSION, gap } }, { session: { idle: 0, gap } }] : [];
}

/** The bound of a session: how long it may be quiet. */
export function boundsOfInSession({ gap }: InSession): readonly Bound[] {
  return [quietBound(gap, { gap })];
}

function quietBound(gap: number, session: SessionSketch): Bound {
  const idle = Math.min(session.onPage ?? IN_SESSION, IN_SESSION);
  const sides = [gap - 1, gap, gap + 1].map((quiet) => ({
    label: `quiet for ${formatDuration(duration(quiet))}`,
    demand: { session: { ...session, idle } },
    later: quiet - idle,
  }));
  return { text: "session", sides };
}

type Shown = { readonly [Field in SessionField]: keyof SessionSketch };

const KEYS: Shown = {
  depth: "depth",
  clicks: "clicks",
  duration: "duration",
  time_on_page: "onPage",
  scroll_depth: "scroll",
  referrer: "referrer",
  campaign: "campaign",
};

/** What the session must be like; nothing where no session can show the value. `null` is an empty demand. */
function sessionShowing(
  { field, metric, gap }: SessionIs,
  value: unknown,
  scene: Scene,
): SessionSketch | undefined {
  const isText = field === "referrer" || field === "campaign";
  if (value === null) return isText || field === "scroll_depth" ? { gap } : undefined;
  if (isText !== (typeof value === "string")) return undefined;
  if (
    typeof value === "number" &&
    (value < 0 || (field !== "scroll_depth" && !Number.isInteger(value)))
  )
    return undefined;
  const name = metric === undefined ? undefined : eventsOf({ metric }, scene)[0]?.name;
  const named = name === undefined ? {} : field === "clicks" ? { click: name } : { page: name };
  return { [KEYS[field]]: value, gap, ...named };
}

/** The events of a session, its newest `idle` ago. */
export function sessionEvents(session: SessionSketch, { neutral }: Stage): readonly PlacedEvent[] {
  const { page, click, depth, duration, clicks = 0, gap = 20 * UNITS.min } = session;
  const hasPages = page !== undefined && depth !== 0;
  const newest =
    session.idle ?? Math.min(hasPages ? (session.onPage ?? IN_SESSION) : IN_SESSION, IN_SESSION);
  const onPage = Math.max(newest, session.onPage ?? newest);
  const first = newest + (duration ?? Math.max(onPage - newest, (depth ?? 1) - 1));
  const pages = hasPages ? agosOfPages(depth ?? 1, onPage, first) : [];
  const placed = [
    ...pages.map((ago) => ({ ago, name: page!, properties: {} })),
    ...Array.from({ length: clicks }, () => ({
      ago: onPage,
      name: click ?? neutral,
      properties: {},
    })),
  ];
  const taken = placed.map(({ ago }) => ago);
  const silent = quietAgos(taken, { newest, first, gap }).map((ago) => ({
    ago,
    name: neutral,
    properties: {},
  }));
  const [one, ...others] = [...placed, ...silent];
  return one === undefined ? [] : [{ ...one, properties: aboutOf(session) }, ...others];
}

/** The newest page so long ago, the others as far back as the session goes. */
function agosOfPages(depth: number, newest: number, first: number): readonly number[] {
  return Array.from({ length: depth }, (_, index) => {
    if (index === 0) return newest;
    return Math.min(first, newest + Math.ceil(((first - newest) * index) / Math.max(1, depth - 1)));
  });
}

/** Where events that mean nothing must stand: at both ends, and wherever a pause would else end the session. */
function quietAgos(
  taken: readonly number[],
  { newest, first, gap }: { readonly newest: number; readonly first: number; readonly gap: number },
): readonly number[] {
  const quiet = [newest, first].filter(
    (ago, index, all) => !taken.includes(ago) && all.indexOf(ago) === index,
  );
  const step = Math.max(1, Math.floor(gap / 2));
  const stops = [...taken, ...quiet].toSorted((a, b) => a - b);
  const between = stops.slice(1).flatMap((ago, index) => {
    const pauses = Math.floor((ago - stops[index]! - 1) / step);
    return Array.from(
      { length: Math.max(0, pauses) },
      (_, place) => stops[index]! + (place + 1) * step,
    );
  });
  return [...quiet, ...between];
}

function aboutOf({ scroll, referrer, campaign }: SessionSketch): PlacedEvent["properties"] {
  return {
    ...(scroll === undefined ? {} : { scroll }),
    ...(referrer === undefined ? {} : { referrer }),
    ...(campaign === undefined ? {} : { campaign_name: campaign }),
  };
}
