import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readScenario } from "../src/scenario/read.ts";
import { parseRules } from "../src/rule/parser.ts";
import { printSegment } from "../src/rule/printer.ts";
import { defaultVocabulary } from "../src/rule/vocabulary.ts";

// What README.md shows is what the program prints.

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = ""]) =>
    name === language ? [text] : [],
  );
}

interface Example {
  readonly command: string;
  readonly shown: string;
}

const examples: readonly Example[] = blocks("console").map((text) => {
  const [line = "", ...rest] = text.split("\n");
  return { command: line.replace(/^\$ rehearsal /, ""), shown: rest.join("\n") };
});

/** How long a run took is the one thing that differs from time to time. */
function timeless(text: string): string {
  return text.replaceAll(/simulated in [\d.]+ s/g, "simulated in 6.2 s").replaceAll(/ +$/gm, "");
}

test("there are examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(3);
});

function printed(command: string): string {
  const { stdout } = spawnSync(
    join(root, "node_modules/.bin/node"),
    [join(root, "src/cli/bin.ts"), ...command.split(" ")],
    { cwd: root, encoding: "utf8", env: { ...process.env, COLUMNS: "100" } },
  );
  return timeless(stdout);
}

test.each(examples)("$ rehearsal $command", ({ command, shown }) => {
  const found = printed(command);
  // npm run reports takes over what is printed now, here as in reports/.
  if (process.env["REHEARSAL_REPORTS"] === "write") {
    const text = readFileSync(join(root, "README.md"), "utf8");
    writeFileSync(
      join(root, "README.md"),
      text.replace(`$ rehearsal ${command}\n${shown}`, () => `$ rehearsal ${command}\n${found}`),
    );
    return;
  }
  expect(found).toBe(timeless(shown));
});

test("the rule and the scenario that it shows are read without a fault", () => {
  for (const text of blocks("segment")) {
    const { segments, findings } = parseRules({ path: "README.md", text }, defaultVocabulary);
    expect(findings).toEqual([]);
    expect(text).toContain(printSegment(segments[0]!));
  }
  const rule = readFileSync(join(root, "scenarios/rules/evening-offer.segment"), "utf8");
  for (const text of blocks("yaml")) {
    const { scenario, findings } = readScenario({ path: "README.md", text }, (path) => ({
      path,
      text: rule,
    }));
    const faults = findings.filter(({ severity }) => severity !== "hint");
    expect(faults.map(({ message }) => message)).toEqual([]);
    expect(scenario?.name).toBe("my-evening");
  }
});
