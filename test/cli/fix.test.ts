import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { OFFER, Workplace } from "./program.ts";

const SLIP = `segment twice
when cart_vews >= 2 in last 48h # of late
  and cart_views >= 1 in last 72h
  and device = mobile
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.write({ "offer.segment": OFFER, "slip.segment": SLIP });
});

function textOf(name: string): string {
  return readFileSync(join(place.folder, name), "utf8");
}

test("check --fix says what it changed, leaves the rest, and has nothing to do the second time", () => {
  const { code, out } = place.run(["check", "--fix", "slip.segment", "offer.segment"]);
  expect(code).toBe(0);
  expect(out).toContain(
    "fixed slip.segment:2:6 UNKNOWN_METRIC: wrote “cart_views” for “cart_vews”\n",
  );
  expect(out).toContain(
    "fixed slip.segment:3:7 IMPLIED: left out “and cart_views >= 1 in last 72h”\n",
  );
  expect(textOf("slip.segment")).toBe(`segment twice
when cart_views >= 2 in last 48h # of late
  and device = mobile
`);
  expect(textOf("offer.segment")).toBe(OFFER);
  expect(place.run(["check", "--fix", "slip.segment"]).out).not.toContain("fixed");
});

test("check says what --fix would put right", () => {
  place.write({ "slip.segment": SLIP.replace("vews", "views") });
  const { out } = place.run(["check", "slip.segment"]);
  expect(out).toContain("warning IMPLIED");
  expect(out).toContain("1 to be put right with --fix");
  expect(textOf("slip.segment")).toContain("last 72h");
});

test("as one document", () => {
  const { fixed, findings } = JSON.parse(
    place.run(["check", "--fix", "--json", "slip.segment"]).out,
  );
  expect(fixed).toMatchObject([
    {
      code: "UNKNOWN_METRIC",
      path: "slip.segment",
      line: 2,
      column: 6,
      changes: [{ was: "cart_vews", is: "cart_views" }],
    },
    { code: "IMPLIED", changes: [{ was: "and cart_views >= 1 in last 72h", is: "" }] },
  ]);
  expect(findings.map((each: { code: string }) => each.code)).toEqual(["FEW_SIGNALS"]);
});

test("standard input cannot be fixed, and what is missing is said as ever", () => {
  const { code, out, err } = place.run(["check", "--fix", "-"], SLIP);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("error WRONG_VALUE: --fix writes files");
  expect(place.run(["check", "--fix", "nowhere.segment"])).toMatchObject({ code: 2, out: "" });
});

test("rules that cannot be run together end with 2, those that should not with 1", () => {
  place.write({
    "lost.segment": "segment lost when in segment nowhere and vip = true",
    "circle.segment": "segment circle when not in segment circle and vip = true",
    "never.segment": "segment never when device = mobile and device = desktop",
  });
  expect(place.run(["check", "lost.segment"])).toMatchObject({ code: 2 });
  expect(place.run(["check", "circle.segment"])).toMatchObject({ code: 2 });
  expect(place.run(["check", "never.segment"])).toMatchObject({ code: 1 });
  place.write({ "e.ndjson": "{}" });
  for (const name of ["lost", "circle"]) {
    const ask = ["replay", "--rules", `${name}.segment`, "--events", "e.ndjson"];
    expect(place.run(ask).err).toMatch(/error (UNKNOWN_SEGMENT|SEGMENT_CIRCLE)/);
  }
});
