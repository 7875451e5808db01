import type { Event, Values } from "./event.ts";

/** A person as rules see them before their first event. */
export interface Profile {
  readonly id: string;
  /** The IANA name of the zone, if it is known beforehand. */
  readonly zone?: string | undefined;
  /** The device that counts until an event says another. */
  readonly device?: string | undefined;
  readonly attributes?: Values | undefined;
}

/** Everything about one profile: what was known beforehand, and its events in any order. `defaultZone` stands in for a
 *  zone that nothing has named. */
export interface History {
  readonly profile: Profile;
  readonly defaultZone: string;
  readonly events: readonly Event[];
}
