import { engineLoop } from "./engine-loop.ts";
import { ARTICLES_RULE } from "./engine-bench.ts";
import { makeColumns } from "./events.ts";
import { type Figures, median, parseSegments, secondsOf } from "./measure.ts";

// Fifty rules as a team would have them, side by side with the article's one: some of their conditions are the same.

const DEVICES = ["device = mobile", "device = desktop", "device in (mobile, tablet)"];
const HOURS = ["06:00..12:00", "12:00..14:00", "18:00..21:00", "20:00..23:00", "22:00..02:00"];
const METRICS = ["cart_views", "product_views", "page_views"];
const WINDOWS = ["24h", "48h", "72h", "7d"];
const SILENCES = ["no opens in last 72h", "no opens in last 24h", "opens <= 2 in last 7d"];
const ROUNDS = 3;

/** Fifty different rules. */
export function fiftyRules(): string {
  return Array.from({ length: 50 }, (_, index) => {
    const pick = (list: readonly string[], step: number): string =>
      list[Math.floor(index / step) % list.length]!;
    return `segment rule_${index}
when ${pick(DEVICES, 1)}
  and local time ${pick(HOURS, 3)}
  and ${pick(METRICS, 5)} >= ${1 + (index % 4)} in last ${pick(WINDOWS, 2)}
  and ${pick(SILENCES, 7)}
then send email "Rule ${index}"
cool off 72h`;
  }).join("\n");
}

/** How much longer fifty rules at once take than the article's one, and than one of them on average; and how many more fires
 *  they make, since that is work that no two rules share. */
export function benchManyRules(profiles: number): Figures {
  const one = parseSegments(ARTICLES_RULE);
  const fifty = parseSegments(fiftyRules());
  const columns = makeColumns(profiles, 50);
  const toOne: number[] = [];
  const toMean: number[] = [];
  let fires = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const alone = secondsOf(() => engineLoop(columns, one));
    const together = secondsOf(() => engineLoop(columns, fifty));
    const each = fifty.map((segment) => secondsOf(() => engineLoop(columns, [segment])).seconds);
    const mean = each.reduce((sum, seconds) => sum + seconds, 0) / fifty.length;
    toOne.push(together.seconds / alone.seconds);
    toMean.push(together.seconds / mean);
    fires = together.result.fires / alone.result.fires;
  }
  return {
    "manyRules.rules": fifty.length,
    "manyRules.ratioFiftyToOne": median(toOne),
    "manyRules.ratioFiftyToMeanOfThem": median(toMean),
    "manyRules.firesFiftyToOne": fires,
  };
}
