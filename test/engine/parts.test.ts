import { describe, test } from "vitest";
import * as cart from "../../src/engine/cart.ts";
import * as engine from "../../src/engine/engine.ts";
import * as seen from "../../src/engine/seen.ts";
import * as sender from "../../src/engine/sender.ts";
import * as viewed from "../../src/engine/viewed.ts";
import { instantChecks } from "./checks/instant.ts";
import { leafChecks } from "./checks/leaves/checks.ts";
import { payloadChecks } from "./checks/payload.ts";
import { policyChecks } from "./checks/policy/checks.ts";
import { seenChecks } from "./checks/seen.ts";

describe("policy", () => {
  test.each(policyChecks)("%s", (_, check) => check(sender));
});

describe("payload", () => {
  test.each(payloadChecks)("%s", (_, check) => check({ ...cart, ...viewed, ...sender }));
});

describe("one instant", () => {
  test.each(instantChecks)("%s", (_, check) => check(engine));
});

describe("constructs", () => {
  test.each(leafChecks)("%s", (_, check) => check(engine));
});

describe("seen", () => {
  test.each(seenChecks)("%s", (_, check) => check(seen));
});
