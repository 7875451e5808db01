import assert from "node:assert/strict";

interface Claims {
  toBe(wanted: unknown): void;
  toEqual(wanted: unknown): void;
  toHaveLength(wanted: number): void;
}

/** As vitest's, for checks that also run where vitest is not: in the workers that try mutants. */
export function expect(found: unknown): Claims {
  return {
    toBe: (wanted) => assert.equal(found, wanted),
    toEqual: (wanted) => assert.deepEqual(found, wanted),
    toHaveLength: (wanted) => assert.equal((found as { length: number }).length, wanted),
  };
}
