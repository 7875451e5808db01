import betainc from "@stdlib/math-base-special-betainc";
import betaincinv from "@stdlib/math-base-special-betaincinv";

/** The two-sided p of `t` with `df` degrees of freedom, which need not be whole. Of the two forms of the incomplete beta
 *  function the one whose argument does not round to 1 is taken, so that neither many degrees nor a far tail cost digits. */
export function studentTails(t: number, df: number): number {
  const square = t * t;
  return square < df
    ? betainc(square / (df + square), 0.5, df / 2, true, true)
    : betainc(df / (df + square), df / 2, 0.5);
}

/** How many standard errors a two-sided interval of `confidence` reaches with `df` degrees of freedom. */
export function studentReach(confidence: number, df: number): number {
  const share = betaincinv(1 - confidence, 0.5, df / 2, true);
  return Math.sqrt((df * share) / (1 - share));
}
