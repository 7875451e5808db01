import { expect, test } from "vitest";
import { cosmeticOf } from "../../src/journey/cosmetic.ts";

test("a person keeps a name and an address that nobody can have", async () => {
  const ada = await cosmeticOf("7", 0);
  expect(ada).toEqual(await cosmeticOf("7", 0));
  expect(ada).not.toEqual(await cosmeticOf("7", 1));
  expect(ada.email).toMatch(/@example\.(com|net|org)$/);
});
