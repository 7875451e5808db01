import { hashId, streamKey } from "../random/stream.ts";

/** How a person is called on a screen. Never hashed, compared or acted upon: Faker's values change between releases. */
export interface Cosmetic {
  readonly name: string;
  readonly email: string;
}

/** The name and the address of the person with that index. Faker is loaded when the first name is wanted. */
export async function cosmeticOf(seed: string, index: number): Promise<Cosmetic> {
  const { Faker, en } = await import("@faker-js/faker");
  const faker = new Faker({
    locale: en,
    seed: hashId(streamKey(seed, "cosmetic"), index) % 2 ** 31,
  });
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  const email = faker.internet.exampleEmail({ firstName, lastName }).toLowerCase();
  return { name: `${firstName} ${lastName}`, email };
}
