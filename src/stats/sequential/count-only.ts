/** How a test that counts conversions only ended, after how many of them, and how far the treatment was ahead. */
export interface CountOnly {
  readonly verdict: "treatment" | "control" | "none" | "running";
  readonly conversions: number;
  readonly ahead: number;
  readonly threshold: number;
}

/** The simple sequential test of E. Miller (evanmiller.org/sequential-ab-testing.html): one arm wins that is ahead by the
 *  threshold before `limit` conversions came, and none if they have. One-sided 2√limit, where only the treatment may win;
 *  two-sided 2.25√limit. For low conversion and equal arms; `conversions` are in the order in which they came. */
export function countOnly(
  conversions: Iterable<"treatment" | "control">,
  limit: number,
  sides: 1 | 2,
): CountOnly {
  const threshold = (sides === 1 ? 2 : 2.25) * Math.sqrt(limit);
  let [count, ahead] = [0, 0];
  const ended = (verdict: CountOnly["verdict"]): CountOnly => ({
    verdict,
    conversions: count,
    ahead,
    threshold,
  });
  for (const arm of conversions) {
    count += 1;
    ahead += arm === "treatment" ? 1 : -1;
    if (ahead >= threshold) return ended("treatment");
    if (sides === 2 && -ahead >= threshold) return ended("control");
    if (count >= limit) return ended("none");
  }
  return ended("running");
}
