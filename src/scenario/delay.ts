import * as v from "valibot";
import type { Delay } from "../journey/delay.ts";
import { fields, isMap } from "./fields.ts";
import {
  type Reading,
  duration,
  readDuration,
  readNumber,
  reading,
  stretch,
  word,
} from "./value.ts";

const DISTRIBUTIONS = ["lognormal", "exponential", "uniform"] as const;

const sigma = reading((input): Reading<number> => {
  const found = readNumber(input);
  if (!("value" in found) || (found.value >= 0 && found.value <= 5)) return found;
  return { code: "OUT_OF_RANGE", message: `${found.value} is no sigma: write 0 to 5` };
});

const lognormal = v.pipe(
  fields({ dist: word(DISTRIBUTIONS), median: stretch, sigma, ...about() }),
  v.transform(({ median, sigma: width }): Delay => ({ dist: "lognormal", median, sigma: width })),
);
const exponential = v.pipe(
  fields({ dist: word(DISTRIBUTIONS), mean: stretch, ...about() }),
  v.transform(({ mean }): Delay => ({ dist: "exponential", mean })),
);
const uniform = v.pipe(
  fields({ dist: word(DISTRIBUTIONS), min: duration, max: duration, ...about() }),
  v.transform(({ min, max }): Delay => ({ dist: "uniform", min, max })),
);

const unknown = v.pipe(
  v.looseObject({ dist: word(DISTRIBUTIONS) }),
  v.transform((): Delay => ({ dist: "fixed", value: 0 })),
);

/** Where a number comes from: kept for readers of the file. */
function about() {
  return { source: v.optional(v.string()), year: v.optional(v.number()) };
}

const fixed = reading((input): Reading<Delay> => {
  const found = readDuration(input);
  return "value" in found ? { value: { dist: "fixed", value: found.value } } : found;
});

/** `20h`, or `{ dist: lognormal, median: 20h, sigma: 1.5 }`; exponential has a `mean`, uniform `min` and `max`. */
export const delaySchema = v.lazy((input) => {
  if (!isMap(input)) return fixed;
  switch (input["dist"]) {
    case "exponential":
      return exponential;
    case "uniform":
      return uniform;
    case "lognormal":
      return lognormal;
    default:
      return unknown;
  }
});
