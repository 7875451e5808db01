import { type Event, PROFILE_UPDATED, type Value } from "../model/event.ts";
import type { Profile } from "../model/profile.ts";
import { type Zone, findZone, getZone } from "../time/zone.ts";
import type { Wall } from "./clock.ts";
import type { Leaf } from "./live.ts";
import { NewestValue } from "./newest-value.ts";

/** The fields of a place that events and attributes may name. */
const FIELDS = ["country", "region", "city", "area"] as const;
type Field = (typeof FIELDS)[number];

/** Something read of the profile, and the conditions that ask for it. */
interface Watched {
  readonly newest: NewestValue;
  readonly leaves: Leaf[];
}

/** What the engine knows of the profile at hand besides its counts: device, zone, place and attributes, each the newest
 *  that an event carried. Only what some condition asks for is watched. */
export class Context implements Wall {
  zone: Zone;
  /** What is known of the profile beforehand. */
  profile: Profile = { id: "" };
  readonly #defaultZone: string;
  readonly #device: Watched = { newest: new NewestValue(), leaves: [] };
  readonly #zone: Watched = { newest: new NewestValue(), leaves: [] };
  readonly #places = new Map<Field, Watched>();
  readonly #attributes = new Map<string, Watched>();

  constructor(defaultZone: string) {
    this.#defaultZone = defaultZone;
    this.zone = getZone(defaultZone);
  }

  get device(): string | undefined {
    const { value } = this.#device.newest;
    return typeof value === "string" ? value : undefined;
  }

  /** Whether nothing has named a zone, so that the default stands in. */
  get isZoneAssumed(): boolean {
    return this.#zone.newest.value === undefined;
  }

  /** The zone that is known, or assumed, before an event names one. */
  get zoneBeforehand(): Zone {
    return getZone(this.profile.zone ?? this.#defaultZone);
  }

  /** What is known of an attribute before an event sets it. */
  beforehand(attribute: string): Value | undefined {
    return this.profile.attributes?.[attribute];
  }

  watchDevice(leaf: Leaf): void {
    this.#device.leaves.push(leaf);
  }

  watchZone(leaf: Leaf): void {
    this.#zone.leaves.push(leaf);
  }

  watchPlace(field: Field, leaf: Leaf): void {
    keep(this.#places, field).leaves.push(leaf);
    this.watchAttribute(field, leaf);
  }

  watchAttribute(attribute: string, leaf: Leaf): void {
    this.keepAttribute(attribute).leaves.push(leaf);
  }

  /** Has an attribute read off events though no condition asks for it. */
  keepAttribute(attribute: string): Watched {
    return keep(this.#attributes, attribute);
  }

  place(field: Field): Value | undefined {
    return this.#places.get(field)?.newest.value ?? this.attribute(field);
  }

  attribute(attribute: string): Value | undefined {
    return this.#attributes.get(attribute)?.newest.value;
  }

  /** Takes what an event says. `changed` hears of the conditions whose truth may have changed. */
  take(event: Event, changed: (leaf: Leaf) => void): void {
    const { at, sequence, feed } = event;
    if (feed !== "email" && event.zone !== undefined) {
      if (this.#zone.newest.offer(event.zone, at, sequence)) this.#moveTo(event.zone, changed);
    }
    if (feed === "session-log") {
      if (event.device !== undefined) offer(this.#device, event.device, event, changed);
      if (event.place !== undefined && this.#places.size > 0) this.#takePlace(event, changed);
    }
    if (event.name === PROFILE_UPDATED && this.#attributes.size > 0)
      this.#takeAttributes(event, changed);
  }

  #takePlace(event: Event, changed: (leaf: Leaf) => void): void {
    for (const [field, watched] of this.#places) {
      const value = event.place?.[field];
      if (value !== undefined) offer(watched, value, event, changed);
    }
  }

  #takeAttributes(event: Event, changed: (leaf: Leaf) => void): void {
    for (const [attribute, watched] of this.#attributes) {
      const value = event.properties[attribute];
      if (value !== undefined) offer(watched, value, event, changed);
    }
  }

  #moveTo(name: string, changed: (leaf: Leaf) => void): void {
    this.zone = findZone(name) ?? this.zone;
    for (const leaf of this.#zone.leaves) changed(leaf);
  }

  /** Forgets the profile, and starts from what is known of the next one beforehand. */
  reset(profile: Profile): void {
    this.profile = profile;
    this.#zone.newest.reset(profile.zone);
    this.zone = this.zoneBeforehand;
    this.#device.newest.reset(profile.device);
    for (const watched of this.#places.values()) watched.newest.reset(undefined);
    for (const [name, watched] of this.#attributes)
      watched.newest.reset(profile.attributes?.[name]);
  }
}

function offer(watched: Watched, value: Value, event: Event, changed: (leaf: Leaf) => void): void {
  if (!watched.newest.offer(value, event.at, event.sequence)) return;
  for (const leaf of watched.leaves) changed(leaf);
}

function keep<Key>(all: Map<Key, Watched>, key: Key): Watched {
  const watched = all.get(key) ?? { newest: new NewestValue(), leaves: [] };
  all.set(key, watched);
  return watched;
}
