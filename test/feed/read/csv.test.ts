import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { EMPTY_MAPPING, parseTarget, withColumn } from "../../../src/feed/read/mapping.ts";
import type { Mapping } from "../../../src/feed/read/mapping.ts";
import { readEvents } from "../../../src/feed/read/read.ts";
import type { Recording } from "../../../src/feed/read/recording.ts";
import { bytesOf, eventsOf, readText, rejectionsOf, vocabulary } from "./reading.ts";

function mappingOf(targets: Readonly<Record<string, string>>): Mapping {
  return Object.entries(targets).reduce(
    (mapping, [column, text]) => withColumn(mapping, column, parseTarget(text)!),
    EMPTY_MAPPING,
  );
}

const mapping = mappingOf({ who: "profile", what: "event", when: "at" });

function readCsv(text: string, own: Mapping = mapping): Recording {
  return readText(text, "events.csv", { mapping: own, inputZone: "Europe/Berlin" });
}

describe("rows", () => {
  test("mapped columns are facts, all others properties; numbers and truth values are read", () => {
    const recording = readCsv(
      'who,what,when,price,paid,code,note\n7,Bought,2026-03-10 18:00,12.50,true,007,"a, ""b"""\n',
    );
    expect(eventsOf(recording, "7")).toMatchObject([
      {
        name: "Bought",
        at: Date.UTC(2026, 2, 10, 17),
        properties: { price: 12.5, paid: true, code: "007", note: 'a, "b"' },
      },
    ]);
  });

  test("an empty cell is missing, ids stay as they are written, and :text keeps numbers as text", () => {
    const recording = readCsv(
      "who,what,when,a,b\n1.10,1.50,2026-03-10,5,\n",
      mappingOf({ who: "profile", what: "event", when: "at", a: "property.a:text" }),
    );
    expect(recording.profiles).toEqual(["1.10"]);
    expect(eventsOf(recording, "1.10")[0]).toMatchObject({ name: "1.50", properties: { a: "5" } });
  });

  test("semicolons and tabs part cells too, and a cell may hold line breaks", () => {
    expect(readCsv("who;what;when\nada;x;2026-03-10\n").profiles).toEqual(["ada"]);
    expect(readCsv('who\twhat\twhen\nada\t"x\ny"\t2026-03-10\n').profiles).toEqual(["ada"]);
  });

  test("device, user agent, zone, place, session, consent and attributes find their places", () => {
    const own = mappingOf({
      who: "profile",
      what: "event",
      when: "at",
      agent: "userAgent",
      town: "city",
      tz: "zone",
      s: "session",
      ok: "consent",
      plan: "attribute.plan",
    });
    const recording = readCsv(
      "who,what,when,agent,town,tz,s,ok,plan\nada,x,2026-03-10,Mozilla (iPhone) Mobile,Pune,India,s1,false,pro\n",
      { ...own, zones: { India: "Asia/Kolkata" } },
    );
    const [update, event] = eventsOf(recording, "ada");
    expect(update?.properties).toEqual({ plan: "pro", consent: false });
    expect(event).toMatchObject({
      device: "mobile",
      place: { city: "Pune" },
      zone: "Asia/Kolkata",
      properties: { session_id: "s1" },
    });
    expect(recording.counts).toMatchObject({ records: 1, events: 1 });
  });
});

describe("bad input", () => {
  test("rows of another width, bytes that are no UTF-8 and unknown zones are rejected where they stand", () => {
    const head = "who,what,when,tz\nada,x,2026-03-10,\nada,x\n";
    const bytes = Buffer.concat([
      bytesOf(head),
      Buffer.from([0x61, 0xff]),
      bytesOf(",x,2026-03-10,\nada,x,2026-03-10,Mars\n,x,2026-03-10,\n"),
    ]);
    const recording = readEvents([{ path: "e.csv", bytes }], {
      vocabulary,
      mapping: mappingOf({ who: "profile", what: "event", when: "at", tz: "zone" }),
      inputZone: "UTC",
      listed: 9,
    });
    expect(rejectionsOf(recording)).toEqual([
      "e.csv:3 NOT_A_RECORD",
      "e.csv:4 NOT_UTF8",
      "e.csv:5 UNKNOWN_ZONE",
      "e.csv:6 MISSING_PROFILE",
    ]);
    expect(recording.counts).toMatchObject({ records: 5, events: 1 });
  });

  test("rows without a profile are passed over where the mapping says so", () => {
    const own = { ...mapping, ignoresEmptyProfile: true };
    const recording = readCsv("who,what,when\n,x,2026-03-10\nada,x,2026-03-10\n", own);
    expect(recording.counts).toMatchObject({ skipped: 1, rejected: 0, events: 1 });
  });

  test("a quote that is never closed, a column that is nowhere and a missing mapping are problems of the file", () => {
    const codes = (recording: Recording): readonly string[] =>
      recording.problems.map((each) => each.code);
    expect(codes(readCsv('who,what,when\nada,"x,2026-03-10\nbob,x,2026-03-10\n'))).toEqual([
      "UNCLOSED_QUOTE",
    ]);
    expect(codes(readCsv("who,what,wen\nada,x,2026-03-10\n"))).toEqual(["MISSING_COLUMN"]);
    expect(codes(readText("who,what\nada,x\n", "e.csv"))).toEqual(["NO_MAPPING"]);
    expect(codes(readCsv("who,what,when\n"))).toEqual(["EMPTY_FILE"]);
  });
});

test("what is written as CSV is read back, whatever the texts hold", () => {
  const text = fc.string({ unit: "grapheme" }).map((each) => `t${each.replace(/\0/g, "")}`);
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (notes) => {
      const rows = notes.map((note) => `ada,x,2026-03-10,${cell(note)}`);
      const recording = readCsv(`who,what,when,note\n${rows.join("\n")}`);
      const read = recording.eventsByArrival(0).map((each) => each.properties["note"]);
      expect(read).toEqual(notes);
    }),
  );
});
