import { distance } from "fastest-levenshtein";

/** The candidate that `word` was probably meant to be, or `undefined` if none is near: one slip in up to 4 letters, two
 *  in up to 8, three in more, whatever the case. Of equals the first wins. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = slipsAllowed(wanted.length) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const slips = distance(wanted, candidate.toLowerCase());
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

/** `did you mean "precision"?` for the nearest candidate, or `undefined` if none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const found = nearest(word, candidates);
  return found === undefined ? undefined : `did you mean "${found}"?`;
}

/** The one candidate from which `word` differs by a single slip, digits apart; `undefined` if there is none or more than
 *  one. Near enough to be put right without asking. */
export function slip(word: string, candidates: readonly string[]): string | undefined {
  const near = new Set(candidates.filter((each) => distance(word, each) === 1));
  const [found] = near;
  if (found === undefined || near.size > 1 || word.length < 3) return undefined;
  return digitsOf(found) === digitsOf(word) ? found : undefined;
}

function digitsOf(word: string): string {
  return word.replace(/\D/g, "");
}

function slipsAllowed(length: number): number {
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}
