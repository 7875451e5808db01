import { PROFILE_UPDATED } from "../../model/event.ts";
import type { Event, Feed, Place, Values } from "../../model/event.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Instant } from "../../time/instant.ts";
import { NumberColumn, TextColumn } from "./columns.ts";
import type { Fact } from "./fact.ts";
import { Identities } from "./identity.ts";
import { NOTHING } from "./values.ts";

/** Where a record stands: the number of its file, and its line. */
export interface Location {
  readonly file: number;
  readonly line: number;
}

/** All usable facts in columns, in the order `(file, line)`. A row is one event, or two where attributes came along:
 *  their `sequence` is twice the number of the row, and one more for the event itself. */
export class Rows {
  readonly identities = new Identities();
  readonly #vocabulary: Vocabulary;
  readonly #keys = new NumberColumn();
  readonly #names = new TextColumn();
  readonly #at = new NumberColumn();
  readonly #arrivedAt = new NumberColumn();
  readonly #devices = new TextColumn();
  readonly #zones = new TextColumn();
  readonly #files = new NumberColumn();
  readonly #lines = new NumberColumn();
  readonly #properties: Values[] = [];
  readonly #attributes = new Map<number, Values>();
  readonly #places: (Place | undefined)[] = [];
  readonly #seen = new Map<string, number>();
  readonly #dead = new Set<number>();
  /** Keys of people that only an alias or a group names. */
  readonly #named: number[] = [];
  #copies = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add(fact: Fact, location: Location): void {
    const key = this.#identify(fact);
    if (fact.event === undefined) {
      this.#named.push(key);
      return;
    }
    const row = this.#push(fact, key, location);
    if (fact.id !== undefined) this.#dropCopy(fact.id, row);
  }

  get length(): number {
    return this.#keys.length;
  }

  /** Rows whose id came before; they are not alive. */
  get duplicates(): number {
    return this.#copies;
  }

  /** The keys of the records that only name people, one for each record. */
  get named(): readonly number[] {
    return this.#named;
  }

  isAlive(row: number): boolean {
    return !this.#dead.has(row);
  }

  keyOf(row: number): number {
    return this.#keys.at(row);
  }

  happenedAt(row: number): number {
    return this.#at.at(row);
  }

  /** Whether the row tells the profile's zone: an email being opened does not move anybody. */
  tellsZone(row: number): boolean {
    if (this.#zones.at(row) === undefined) return false;
    return feedOf(this.#names.at(row) ?? "", this.#vocabulary) !== "email";
  }

  arrivedAt(row: number): number {
    return this.#arrivedAt.at(row);
  }

  locationOf(row: number): Location {
    return { file: this.#files.at(row), line: this.#lines.at(row) };
  }

  /** Appends the events of a row. */
  appendEvents(row: number, events: Event[]): void {
    const attributes = this.#attributes.get(row);
    if (attributes !== undefined)
      events.push(this.#eventOf(row, { name: PROFILE_UPDATED, properties: attributes }, 2 * row));
    const own = { name: this.#names.at(row) ?? "", properties: this.#properties[row] ?? NOTHING };
    events.push(this.#eventOf(row, own, 2 * row + 1));
  }

  #eventOf(row: number, own: Pick<Event, "name" | "properties">, sequence: number): Event {
    return {
      id: sequence,
      name: own.name,
      at: this.#at.at(row) as Instant,
      arrivedAt: this.#arrivedAt.at(row) as Instant,
      sequence,
      feed: feedOf(own.name, this.#vocabulary),
      properties: own.properties,
      device: this.#devices.at(row),
      place: this.#places[row],
      zone: this.#zones.at(row),
    };
  }

  #identify(fact: Fact): number {
    const { userId, anonymousId, previousId, arrivedAt } = fact;
    if (userId === undefined) return this.identities.anonymous(anonymousId ?? "");
    const key = this.identities.known(userId);
    if (anonymousId !== undefined)
      this.identities.link(this.identities.anonymous(anonymousId), key, arrivedAt);
    if (previousId !== undefined) {
      this.identities.link(this.identities.anonymous(previousId), key, arrivedAt);
      this.identities.link(this.identities.known(previousId), key, arrivedAt);
    }
    return key;
  }

  #push(fact: Fact, key: number, { file, line }: Location): number {
    this.#keys.push(key);
    this.#names.push(fact.event);
    this.#at.push(fact.at);
    this.#arrivedAt.push(fact.arrivedAt);
    this.#devices.push(fact.device);
    this.#zones.push(fact.zone);
    this.#files.push(file);
    this.#lines.push(line);
    this.#properties.push(fact.properties);
    this.#places.push(fact.place);
    if (fact.attributes !== undefined) this.#attributes.set(this.length - 1, fact.attributes);
    return this.length - 1;
  }

  /** Of two rows with one id, the first by arrival stays. */
  #dropCopy(id: string, row: number): void {
    const first = this.#seen.get(id);
    const isFirst = first === undefined || this.arrivedAt(row) < this.arrivedAt(first);
    if (isFirst) this.#seen.set(id, row);
    if (first === undefined) return;
    this.#copies += 1;
    this.#dead.add(isFirst ? first : row);
  }
}

function feedOf(name: string, vocabulary: Vocabulary): Feed {
  if (name === PROFILE_UPDATED) return "crm";
  const events = vocabulary.events;
  return Object.hasOwn(events, name) ? (events[name]?.feed ?? "session-log") : "session-log";
}
