import type { Metric, Vocabulary } from "../../../model/vocabulary.ts";
import { meaningOf } from "../../vocabulary.ts";
import { readPredicate } from "../predicate.ts";
import type { Reading } from "../reading.ts";
import { readFeed } from "./event.ts";
import { acceptEquals, readName } from "./name.ts";

/** Reads `metric carts = "cart" or starting with "cart_" from session-log where level = "paid"`, which declares its events
 *  too. */
export function readMetric(reading: Reading): Partial<Vocabulary> | undefined {
  const { cursor, words } = reading;
  const name = readName(reading);
  if (name === undefined || !acceptEquals(reading)) return undefined;
  const counted = readCounted(reading);
  if (counted === undefined) return undefined;
  const isFrom = cursor.accept("from");
  const feed = isFrom ? readFeed(reading) : undefined;
  const isWhere = cursor.accept("where");
  const where = isWhere ? readPredicate(reading, { metric: counted, complete: false }) : undefined;
  if ((isFrom && feed === undefined) || (isWhere && where === undefined)) return undefined;
  const metric: Metric = {
    ...counted,
    ...(feed === undefined ? {} : { feed }),
    ...(where === undefined ? {} : { where }),
  };
  const declared = counted.events.filter((each) => meaningOf(words.events, each) === undefined);
  return {
    metrics: { [name.text]: metric },
    events: Object.fromEntries(
      declared.map((each) => [each, { feed: feed ?? "session-log" } as const]),
    ),
  };
}

/** Reads the names of events, and at most one beginning of names. */
function readCounted({ cursor }: Reading): Pick<Metric, "events" | "prefix"> | undefined {
  const events: string[] = [];
  let prefix: string | undefined;
  do {
    const isPrefix = cursor.is("starting");
    if (isPrefix && prefix !== undefined) {
      const message = 'a metric has one "starting with"';
      return cursor.report(cursor.peek(), { code: "REPEATED", message });
    }
    if (isPrefix && !cursor.accept("starting", "with")) return cursor.expected('"starting with"');
    const token = cursor.peek();
    if (token.kind !== "text") return cursor.expected("an event's name in quotes");
    cursor.next();
    if (isPrefix) prefix = token.text;
    else events.push(token.text);
  } while (cursor.accept("or") || cursor.acceptSymbol(","));
  return prefix === undefined ? { events } : { events, prefix };
}
