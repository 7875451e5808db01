import { type Event, PROFILE_UPDATED, type Place, type Value } from "../model/event.ts";
import type { Profile } from "../model/profile.ts";
import { type Zone, findZone, getZone } from "../time/zone.ts";
import type { Wall } from "./clock.ts";
import type { Live } from "./live.ts";
import { NewestValue } from "./newest-value.ts";

/** The fields of a place that events and attributes may name. */
const FIELDS = ["country", "region", "city", "area"] as const;
type Field = (typeof FIELDS)[number];

/** What the engine knows of the profile at hand besides its counts: device, zone, place and attributes, each the newest
 *  that an event carried. Only what some condition asks for is watched. */
export class Context implements Wall {
  zone: Zone;
  /** What is known of the profile beforehand. */
  profile: Profile = { id: "" };
  readonly #defaultZone: string;
  readonly #device = new NewestValue();
  readonly #zone = new NewestValue();
  readonly #places = new Map<Field, NewestValue>();
  readonly #attributes = new Map<string, NewestValue>();

  constructor(defaultZone: string) {
    this.#defaultZone = defaultZone;
    this.zone = getZone(defaultZone);
  }

  get device(): string | undefined {
    const { value } = this.#device;
    return typeof value === "string" ? value : undefined;
  }

  /** Whether nothing has named a zone, so that the default stands in. */
  get isZoneAssumed(): boolean {
    return this.#zone.value === undefined;
  }

  /** The zone that is known, or assumed, before an event names one. */
  get zoneBeforehand(): Zone {
    return getZone(this.profile.zone ?? this.#defaultZone);
  }

  /** What is known of an attribute before an event sets it. */
  beforehand(attribute: string): Value | undefined {
    return this.profile.attributes?.[attribute];
  }

  watchDevice(leaf: Live): void {
    this.#device.watch(leaf);
  }

  watchZone(leaf: Live): void {
    this.#zone.watch(leaf);
  }

  watchPlace(field: Field, leaf: Live): void {
    keep(this.#places, field).watch(leaf);
    this.watchAttribute(field, leaf);
  }

  watchAttribute(attribute: string, leaf: Live): void {
    this.keepAttribute(attribute).watch(leaf);
  }

  /** Has an attribute read off events though no condition asks for it. */
  keepAttribute(attribute: string): NewestValue {
    return keep(this.#attributes, attribute);
  }

  place(field: Field): Value | undefined {
    return this.#places.get(field)?.value ?? this.attribute(field);
  }

  attribute(attribute: string): Value | undefined {
    return this.#attributes.get(attribute)?.value;
  }

  /** Takes what an event says, and doubts the conditions whose truth may have changed. */
  take(event: Event): void {
    const { device, zone, place } = event;
    if (device !== undefined && event.feed === "session-log") this.#device.take(device, event);
    if (zone !== undefined && event.feed !== "email" && this.#zone.accepts(zone, event)) {
      this.zone = findZone(zone) ?? this.zone;
      this.#zone.tell();
    }
    if (place !== undefined && event.feed === "session-log") this.#takePlace(place, event);
    if (this.#attributes.size > 0 && event.name === PROFILE_UPDATED) this.#takeAttributes(event);
  }

  #takePlace(place: Place, event: Event): void {
    for (const [field, newest] of this.#places) {
      const value = place[field];
      if (value !== undefined) newest.take(value, event);
    }
  }

  #takeAttributes(event: Event): void {
    for (const [attribute, newest] of this.#attributes) {
      const value = event.properties[attribute];
      if (value !== undefined) newest.take(value, event);
    }
  }

  /** Forgets the profile, and starts from what is known of the next one beforehand. */
  reset(profile: Profile): void {
    this.profile = profile;
    this.#zone.reset(profile.zone);
    this.zone = this.zoneBeforehand;
    this.#device.reset(profile.device);
    for (const newest of this.#places.values()) newest.reset(undefined);
    for (const [name, newest] of this.#attributes) newest.reset(profile.attributes?.[name]);
  }
}

function keep<Key>(all: Map<Key, NewestValue>, key: Key): NewestValue {
  const newest = all.get(key) ?? new NewestValue();
  all.set(key, newest);
  return newest;
}
