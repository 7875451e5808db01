import { expect, test } from "vitest";
import { Permission } from "../../../src/journey/mail/permission.ts";
import { NEVER, instant } from "../../../src/time/instant.ts";

test("a permission is given, withdrawn and given again", () => {
  const permission = new Permission();
  expect([permission.isGiven, permission.since]).toEqual([false, NEVER]);
  permission.withdraw(instant(1));
  permission.grant(instant(2));
  permission.grant(instant(3));
  expect([permission.isGiven, permission.since]).toEqual([true, 2]);
  permission.withdraw(instant(5));
  permission.withdraw(instant(6));
  permission.grant(instant(8));
  expect(permission.stretches(instant(10))).toEqual([
    { from: 2, to: 5 },
    { from: 8, to: 10 },
  ]);
});

test("nobody can be written to once the mailbox is gone", () => {
  const permission = new Permission();
  permission.grant(instant(2));
  permission.lose(instant(5));
  permission.grant(instant(6));
  expect(permission.isGiven).toBe(false);
  expect(permission.stretches(instant(10))).toEqual([{ from: 2, to: 5 }]);
});
