import { expect, test } from "vitest";
import fc from "fast-check";
import { eachElement } from "../../../src/feed/read/json-array.ts";
import type { Line } from "../../../src/feed/read/lines.ts";
import { bytesOf } from "./reading.ts";

function elementsOf(text: string): { readonly lines: readonly Line[]; readonly cutAt: unknown } {
  const lines: Line[] = [];
  const cutAt = eachElement(bytesOf(text), (line) => lines.push(line));
  return { lines, cutAt };
}

test("an array that was cut off says so, and what came before is kept", () => {
  const { lines, cutAt } = elementsOf('[{"a": 1},\n{"b": [2');
  expect(lines.map((each) => each.text)).toEqual(['{"a": 1}']);
  expect(cutAt).toBe(2);
  expect(elementsOf('[{"a": 1}\n').cutAt).toBe(2);
});

test("the elements are those that JSON has, each at its own line", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 6 }), fc.nat(3), (values, indent) => {
      const text = JSON.stringify(values, undefined, indent);
      const { lines, cutAt } = elementsOf(text);
      expect(cutAt).toBeUndefined();
      expect(lines.map((each) => JSON.parse(each.text!))).toEqual(JSON.parse(text));
      for (const { number, text: element } of lines)
        expect(text.split("\n")[number - 1]).toContain(element!.split("\n")[0]);
    }),
  );
});
