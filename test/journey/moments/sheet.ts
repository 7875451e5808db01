import { type Generator, type Moment, RIGHT } from "./moment.ts";
import { CLOCK } from "./rows/clock.ts";
import { CART_MESSAGE, PROMOTION } from "./rows/effect.ts";
import { APP_FEEDS, FEEDS } from "./rows/feed.ts";
import { MAIL } from "./rows/mail.ts";
import { MESSAGES } from "./rows/message.ts";
import { PLACE } from "./rows/place.ts";
import { REPEAT } from "./rows/repeat.ts";
import { CARTS, PAGES } from "./rows/site.ts";
import { TIRED } from "./rows/tired.ts";
import { TRAITS } from "./rows/trait.ts";
import {
  LONG,
  MESSAGED,
  OBSERVED,
  OBSERVED_IN_APP,
  PROMOTED,
  REMINDED,
  SIXTY_DAYS,
  type Sample,
  TRAITS_OF,
  WORN,
} from "./sample.ts";
import type { Estimate } from "./tally.ts";

/** A row of the sheet: a moment with the sample that it is measured on. */
export interface Row extends Pick<Moment, "name" | "source" | "worth" | "target" | "mutants"> {
  /** Measures the first `number` people of a generator. */
  readonly measure: (number: number, generator: Generator) => Estimate;
  readonly quick: number;
  readonly thorough: number;
}

/** A part of the sheet. */
export interface Part {
  readonly title: string;
  readonly sample: string;
  readonly rows: readonly Row[];
}

function part<T>(title: string, sample: Sample<T>, moments: readonly Moment<T>[]): Part {
  const rows = moments.map(({ measure, ...moment }) => ({
    ...moment,
    quick: sample.quick,
    thorough: sample.thorough,
    measure: (number: number, generator: Generator) => measure(taken(sample, number, generator)),
  }));
  return { title, sample: sample.title, rows };
}

const kept = new Map<unknown, readonly unknown[]>();

/** The people of a sample. The right ones are looked at once for all rows: fewer of them are the first of more. */
function taken<T>(sample: Sample<T>, number: number, generator: Generator): readonly T[] {
  if (generator !== RIGHT) return sample.take(number, generator);
  let all = (kept.get(sample) as readonly T[] | undefined) ?? [];
  if (all.length < number) all = sample.take(number, generator);
  kept.set(sample, all);
  return all.length === number ? all : all.slice(0, number);
}

/** All that people are measured by. */
export const SHEET: readonly Part[] = [
  part("When people come", SIXTY_DAYS, CLOCK),
  part("Where they are, and on what they shop", SIXTY_DAYS, PLACE),
  part("Pages", SIXTY_DAYS, PAGES),
  part("Carts and orders", SIXTY_DAYS, CARTS),
  part("Newsletters", SIXTY_DAYS, MAIL),
  part("Cart messages", MESSAGED, MESSAGES),
  part("Too much mail", WORN, TIRED),
  part("What a promotional letter does", PROMOTED, PROMOTION),
  part("What a cart message does", REMINDED, CART_MESSAGE),
  part("Traits", TRAITS_OF, TRAITS),
  part("Repeat purchase", LONG, REPEAT),
  part("Feeds", OBSERVED, FEEDS),
  part("Feeds of an app", OBSERVED_IN_APP, APP_FEEDS),
];
