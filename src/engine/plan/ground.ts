import type { Event } from "../../model/event.ts";
import type { Look, Window } from "../../rule/ast.ts";
import { getZone } from "../../time/zone.ts";
import type { Context } from "../context.ts";
import { CalendarStart } from "../leaves/calendar.ts";
import type { OtherSegmentLeaf } from "../leaves/other-segment.ts";
import { Rezoned, type Rezoning } from "../leaves/rezoned.ts";
import { Sessions } from "../leaves/sessions.ts";
import { Always, type Anchor, Since, Trailing, type WindowStart } from "../leaves/window-start.ts";
import { ZoneLine } from "../leaves/zone-line.ts";
import type { Leaf } from "../live.ts";
import type { CompiledPredicate } from "../passes.ts";
import { Guarded, type Names, type Paths, type Sink } from "../routes.ts";
import { type CompiledLook, compileLook } from "./look.ts";

/** Every event. */
export const ALL: Names = { events: [], prefix: "" };

/** Every event of the session log. */
export const SESSION_LOG: Names = { ...ALL, feed: "session-log" };

/** A condition, and which events come to it. */
export interface Hearing extends Rezoning {
  readonly names: Names;
  readonly passes: readonly CompiledPredicate[];
  /** Whether news of a zone may change what passes. */
  readonly isLocal: boolean;
}

/** A condition on a session, and who takes the events on its behalf. */
interface SessionHearing {
  readonly leaf: Leaf;
  readonly sink: Sink;
  readonly sessions: Sessions;
}

/** What the conditions of one engine stand on: what is known of the profile, the ways of events, and what several of them
 *  share. */
export class Ground {
  readonly context: Context;
  readonly paths: Paths;
  /** All that forgets when the engine turns to another profile. */
  readonly states: { reset(): void }[] = [];
  readonly #sessions = new Map<number, Sessions>();
  readonly #tellings = new Map<string, OtherSegmentLeaf[]>();
  #zoneLine: ZoneLine | undefined;

  constructor(context: Context, paths: Paths) {
    this.context = context;
    this.paths = paths;
  }

  /** Has something forget when the engine turns to another profile. */
  keep<State extends { reset(): void }>(state: State): State {
    this.states.push(state);
    return state;
  }

  /** The conditions that hear of a segment's transitions, also those that are still to be compiled. */
  tellingsOf(segment: string): OtherSegmentLeaf[] {
    const known = this.#tellings.get(segment) ?? [];
    this.#tellings.set(segment, known);
    return known;
  }

  /** The sessions that a gap ends, one for all conditions. */
  sessions(gap: number): Sessions {
    const known = this.#sessions.get(gap);
    if (known !== undefined) return known;
    const sessions = this.keep(new Sessions(gap));
    this.#sessions.set(gap, sessions);
    this.paths.add(SESSION_LOG, { passes: [], sink: sessions, leaf: undefined });
    return sessions;
  }

  /** Where a window begins; `anchor` is what `since` looks back to. */
  window(window: Window, anchor: Anchor | undefined): WindowStart {
    switch (window.kind) {
      case "last":
        return new Trailing(window.length);
      case "ever":
        return new Always();
      case "calendar": {
        const wall = window.utc ? { zone: getZone("UTC") } : this.context;
        return this.keep(new CalendarStart(window, wall));
      }
      case "session":
        return this.sessions(window.gap);
      case "since": {
        if (anchor === undefined) throw new Error("unreachable: `since` without an anchor");
        return this.keep(new Since(window.anchor, anchor));
      }
    }
  }

  /** Compiles which events are meant. */
  look(look: Look): CompiledLook {
    return compileLook(look, (event) => this.#zones.zoneOf(event));
  }

  /** Has the events that are meant come to a condition. */
  hear({ names, passes, isLocal, ...rest }: Hearing): void {
    const { leaf } = rest;
    if (!isLocal) {
      this.paths.add(names, { passes, sink: rest.sink, leaf });
      return;
    }
    this.#zones.keep(rest.keepFrom);
    const rezoned = this.keep(new Rezoned(this.#zones, rest));
    this.paths.add(names, { passes, sink: rezoned, leaf });
    this.paths.add(ALL, { passes: [statesZone], sink: rezoned.statements, leaf });
  }

  /** Has the events of a look come to a condition that takes all that it hears. */
  hearLook(look: CompiledLook, leaf: Leaf & Sink, keepFrom: Rezoning["keepFrom"]): void {
    const { names, passes, passesLocally, isLocal } = look;
    const sink = isLocal ? new Guarded(passesLocally, leaf) : leaf;
    this.hear({ names, passes, isLocal, leaf, sink, keepFrom });
  }

  /** Has every event of the session log come to a condition, which picks those of the looks for itself. */
  hearSessions(looks: readonly CompiledLook[], { leaf, sink, sessions }: SessionHearing): void {
    this.hear({
      names: SESSION_LOG,
      passes: [],
      isLocal: looks.some((look) => look.isLocal),
      leaf,
      sink,
      keepFrom: (now) => sessions.keepFrom(now),
    });
  }

  get #zones(): ZoneLine {
    if (this.#zoneLine !== undefined) return this.#zoneLine;
    const line = this.keep(new ZoneLine(() => this.context.zoneBeforehand));
    this.#zoneLine = line;
    this.paths.add(ALL, { passes: [statesZone], sink: line, leaf: undefined });
    return line;
  }
}

/** Whether an event says in which zone the profile is. An email being opened does not move anybody. */
export function statesZone(event: Event): boolean {
  return event.feed !== "email" && event.zone !== undefined;
}
