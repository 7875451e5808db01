import { expect, test } from "vitest";
import { type CaseVerdict, judgeCase } from "../../src/scenario/cases.ts";
import { readScenario } from "../../src/scenario/read.ts";
import { drawFinding } from "../../src/text/frame.ts";
import { SCENARIO } from "./sources.ts";

/** A scenario of some rules, one file each, and cases. */
function judged(rules: readonly string[], text: string, policy = ""): readonly CaseVerdict[] {
  const names = rules.map((_, index) => `${index}.segment`);
  const scenario = readScenario(
    {
      path: "small.yaml",
      text: `${SCENARIO.replace("rules/evening-offer.segment", names.join(", "))}${policy}cases:\n${text}`,
    },
    (path) => ({ path, text: rules[names.indexOf(path)]! }),
  );
  if (scenario.scenario === undefined)
    throw new Error(scenario.findings.map(drawFinding).join("\n"));
  return scenario.scenario.cases.map(judgeCase);
}

/** The verdicts of one rule's cases, each `events, at, wish`. */
function verdictsOf(
  rules: readonly string[],
  cases: readonly string[],
  policy?: string,
): readonly string[] {
  const text = cases.map((each, index) => `  - { name: c${index}, ${each} }\n`).join("");
  return judged(rules, text, policy).map(({ verdict }) => verdict);
}

const at = "at: 2026-03-24T12:00 local";
const OFFER = `segment offer
when cart_views >= 2 in last 48h
  and device = mobile
then send email "Offer"
cool off 72h
`;

test("an event counts when it arrives, and a copy of it never", () => {
  const wish = (is: string) => `profile: { device: mobile }, ${at}, expectations: { offer: ${is} }`;
  const second = (more: string) =>
    `events: ["-1h Cart Viewed", { at: -5min, event: Cart Viewed${more} }]`;
  expect(
    verdictsOf(
      [OFFER],
      [
        `${second("")}, ${wish("in")}`,
        `${second(", arrives: -0s")}, ${wish("in")}`,
        `${second(", arrives: +1ms")}, ${wish("out")}`,
        `events: [{ at: -1h, event: Cart Viewed, id: a }, { at: -5min, event: Cart Viewed, id: a }], ${wish("out")}`,
        // One dated ahead waits for its instant.
        `events: ["-1h Cart Viewed", { at: +1ms, event: Cart Viewed, arrives: -1min }], ${wish("out")}`,
      ],
    ),
  ).toEqual(["pass", "pass", "pass", "pass", "pass"]);
});

test("an event may say where it happened, on which clock, and by which feed it came", () => {
  const rule = `segment here
when location.country = "US"
  and location.area = urban
  and local time 18:00..21:00
`;
  const event = (more: string) => `events: [{ at: -1h, event: Page Viewed, ${more} }]`;
  const rest = "at: 2026-03-24T13:00Z, expectations: { here: ";
  const kolkata = "place: { country: US, area: urban }, zone: Asia/Kolkata";
  expect(
    verdictsOf(
      [rule],
      [
        `${event(kolkata)}, ${rest}in }`,
        `${event("place: { country: US, area: urban }")}, ${rest}{ is: out, because: local time } }`,
        // What happens to a mail moves nobody.
        `${event(`${kolkata}, feed: email`)}, ${rest}out }`,
      ],
    ),
  ).toEqual(["pass", "pass", "pass"]);
});

test("a case says what became of the candidate of that instant, and why it arose", () => {
  const views = (...agos: readonly string[]) =>
    `events: [${agos.map((ago) => `"-${ago} Cart Viewed"`).join(", ")}]`;
  const rest = (wish: string) =>
    `profile: { device: mobile }, ${at}, expectations: { offer: { ${wish} } }`;
  expect(
    verdictsOf(
      [OFFER],
      [
        `${views("1h", "0s")}, ${rest("is: in, decision: fired, cause: entered")}`,
        `${views("1h", "1ms")}, ${rest("is: in, decision: none")}`,
        `${views("73h", "72h", "1h", "0s")}, ${rest("decision: fired, cause: re_entered")}`,
        `${views("72h", "71h59min59s999ms", "1h", "0s")}, ${rest("decision: cool_off")}`,
        `${views("1h", "0s")}, ${rest("decision: cool_off")}`,
        `${views("1h", "0s")}, ${rest("decision: fired, cause: re_entered")}`,
      ],
    ),
  ).toEqual(["pass", "pass", "pass", "pass", "fail", "fail"]);
});

test("without a beginning of its own a case begins just before its first event", () => {
  const rule = `segment quick\nwhen device = mobile\nthen send email "Hello"\n`;
  const rest = (wish: string) =>
    `profile: { device: mobile }, ${at}, expectations: { quick: { ${wish} } }`;
  expect(
    verdictsOf(
      [rule],
      [
        rest("is: in, decision: fired"),
        `events: ["-1h Page Viewed"], ${rest("is: in, decision: none")}`,
        `events: ["-1h Page Viewed"], from: -0s, ${rest("is: in, decision: fired")}`,
        `from: 2026-03-24T10:59:59.999Z, ${rest("is: in, decision: none")}`,
        `from: 2026-03-24T12:00 local, ${rest("is: in, decision: fired")}`,
      ],
    ),
  ).toEqual(["pass", "pass", "pass", "pass", "pass"]);
});

const RIVAL = `segment rival
when cart_views >= 2 in last 48h
  and device in (mobile, tablet)
then send email "Rival"
`;

test("rules compete for one profile, and the case says who went first", () => {
  const rest = (wishes: string) =>
    `profile: { device: mobile }, events: ["-1h Cart Viewed", "-0s Cart Viewed"], ${at}, expectations: { ${wishes} }`;
  expect(
    verdictsOf(
      [OFFER, RIVAL],
      [
        rest("offer: { decision: fired }, rival: { decision: priority, by: offer }"),
        rest("rival: { decision: priority, by: rival }"),
        rest("rival: { decision: fired }"),
      ],
    ),
  ).toEqual(["pass", "fail", "fail"]);
});

test("the policy of the scenario decides too", () => {
  const events = (hour: string) =>
    `profile: { device: mobile }, events: ["-1h Cart Viewed", "-0s Cart Viewed"], at: 2026-03-24T${hour} local`;
  const wish = (decision: string) => `expectations: { rival: { decision: ${decision} } }`;
  const quiet = "policy: { quiet_hours: 22:00..08:00 }\n";
  expect(verdictsOf([RIVAL], [`${events("22:00")}, ${wish("quiet_hours")}`], quiet)).toEqual([
    "pass",
  ]);
  expect(verdictsOf([RIVAL], [`${events("08:00")}, ${wish("fired")}`], quiet)).toEqual(["pass"]);
  const twice = `profile: { device: mobile }, events: ["-61h Cart Viewed", "-60h Cart Viewed", "-1h Cart Viewed", "-0s Cart Viewed"], ${at}`;
  const verdict = (policy: string, decision: string) =>
    verdictsOf([RIVAL], [`${twice}, ${wish(decision)}`], `policy: { ${policy} }\n`);
  expect(verdict("cool_off: 60h", "fired")).toEqual(["pass"]);
  expect(verdict("cool_off: 61h", "cool_off")).toEqual(["pass"]);
  expect(verdict("cap: 1 per 60h", "fired")).toEqual(["pass"]);
  expect(verdict("cap: 1 per 61h", "cap")).toEqual(["pass"]);
});

test("consent, holdout, gates, follow-ups and what they depend on", () => {
  const rule = `segment offer
when cart_views >= 2 in last 48h
then send email "Offer"
after 24h unless orders >= 1 since send send email "Still there?"
send within 09:00..21:00
holdout 50%
`;
  const views = (ago: string, more = "") =>
    `events: ["-${ago} Cart Viewed", "-${ago} Cart Viewed"${more}]`;
  const rest = (wish: string, hour = "12:00", holdout = false) =>
    `profile: { holdout: ${String(holdout)} }, at: 2026-03-25T${hour} local, expectations: { offer: { ${wish} } }`;
  expect(
    verdictsOf(
      [rule],
      [
        `${views("0s")}, ${rest("decision: fired")}`,
        `${views("0s")}, ${rest("decision: holdout", "12:00", true)}`,
        `${views("0s", ', "-0s Unsubscribed"')}, ${rest("decision: consent")}`,
        `${views("2h")}, ${rest("decision: fired, cause: gate_opened", "09:00")}`,
        `${views("2h")}, ${rest("is: in, decision: none", "08:59:59.999")}`,
        `${views("24h")}, ${rest("decision: fired, cause: followed_up")}`,
        `${views("24h", ', "-0s Order Completed"')}, ${rest("decision: unless")}`,
        `${views("24h1ms")}, ${rest("decision: none, is: in")}`,
      ],
    ),
  ).toEqual(Array.from({ length: 8 }, () => "pass"));
});

test("a rule may ask for another, and end by what happens after it began", () => {
  const parent = "segment parent\nwhen device = mobile\n  and cart_views >= 1 in last 48h\n";
  const child = `segment child
when in segment parent for 2h
  and orders >= 1 ever
until opens >= 1 since entry
`;
  const rest = (is: string) => `profile: { device: mobile }, ${at}, expectations: { child: ${is} }`;
  const events = (...all: readonly string[]) =>
    `events: [${all.map((each) => `"${each}"`).join(", ")}]`;
  expect(
    verdictsOf(
      [parent, child],
      [
        `${events("-3h Order Completed", "-2h Cart Viewed")}, ${rest("in")}`,
        `${events("-3h Order Completed", "-1h59min59s999ms Cart Viewed")}, ${rest("out")}`,
        `${events("-3h Order Completed", "-2h1ms Cart Viewed", "-0s Email Opened")}, ${rest("out")}`,
        // An open at the very entry is not since it.
        `${events("-3h Order Completed", "-2h Cart Viewed", "-0s Email Opened")}, ${rest("in")}`,
      ],
    ),
  ).toEqual(["pass", "pass", "pass", "pass"]);
});
