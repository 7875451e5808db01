import { placeComments, type Placed, type Written } from "./place.ts";

/** A comment after everything else. */
export interface Tail {
  readonly text: string;
  /** Whether an empty line stands before it. */
  readonly gap: boolean;
}

/** Puts every comment at its line, and returns those that stand after all of them. A comment at the end of a line belongs to
 *  what stands before it; one on a line of its own to what follows, unless that begins a clause and the comment stands
 *  further in: then it goes with what is above it. */
export function attachComments(written: Written): readonly Tail[] {
  const tail: Tail[] = [];
  for (const placed of placeComments(written)) {
    const { text, trailing, gaps, above, below } = placed;
    if (above !== undefined && (trailing || isInside(placed)))
      above.comments.push({ text, trailing, gap: false });
    else if (above !== undefined && isBelow(placed)) above.below.push(text);
    else if (below === undefined) tail.push({ text, gap: gaps.before });
    else below.comments.push({ text, trailing, gap: gaps.after });
  }
  return tail;
}

/** Whether a comment stands in the midst of what makes one line, or several of the same stretch. */
function isInside({ above, below }: Placed): boolean {
  if (above === undefined || below === undefined) return false;
  return above.span.start === below.span.start && above.span.end === below.span.end;
}

function isBelow({ below, inset }: Placed): boolean {
  return inset > 0 && (below === undefined || below.opens);
}
