import { readFileSync, readdirSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type * as cart from "../../src/engine/cart.ts";
import type * as engine from "../../src/engine/engine.ts";
import type * as next from "../../src/engine/next-change.ts";
import type * as seen from "../../src/engine/seen.ts";
import type * as sender from "../../src/engine/sender.ts";
import type * as viewed from "../../src/engine/viewed.ts";
import { holds } from "../../src/reference/holds.ts";
import { readCases } from "../cases/read.ts";
import {
  agreesAtEveryInstant,
  foreseesTheNextChange,
  tellsOfEveryTransition,
} from "./checks/agreement.ts";
import { foreseesAmongSegments, tellsAmongSegments } from "./checks/among.ts";
import { decidesAsDefined } from "./checks/decisions.ts";
import { expect } from "./checks/expect.ts";
import { instantChecks } from "./checks/instant.ts";
import { payloadChecks } from "./checks/payload.ts";
import { policyChecks } from "./checks/policy/checks.ts";
import { leafChecks } from "./checks/leaves/checks.ts";
import { seenChecks } from "./checks/seen.ts";
import { membershipAt } from "./play.ts";

// Asks the engine in each folder that it is told everything that ours is asked, and reports whether something went wrong.

type Modules = typeof cart &
  typeof engine &
  typeof next &
  typeof seen &
  typeof sender &
  typeof viewed;

async function load(folder: string): Promise<Modules> {
  const names = ["cart", "engine", "next-change", "seen", "sender", "viewed"];
  const modules: unknown[] = await Promise.all(names.map((name) => import(`${folder}/${name}.ts`)));
  return Object.assign({}, ...modules) as Modules;
}

function askCases({ Engine }: Modules): void {
  const folder = new URL("../cases/", import.meta.url);
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".case"))) {
    for (const { history, questions } of readCases(
      name,
      readFileSync(new URL(name, folder), "utf8"),
    )) {
      for (const { condition, at } of questions) {
        expect(membershipAt(condition, history, [at], Engine)[0]).toBe(
          holds(condition, history, at),
        );
      }
    }
  }
}

function ask(modules: Modules): void {
  for (const [, check] of policyChecks) check(modules);
  for (const [, check] of payloadChecks) check(modules);
  for (const [, check] of instantChecks) check(modules);
  for (const [, check] of leafChecks) check(modules);
  askCases(modules);
  const effort = { cases: 700, seed: 20_261_123, asFound: true };
  tellsOfEveryTransition(modules, effort);
  agreesAtEveryInstant(modules, effort);
  foreseesTheNextChange(modules, effort);
  tellsAmongSegments(modules, { ...effort, cases: 350 });
  foreseesAmongSegments(modules, { ...effort, cases: 100 });
  decidesAsDefined(modules, { ...effort, cases: 350 });
  for (const [, check] of seenChecks) check(modules);
}

parentPort?.on("message", (folder: string) => {
  void load(folder)
    .then(ask)
    .then(
      () => parentPort?.postMessage("nothing noticed"),
      () => parentPort?.postMessage("noticed"),
    );
});
