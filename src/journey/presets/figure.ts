/** A number (or a table of them) that people are made with, and where it comes from. */
export interface Figure<T = number> {
  readonly value: T;
  readonly unit: string;
  readonly source: string;
  readonly year?: number;
  /** Whether nothing public supports the value: reports print the word. */
  readonly assumed?: true;
}

/** A figure that nothing public supports; `why` says what it stands for. */
export function assumed<T>(value: T, unit: string, why: string): Figure<T> {
  return { value, unit, source: why, assumed: true };
}

/** A figure somebody published; the year where it is known. */
export function cited<T>(
  value: T,
  unit: string,
  [source, year]: readonly [source: string, year?: number],
): Figure<T> {
  return year === undefined ? { value, unit, source } : { value, unit, source, year };
}
