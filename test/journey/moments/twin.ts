import type { Generator } from "./moment.ts";
import type { Message } from "../../../src/journey/life.ts";
import type { People } from "../../../src/journey/population.ts";
import type { PeopleSettings } from "../../../src/journey/settings.ts";
import type { TrueEvent } from "../../../src/model/truth.ts";
import { type Instant, NEVER, instant } from "../../../src/time/instant.ts";
import { holds } from "./carts.ts";
import { Counts } from "./tally.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** All that is asked of a life. */
const HEARD: ReadonlySet<string> = new Set(["Page Viewed", "Product Added", "Order Completed"]);

const isOrder = ({ name }: TrueEvent): boolean => name === "Order Completed";

/** What a person does on the site, with one message or none. */
function livedBy(people: People, index: number, message?: Message): readonly TrueEvent[] {
  const life = people.lifeOf(index, HEARD);
  const events: TrueEvent[] = [];
  let isSent = message === undefined;
  while (life.nextAt() < NEVER || !isSent) {
    if (!isSent && message!.at < life.nextAt()) {
      life.receive(message!);
      isSent = true;
    } else events.push(...life.advance().filter(({ cause }) => cause === "human"));
  }
  return events;
}

/** People who are written to by nobody else. */
function unwritten({ settings }: Generator): PeopleSettings {
  return { ...settings, mailings: {}, consent: 1 };
}

/** The same where what is sent to them speaks as a newsletter does. */
function promoted(generator: Generator): PeopleSettings {
  const { numbers } = generator.settings;
  return {
    ...unwritten(generator),
    numbers: {
      ...numbers,
      openMessage: numbers.openNewsletter,
      clickMessage: numbers.clickNewsletter,
      visitMessage: numbers.visitNewsletter,
      boostMessage: numbers.boostNewsletter,
      boostClick: numbers.boostNewsletter,
    },
  };
}

/** Of somebody who is not asked nothing is counted. */
const NOT_ASKED = new Counts();

/** Two weeks of recent buyers, who have ordered within a year, in two worlds: with one promotional letter, and without;
 *  nothing of all others. */
export function promotedCounts(
  number: number,
  generator: Generator,
  from: Instant,
): readonly Counts[] {
  const at = instant(from + 365 * DAY + 15 * HOUR);
  const span = { seed: "7", from, to: instant(at + 14 * DAY) };
  const people = generator.createPeople(promoted(generator), span);
  return Array.from({ length: number }, (_, index) => {
    const without = livedBy(people, index);
    if (!without.some((each) => isOrder(each) && each.at <= at)) return NOT_ASKED;
    const message = { at, flow: "promotion", ordinal: 0, subject: "What is new" };
    const worlds = [livedBy(people, index, message), without] as const;
    const counts = new Counts();
    counts.add("recent buyers");
    addDifference(counts, "visitors", worlds, (each) => each.at > at);
    addDifference(counts, "orderers", worlds, (each) => each.at > at && isOrder(each));
    return counts;
  });
}

/** Adds 1 where something is done only with the message, -1 where only without. */
function addDifference(
  counts: Counts,
  name: string,
  [mailed, alone]: readonly [readonly TrueEvent[], readonly TrueEvent[]],
  test: (event: TrueEvent) => boolean,
): void {
  counts.add(`${name} more`, (mailed.some(test) ? 1 : 0) - (alone.some(test) ? 1 : 0));
}

const isWithin = (age: number): boolean => age > 0 && age < 28 * DAY;

/** Whether an order took what was added: of its own mission, or of another that shared the cart. */
function took(order: TrueEvent, added: TrueEvent): boolean {
  return order.mission === added.mission || holds(order, added.properties["product_id"]);
}

/** The first cart that each person abandons in the first month, bought within 28 days or not, in two worlds: with a message
 *  an hour after it was filled, and without. */
export function cartCounts(number: number, generator: Generator, from: Instant): readonly Counts[] {
  const span = { seed: "7", from, to: instant(from + 60 * DAY) };
  const people = generator.createPeople(unwritten(generator), span);
  return Array.from({ length: number }, (_, index) => {
    const alone = livedBy(people, index);
    const added = alone.find(
      ({ name, mission }) => name === "Product Added" && mission !== undefined,
    );
    if (added === undefined || added.at > from + 31 * DAY) return NOT_ASKED;
    const at = instant(added.at + HOUR);
    if (alone.some((each) => isOrder(each) && each.at > added.at && each.at <= at))
      return NOT_ASKED;
    const message = { at, flow: "cart", ordinal: 0, subject: "Still there?" };
    const worlds = [livedBy(people, index, message), alone] as const;
    const isBought = (each: TrueEvent): boolean =>
      isOrder(each) && isWithin(each.at - added.at) && took(each, added);
    const counts = new Counts();
    counts.add("abandoned carts");
    addDifference(counts, "carts bought", worlds, isBought);
    return counts;
  });
}
