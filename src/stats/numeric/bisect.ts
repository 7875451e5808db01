/** Halvings that take an interval of length 1 to 1e-30, and most to neighbouring doubles long before. */
const MOST = 100;

/** Where a function that falls (or rises) from `from` to `to` changes its sign, to the last digit
 *  or to 1e-30 of the way. `isBefore` says whether
 *  the change lies beyond a point; it must hold from `from` up to the change. Returns the last point where it holds. */
export function bisect(isBefore: (x: number) => boolean, from: number, to: number): number {
  let [near, far] = [from, to];
  for (let halving = 0; halving < MOST; halving++) {
    const middle = near + (far - near) / 2;
    if (middle === near || middle === far) break;
    if (isBefore(middle)) near = middle;
    else far = middle;
  }
  return near;
}

/** The nearest of `from + step`, `from + 2 step`, `from + 4 step` … where `isBefore` holds no more; `limit` at last. */
export function reachBeyond(
  isBefore: (x: number) => boolean,
  from: number,
  { step, limit }: { readonly step: number; readonly limit: number },
): number {
  for (let stride = step; ; stride *= 2) {
    const next = from + stride;
    if (step > 0 ? next >= limit : next <= limit) return limit;
    if (!isBefore(next)) return next;
  }
}
