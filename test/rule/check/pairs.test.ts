import { expect, test } from "vitest";
import type { Segment } from "../../../src/rule/ast.ts";
import { remarksOnPairs } from "../../../src/rule/check/pairs.ts";
import { Prover } from "../../../src/rule/check/proof/prover.ts";
import { parseRules } from "../../../src/rule/parser.ts";
import { defaultVocabulary } from "../../../src/rule/vocabulary.ts";
import { findingsOf } from "./checking.ts";

/** What is said of how segments stand to each other, as `CODE name`. */
function pairs(text: string): readonly string[] {
  return findingsOf(text)
    .filter(({ code }) => code === "SAME_SEGMENT" || code === "SHADOWED")
    .map(({ code, span }) => `${code} ${/^segment (\w+)/.exec(text.slice(span.start))?.[1]}`);
}

const A = "segment a when device = mobile and cart_views >= 2 in last 48h and vip = true";
const SEND = 'then send email "x"';

test.each([
  ["vip = true and cart_views > 1 in last 48h and device = mobile"],
  ["device = mobile and not (not vip = true) and not cart_views < 2 in last 48h"],
  [
    "(device = mobile or device = mobile and age > 3) and cart_views >= 2 in last 48h and vip = true",
  ],
  ["device = mobile and cart_views >= 2 in last 2880min and cart_views >= 1 ever and vip = true"],
  ["in segment a"],
])("%s has the same members", (when) => {
  expect(pairs(`${A}\nsegment b when ${when}`)).toEqual(["SAME_SEGMENT b"]);
});

test.each([
  ["device = mobile and cart_views >= 2 in last 48h and vip = true\nuntil opens >= 1 since entry"],
  ["device = mobile and cart_views >= 2 in last 47h and vip = true"],
  ["device = mobile and cart_views >= 2 in last 48h and (vip = true or vip is missing)"],
  ["device = mobile and vip = true"],
  ["in segment a for 1ms"],
])("%s has others", (when) => {
  expect(pairs(`${A}\nsegment b when ${when}`)).toEqual([]);
});

test("equal ends of memberships make equal members", () => {
  const until = "until opens >= 1 since entry or session ended";
  expect(pairs(`${A}\n${until}\nsegment b when ${A.slice(15)}\n${until}`)).toEqual([
    "SAME_SEGMENT b",
  ]);
});

test("members of one product are compared for one product", () => {
  const rule =
    "product_views >= 2 of the same product in last 24h and no adds of that product in last";
  expect(pairs(`segment a when ${rule} 24h segment b when ${rule} 1440min`)).toEqual([
    "SAME_SEGMENT b",
  ]);
  expect(pairs(`segment a when ${rule} 24h ${SEND} segment b when ${rule} 25h ${SEND}`)).toEqual([
    "SHADOWED b",
  ]);
  expect(pairs(`segment a when ${rule} 25h ${SEND} segment b when ${rule} 24h ${SEND}`)).toEqual(
    [],
  );
});

const NARROW = "segment b when device = mobile and cart_views >= 3 in last 24h and vip = true";

test.each([
  ["", "", ["SHADOWED b"]],
  ["priority 1", "", ["SHADOWED b"]],
  ["", "priority 1", []],
  ["priority 1", "priority 1", ["SHADOWED b"]],
  ["", "relax when age > 3: priority +1", []],
  ["priority 1", "relax when age > 3: priority +1", ["SHADOWED b"]],
  ["stale after 72h", "", []],
  ["stale after 72h", "stale after 48h", ["SHADOWED b"]],
  ["until opens >= 1 since entry", "", []],
  ["", "until opens >= 1 since entry", ["SHADOWED b"]],
])("a broad segment %s before a narrow one %s", (broad, narrow, found) => {
  expect(pairs(`${A} ${broad} ${SEND}\n${NARROW} ${narrow} ${SEND}`)).toEqual(found);
});

test("who sends nothing shadows nobody and is shadowed by none", () => {
  expect(pairs(`${A}\n${NARROW} ${SEND}`)).toEqual([]);
  expect(pairs(`${A} ${SEND}\n${NARROW}`)).toEqual([]);
  expect(pairs(`${NARROW} ${SEND}\n${A} ${SEND}`)).toEqual([]);
  expect(pairs(`${NARROW} ${SEND}\n${A} ${SEND} priority 1`)).toEqual(["SHADOWED b"]);
  expect(pairs(`${A} ${SEND}\nsegment b refines a when age > 3 ${SEND}`)).toEqual(["SHADOWED b"]);
});

/** Rules of four conditions that look at different things, apart from the device, or all at the same. */
function rulesOf(number: number, things: "different" | "same"): readonly Segment[] {
  const words = Array.from({ length: number + 3 }, (_, index) => `metric m${index} = "E${index}"`);
  const rules = Array.from({ length: number }, (_, index) => {
    const metric = (step: number): string => `m${things === "same" ? step : index + step}`;
    const window = 200 + ((index * 37) % 200);
    return `segment s${index} when device = mobile and ${metric(0)} >= ${1 + (index % 9)} in last ${24 + index}h and no ${metric(1)} in last ${window}h and (vip = true or ${metric(2)} >= 1 ever) ${SEND}`;
  });
  const text = `vocabulary ${words.join(" ")} ${rules.join(" ")}`;
  return parseRules({ path: "a", text }, defaultVocabulary).segments;
}

/** How many sets of values are intersected while all rules are compared with all others. */
function workOn(segments: readonly Segment[]): number {
  const prover = new Prover(segments);
  remarksOnPairs(segments, () => undefined, prover);
  return prover.work;
}

test("comparing two hundred segments costs little more for each than comparing ten", () => {
  const few = workOn(rulesOf(10, "different"));
  expect(workOn(rulesOf(200, "different"))).toBeLessThan(3 * 20 * few);
});

test("two hundred segments that look at the same things cost a few looks for each pair", () => {
  expect(workOn(rulesOf(200, "same"))).toBeLessThan(8 * 200 * 200);
});
