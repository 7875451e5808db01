import { expect, test } from "vitest";
import { hours } from "../../../src/time/duration.ts";
import { check, findingsOf } from "./checking.ts";

const WHEN = "segment a\nwhen cart_views >= 1 in last 7d and vip = true and orders >= 1 ever";
const SEND = 'then send email "Hello"';

test.each([
  [
    "and local time in morning",
    "send within evening cool off 72h",
    ["error NEVER_SENDS send within evening"],
  ],
  [
    "and local time 18:00..20:00",
    "send within evening cool off 72h",
    ["hint WITHOUT_EFFECT send within evening"],
  ],
  ["and local time 17:00..20:00", "send within evening cool off 72h", []],
  ["", "send within 18:00..18:00 cool off 72h", ["error NEVER_SENDS send within 18:00..18:00"]],
  [
    "",
    "send within 22:00..23:00 cool off 72h quiet hours 21:00..08:00",
    ["error NEVER_SENDS quiet hours 21:00..08:00"],
  ],
  [
    "",
    "send within 22:00..23:00 cool off 72h quiet hours 21:00..08:00 hold",
    ["error NEVER_SENDS quiet hours 21:00..08:00 hold"],
  ],
  ["", "send within 20:00..23:00 cool off 72h quiet hours 21:00..08:00", []],
  [
    "",
    "send within 18:00..21:00 cool off 72h quiet hours 22:00..08:00",
    ["hint WITHOUT_EFFECT quiet hours 22:00..08:00"],
  ],
  [
    "",
    'after 24h send email "Again" send within 18:00..21:00 cool off 72h quiet hours 22:00..08:00',
    [],
  ],
  [
    "and local time 23:00..02:00",
    "quiet hours 22:00..08:00",
    ["hint FLICKERS local time 23:00..02:00", "error NEVER_SENDS quiet hours 22:00..08:00"],
  ],
  ["and consent withdrawn", "", [`error NEVER_SENDS ${SEND.slice(5)}`]],
  ["and not consent withdrawn", "", []],
  ["", "at most 5 sends per 7d cool off 72h", ["hint WITHOUT_EFFECT at most 5 sends per 7d"]],
  ["", "at most 3 sends per 7d cool off 72h", ["hint WITHOUT_EFFECT at most 3 sends per 7d"]],
  ["", "at most 2 sends per 7d cool off 72h", []],
  [
    "",
    "at most 2 sends per 7d at most 3 sends per 48h",
    ["hint WITHOUT_EFFECT at most 3 sends per 48h"],
  ],
  [
    "",
    "at most 3 sends per 7d at most 3 sends per 7d",
    ["hint WITHOUT_EFFECT at most 3 sends per 7d"],
  ],
  ["", "at most 3 sends per 7d at most 1 send per 48h", []],
  ["", "holdout 100%", [`warning NEVER_SENDS ${SEND.slice(5)}`]],
  ["", "holdout 0%", [`hint WITHOUT_EFFECT ${SEND.slice(5)}`]],
  ["", "holdout 10%", []],
  ["", "re-enter never cool off 72h", [`hint WITHOUT_EFFECT ${SEND.slice(5)}`]],
  ["", "re-enter after 72h cool off 72h", [`hint WITHOUT_EFFECT ${SEND.slice(5)}`]],
  ["", "re-enter after 71h cool off 72h", []],
  ["", "re-enter never send within evening cool off 72h", []],
  [
    "",
    'after 24h send email "Again" at most 1 send per 7d',
    ['error NEVER_SENDS after 24h send email "Again"'],
  ],
  ["", 'after 7d send email "Again" at most 1 send per 7d', []],
  [
    "",
    'after 24h send email "B" after 24h send email "C"',
    ['error NEVER_SENDS after 24h send email "C"'],
  ],
  ["", 'after 24h unless clicks >= 1 since send send email "B" after 24h send email "C"', []],
])("%s … %s", (more, clauses, found) => {
  expect(check(`${WHEN} ${more}\n${SEND} ${clauses}`)).toEqual(found);
});

test("a gate without a longer cool-off sends every day, unless something else ends that", () => {
  const gated = `${WHEN}\n${SEND} send within evening`;
  const daily = ["hint DAILY_SENDS send within evening"];
  expect(check(gated)).toEqual(daily);
  expect(check(`${gated} cool off 24h`)).toEqual(daily);
  expect(check(`${gated} cool off 25h`)).toEqual([]);
  expect(check(`${gated} at most 1 send per 7d`)).toEqual([]);
  expect(check(gated, { coolOff: hours(72) })).toEqual([]);
  expect(check(gated.replace("last 7d", "last 2h"))).toEqual([]);
});

test("a membership that comes and goes with the evening may want a gate", () => {
  const flickers = (more: string, send = SEND): readonly string[] =>
    check(`segment a when cart_views >= 1 in last 48h and device = mobile ${more} ${send}`);
  expect(flickers("and local time in evening")).toEqual(["hint FLICKERS local time in evening"]);
  expect(flickers('and time >= "18:00" and time < "21:00"')).toEqual([
    'hint FLICKERS time >= "18:00"',
  ]);
  expect(flickers("and local time in evening and no opens in last 1h")).toHaveLength(1);
  expect(flickers("and local time in evening and local day in weekend")).toHaveLength(1);
  expect(flickers("and local time in evening and clicks >= 1 in last 2h")).toEqual([]);
  expect(flickers("and local time in evening and session depth >= 2")).toEqual([]);
  expect(flickers("and (local time in evening or vip = true)")).toEqual([]);
  expect(flickers("and local time in evening", "")).toEqual([]);
  const [finding] = findingsOf(
    `segment a when vip = true and time >= "18:00" and time <= "21:00" ${SEND}`,
  ).filter(({ code }) => code === "FLICKERS");
  expect(finding?.note).toBe("if only the mail must keep to it: send within 18:00..21:00");
});

test("the time of events is not the time of the mail", () => {
  const rule =
    "segment a when cart_views where local time in evening >= 2 in last 7d and vip = true";
  const asked = "cart_views where local time in evening >= 2 in last 7d";
  expect(check(`${rule} ${SEND}`)).toEqual([`hint TIME_OF_EVENTS ${asked}`]);
  expect(check(`${rule} ${SEND} send within evening cool off 72h`)).toEqual([]);
  expect(check(rule)).toEqual([]);
});

test("values of a send that no member can have", () => {
  const send = (when: string, value: string): readonly string[] =>
    check(`segment a when ${when} and vip = true then send email "Hello" with x = ${value}`);
  const marked = (value: string): readonly string[] => [
    `warning UNRESOLVED_VALUE send email "Hello" with x = ${value}`,
  ];
  expect(send("cart_views >= 1 ever", "cart_items")).toEqual([]);
  expect(send("opens >= 1 ever", "cart_items")).toEqual([]);
  expect(send("no adds ever and no cart_views ever", "cart_items")).toEqual(marked("cart_items"));
  expect(send("no product_views ever", "viewed_items")).toEqual(marked("viewed_items"));
  expect(send("no product_views in last 7d", "viewed_items")).toEqual([]);
  expect(send("plan is missing", "plan")).toEqual(marked("plan"));
  expect(send('plan != "x"', "plan")).toEqual([]);
  const klaviyo = check(
    'vocabulary use klaviyo segment a when cart_views >= 1 ever then send email "Hello" with x = cart_items',
  );
  expect(klaviyo[0]).toMatch(/^warning UNRESOLVED_VALUE/);
});
