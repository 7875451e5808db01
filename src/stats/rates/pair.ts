/** How many of how many: converted of profiles. */
export interface Counted {
  readonly count: number;
  readonly of: number;
}

/** The same of a treatment and of its control. */
export interface Pair<T> {
  readonly treatment: T;
  readonly control: T;
}

/** Treatment and control with their counts. */
export type RatePair = Pair<Counted>;

/** The rate of a count; `of` is at least 1. */
export function rate({ count, of }: Counted): number {
  return count / of;
}

/** Why no rate of a pair can be had: an arm has nobody. */
export function whyEmpty({ treatment, control }: Pair<{ readonly of: number }>) {
  if (treatment.of === 0) return "the treatment has no profiles";
  return control.of === 0 ? "the control has no profiles" : undefined;
}

/** Why rates cannot be told apart by a test: an arm has nobody, or everybody did the same. */
export function whyUntested(pair: RatePair): string | undefined {
  const { treatment, control } = pair;
  const events = treatment.count + control.count;
  if (events === 0) return whyEmpty(pair) ?? "no variation: no events in either arm";
  const all = treatment.of + control.of;
  return whyEmpty(pair) ?? (events === all ? "no variation: only events in both arms" : undefined);
}
