import { expect, test } from "vitest";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { type Files, SHIPPED, failing, probed, survivors } from "./probing.ts";

/** A rule in a file of its own, and others that it asks for. */
function rule(text: string, others: Files = {}): Files {
  return { "probed.segment": `segment probed\n${text}\n`, ...others };
}

test("beside every bound stand people who differ in that alone", () => {
  const { text } = probed(
    rule(
      "when cart_views >= 2 in last 48h\n  and local time 18:00..21:00\n  and no opens in last 72h",
    ),
  );
  expect(text).toContain(`
  # cart_views >= 2 in last 48h: in last 48h
  - name: "cart_views >= 2 in last 48h, 47h59min59s999ms ago"
    profile: { zone: Europe/Berlin }
    events: ["-47h59min59s999ms Cart Viewed", "-2h Cart Viewed"]
    at: 2026-02-11T19:30 local
    expectations: { probed: in }
  - name: "cart_views >= 2 in last 48h, 48h ago"
    profile: { zone: Europe/Berlin }
    events: ["-48h Cart Viewed", "-2h Cart Viewed"]
    at: 2026-02-11T19:30 local
    expectations: { probed: out }
`);
  expect(text).toContain(`
  # local time 18:00..21:00: at 21:00
  - name: "local time 18:00..21:00, at 20:59:59.999"
    profile: { zone: Europe/Berlin }
    events: ["-2h1min Cart Viewed", "-2h Cart Viewed"]
    at: 2026-02-11T20:59:59.999 local
    expectations: { probed: in }
  - name: "local time 18:00..21:00, at 21:00"
    profile: { zone: Europe/Berlin }
    events: ["-2h1min Cart Viewed", "-2h Cart Viewed"]
    at: 2026-02-11T21:00 local
    expectations: { probed: out }
`);
});

/** A shipped rule with the one that it asks for. */
function shipped(name: string): Files {
  const asked = name === "confident-evening.segment" ? "mobile-evening.segment" : undefined;
  return { [name]: SHIPPED[name]!, ...(asked === undefined ? {} : { [asked]: SHIPPED[asked]! }) };
}

test.each(Object.keys(SHIPPED))(
  "the probes of %s are right as they are written, and notice every bound that moves by one",
  (name) => {
    const all = probed(shipped(name));
    expect(all.scenario.cases.length).toBeGreaterThan(30);
    expect(failing(all.scenario.cases)).toEqual([]);
    expect(survivors(all)).toEqual([]);
    // What does not show says so: here only how rules rank beside others.
    const notes = all.groups.filter(({ note }) => note !== undefined).map((group) => group.name);
    expect(notes.every((each) => /^(stale after|relax: priority)/.test(each))).toBe(true);
  },
  300_000,
);

const OTHERS: Files = {
  "parent.segment": "segment parent\nwhen device = mobile\n  and cart_views >= 1 in last 48h\n",
  "vips.segment": 'segment vips\nwhen vip = true\n  and tags contains "early"\n',
};

// One rule for each kind of condition, and for each clause.
test.each([
  "when sum of revenue over orders >= 100 in last 30d and average of revenue over orders < 500.5 in last 30d",
  "when minimum of price over product_views > 3 in last 48h and maximum of price over product_views <= 30 ever",
  "when distinct product_id over product_views >= 3 in last 48h and device in (mobile, tablet)",
  'when last orders within 7d and first orders more than 30d ago and plan = "gold"',
  "when adds then orders within 1h in last 48h and consent given",
  "when adds then no orders within 1h in last 48h and device = mobile",
  'when device = mobile for 30min and plan = "gold" for 7d and location.country = "US" for 2h',
  "when consent given for 7d and cart_views >= 1 ever",
  "when created_at more than 30d ago and birthday within last 30d",
  "when birthday within next 3d and not created_at more than 3d ahead",
  "when propensity > 0.85 and propensity fresher than 24h and churn_risk <= 0.2",
  "when session depth >= 3 and session duration >= 5min and time on page >= 30s and scroll depth >= 50",
  'when session clicks >= 2 and session referrer contains "google" and session campaign = "spring" and in session',
  "when product_views >= 3 in session and no adds in session",
  "when cart_views >= 2 today and page_views >= 1 in last 3 calendar days and opens <= 2 in last 2 calendar weeks utc",
  "when orders = 0 in last 1 calendar months and cart_views >= 1 ever",
  "when local day in (saturday, sunday) and local time 22:00..02:00 and cart_views >= 1 in last 48h",
  'when orders where (revenue > 30 and currency = "EUR") >= 2 in last 7d',
  "when adds where local time 18:00..21:00 >= 1 in last 7d and no opens where local day in (saturday, sunday) in last 14d",
  'when time >= "18:00" and time < "21:00" and device = mobile',
  "when (device = mobile or device = tablet and vip = true) and not (opens >= 1 in last 72h or clicks >= 1 in last 72h)",
  'when event starting with "Order " >= 1 in last 7d and events >= 5 in last 30d and device = mobile',
  "when product_views >= 2 of the same product in last 24h and no adds of that product in last 24h",
  "when in segment parent for 2h and not in segment vips and orders >= 1 ever",
  "when entered segment parent in last 24h and plan is present",
  "when left segment parent in last 24h and plan is present",
  "refines parent when evidence >= 5 events in last 30d\nwhen orders >= 1 ever",
  "when device = mobile and local time in evening\nrelax when propensity > 0.85: time by 45min, device to (mobile, tablet)",
  "when cart_views >= 2 in last 48h\nuntil opens >= 2 since entry or session ended",
  'when device = mobile and plan = "gold"\nthen send email "a"\ncool off 1h\nat most 3 sends per 24h\nat most 5 sends per 7d',
  'when cart_views >= 2 in last 48h\nthen send email "a"\nre-enter after 7d\nquiet hours 22:00..08:00',
  'when cart_views >= 2 in last 48h\nthen send email "a"\nre-enter never\nquiet hours 22:00..08:00 hold\nholdout 10%',
  'when cart_views >= 2 in last 48h\nthen send email "a"\nafter 24h unless orders >= 1 since send send email "b"\nafter 72h unless orders >= 2 since send and vip = true send email "c"\nsend within 09:00..21:00',
])("%s is probed to the last bound", (text) => {
  const all = probed(rule(text, OTHERS));
  expect(failing(all.scenario.cases)).toEqual([]);
  expect(survivors(all)).toEqual([]);
});

test("a bound that cannot show says so, and so does one beside which nobody can stand", () => {
  const notesOf = (text: string) =>
    probed(rule(text))
      .groups.filter(({ note }) => note !== undefined)
      .map(({ name, note }) => `${name}: ${note}`);
  // Whoever may enter again after a week only has long cooled off.
  expect(
    notesOf(
      'when cart_views >= 2 in last 48h\nthen send email "a"\ncool off 24h\nre-enter after 7d',
    ),
  ).toEqual(["cool off 24h: the answers are all alike: the bound does not show here"]);
  expect(notesOf("when cart_views >= 1000 in last 48h and vip = true")).toEqual([
    "cart_views >= 1000 in last 48h: there are too many events to write them out",
    "vip = true: nobody could be made up for whom all else is as it must be",
  ]);
  expect(notesOf('when vip = true\nthen send email "a"\nstale after 72h\npriority 3')).toEqual([
    "stale after 72h: it shows only beside other rules that compete for the same profile",
    "priority 3: it shows only beside other rules that compete for the same profile",
  ]);
});

test("the hour that clocks skip or repeat is looked at, and offsets that are no whole hours", () => {
  const { text } = probed(rule("when local time 01:00..02:00 and cart_views >= 1 in last 48h"));
  // Clocks in New York show 01:00 at 05:00Z, and at 06:00Z again (platforms.md, section 9).
  expect(text).toContain(`
  - name: "local time 01:00..02:00, at 00:59:59.999 in America/New_York"
    profile: { zone: America/New_York }
    events: ["-2h Cart Viewed"]
    at: 2026-11-01T00:59:59.999 local
    expectations: { probed: out }
  - name: "local time 01:00..02:00, at 01:00 in America/New_York"
    profile: { zone: America/New_York }
    events: ["-2h Cart Viewed"]
    at: 2026-11-01T01:00 local
    expectations: { probed: in }
`);
  expect(text).toContain(
    `
  - name: "local time 01:00..02:00, at 01:59:59.999 in America/New_York, the second time"
    profile: { zone: America/New_York }
    events: ["-2h Cart Viewed"]
    at: 2026-11-01T05:59:59.999Z
`.replace("T05:59:59.999Z", "T01:59:59.999 local"),
  );
  for (const zone of ["Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham"])
    expect(text).toContain(`at 01:00 in ${zone}"`);
});

test("a note stands as a comment in the file, and a file without cases can be read too", () => {
  const { text, scenario } = probed(rule("when cart_views >= 1000 in last 48h"));
  expect(text).toContain(
    "# cart_views >= 1000 in last 48h: >= 1000 (there are too many events to write them out)",
  );
  expect(scenario.cases).toEqual([]);
});

test("names that would break a line or a YAML file stand in quotes", () => {
  const { scenario, text } = probed(
    rule('when plan = "a: {b} # \\"c\\"" and location.city in ("São Paulo", "no")'),
  );
  expect(failing(scenario.cases)).toEqual([]);
  expect(text).toContain('city: "no"');
  const { segments } = parseRules(
    { path: "a", text: "segment a when vip = true" },
    defaultVocabulary,
  );
  expect(segments).toHaveLength(1);
});
