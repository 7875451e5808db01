import { expect, test } from "vitest";
import { deviceOfUserAgent, deviceOfWord } from "../../../src/feed/read/device.ts";

test.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 7_1 like Mac OS X) Version/7.0 Mobile/11D167", "mobile"],
  ["Mozilla/5.0 (iPad; CPU OS 7_1_1 like Mac OS X) Version/7.0 Mobile/11D201", "tablet"],
  ["Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/120.0 Mobile Safari/537.36", "mobile"],
  ["Mozilla/5.0 (Linux; Android 13; SM-X700) Chrome/120.0 Safari/537.36", "tablet"],
  ["Mozilla/5.0 (Windows NT 6.1; WOW64) Chrome/35.0.1916.153 Safari/537.36", "desktop"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_4) Chrome/36.0 Safari/537.36", "desktop"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:31.0) Gecko/20100101 Firefox/31.0", "desktop"],
  ["", "desktop"],
])("%s is a %s", (agent, device) => expect(deviceOfUserAgent(agent)).toBe(device));

test("feeds have many words for a device", () => {
  expect(["iOS", "Android", "phone", " Mobile "].map(deviceOfWord)).toEqual(
    Array(4).fill("mobile"),
  );
  expect(["iPad", "TABLET"].map(deviceOfWord)).toEqual(["tablet", "tablet"]);
  expect(["web", "Desktop", "TV"].map(deviceOfWord)).toEqual(["desktop", "desktop", "tv"]);
});
