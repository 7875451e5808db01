import { existsSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine/engine.ts";
import { nextChange } from "../../src/engine/next-change.ts";
import * as sender from "../../src/engine/sender.ts";
import type { Instant } from "../../src/time/instant.ts";
import { agreesAtEveryInstant, asks } from "./checks/agreement.ts";
import { asksAmong } from "./checks/among.ts";
import { askDecisions } from "./checks/decisions.ts";
import { FOUND, type Found, readFound } from "./checks/keep.ts";

const replays: Readonly<Record<string, (...values: never[]) => void>> = {
  agreesAtEveryInstant: asks.agreesAtEveryInstant.bind(undefined, { Engine, nextChange }),
  tellsOfEveryTransition: asks.tellsOfEveryTransition.bind(undefined, { Engine, nextChange }),
  foreseesTheNextChange: asks.foreseesTheNextChange.bind(undefined, { Engine, nextChange }),
  tellsAmongSegments: asksAmong.tellsAmongSegments.bind(undefined, { Engine, nextChange }),
  foreseesAmongSegments: asksAmong.foreseesAmongSegments.bind(undefined, { Engine, nextChange }),
  decidesAsDefined: askDecisions.bind(undefined, sender),
};

function replay({ check, values }: Found): void {
  replays[check]!(...(values as never[]));
}

const kept = existsSync(FOUND) ? readdirSync(FOUND) : [];

describe.skipIf(kept.length === 0)("cases that random ones have found", () => {
  test.each(kept)("%s", (name) => {
    replay(readFound(readFileSync(new URL(name, FOUND), "utf8")));
  });
});

test("what a faulty engine gets wrong is kept, shrunk, and replays", () => {
  const folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), "rehearsal-found-"))}/`);
  class Late extends Engine {
    override advanceTo(at: Instant): void {
      super.advanceTo((at - 1) as Instant);
    }
  }
  const modules = { Engine: Late, nextChange };
  const look = (): void => agreesAtEveryInstant(modules, { cases: 300, seed: 7, keepIn: folder });
  expect(look).toThrow(/kept in .*agreesAtEveryInstant-\w{8}\.json/);
  const [name = ""] = readdirSync(folder);
  const found = readFound(readFileSync(new URL(name, folder), "utf8"));
  expect(() => replay(found)).not.toThrow();
  expect(() => asks.agreesAtEveryInstant(modules, ...(found.values as [never, never]))).toThrow();
});
