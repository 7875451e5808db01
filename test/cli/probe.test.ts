import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { OFFER, Workplace } from "./program.ts";

const place = new Workplace();

beforeAll(() => {
  mkdirSync(join(place.folder, "rules"));
  place.write({
    "rules/evening-offer.segment": OFFER,
    "rules/evening-child.segment":
      "segment evening_child\nrefines evening_offer\nwhen orders >= 1 ever\n  and vip = true\n",
    "rules/stray.segment": "segment stray\nwhen in segment nowhere\n  and vip = true\n",
    "rules/carts.segment": "segment carts\nwhen cart_views >= 2 in last 48h\n  and vip = true\n",
    "rules/broken.segment": "segment broken\nwhen cart_views >= 2 in last 48m\n",
  });
});

test("what it writes is a scenario that runs, and stays silent while the rule stays as it is", () => {
  const written = place.run(["probe", "rules/evening-offer.segment", "-o", "probes.yaml"]);
  expect(written).toMatchObject({ code: 0, out: "" });
  expect(written.err).toMatch(/^probes\.yaml: \d+ cases at \d+ bounds\n$/);
  const run = place.run(["run", "probes.yaml"]);
  expect(run).toMatchObject({ code: 0 });
  expect(run.out).toMatch(/✓ cases +\d+ passed/);
  // A bound that moves is noticed, and the case says which.
  place.write({ "rules/evening-offer.segment": OFFER.replace("48h", "47h59min59s999ms") });
  const moved = place.run(["run", "probes.yaml"]);
  expect(moved.code).toBe(1);
  expect(moved.out).toContain("cart_views >= 2 in last 48h, 47h59min59s999ms ago");
  place.write({ "rules/evening-offer.segment": OFFER });
});

test("without -o it goes to standard output, its rules named from where it is run", () => {
  const { code, out, err } = place.run(["probe", "rules/carts.segment"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("rules: [rules/carts.segment]\n");
  expect(out).toContain("zones: { Europe/Berlin: 100% }");
  expect(place.run(["probe", "rules/carts.segment", "--zone", "asia/kolkata"]).out).toContain(
    "zones: { Asia/Kolkata: 100% }",
  );
});

test("rules that it asks for are found beside it, or named", () => {
  const { code, err } = place.run([
    "probe",
    "rules/evening-child.segment",
    "-o",
    "rules/child.yaml",
  ]);
  expect({ code, err: err.includes("cases at") }).toEqual({ code: 0, err: true });
  const text = readFileSync(join(place.folder, "rules/child.yaml"), "utf8");
  expect(text).toContain("rules: [evening-child.segment, evening-offer.segment]\n");
  expect(text).not.toContain("# cart_views"); // the other rule's own bounds are its own matter
  expect(place.run(["run", "rules/child.yaml"]).code).toBe(0);
  place.write({ "elsewhere.segment": OFFER });
  const named = ["probe", "rules/evening-child.segment", "elsewhere.segment"];
  expect(place.run(named).out).toContain(
    "rules: [rules/evening-child.segment, elsewhere.segment]\n",
  );
});

test("words may be brought along: a preset or a file", () => {
  const { out } = place.run(["probe", "rules/carts.segment", "--vocabulary", "klaviyo"]);
  expect(out).toContain('vocabulary: "vocabulary\\n  use klaviyo\\n"');
  expect(out).toContain("Viewed Cart");
  place.write({ "klaviyo.yaml": out });
  expect(place.run(["run", "klaviyo.yaml"]).code).toBe(0);
});

test("as one document", () => {
  const { zone, segments } = JSON.parse(place.run(["probe", "rules/carts.segment", "--json"]).out);
  expect(zone).toBe("Europe/Berlin");
  expect(segments[0]).toMatchObject({ segment: "carts" });
  expect(segments[0].bounds[0]).toMatchObject({
    condition: "cart_views >= 2 in last 48h",
    bound: ">= 2",
    probes: [
      { label: "1 of them", expected: { is: "out" } },
      { label: "2 of them", expected: { is: "in" } },
      { label: "3 of them", expected: { is: "in" } },
    ],
  });
});

test.each([
  [["rules/nowhere.segment"], "error MISSING_FILE: there is no file rules/nowhere.segment"],
  [["rules/broken.segment"], "--> rules/broken.segment:2:"],
  [["rules/stray.segment"], 'error UNKNOWN_SEGMENT: there is no segment "nowhere"'],
  [["rules/carts.segment", "--zone", "Berlin"], 'no zone "Berlin"'],
  [
    ["rules/carts.segment", "-o", "no/folder/probes.yaml"],
    "error UNWRITABLE: no/folder/probes.yaml",
  ],
])("%s is refused with its reason", (args, message) => {
  const { code, out, err } = place.run(["probe", ...args]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
  expect(err).toContain("No probe was written.");
});

test("a rule must be named", () => {
  expect(place.run(["probe"])).toMatchObject({ code: 2, out: "" });
});
