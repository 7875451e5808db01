import type { Place } from "../model/event.ts";

/** The country of a zone and the towns that its people live in, without their areas. */
interface Region {
  readonly country?: string;
  readonly cities: readonly string[];
}

/** The zones that scenarios commonly name: ISO 3166 countries after tzdb's zone.tab, and their larger towns. */
const REGIONS: Readonly<Record<string, Region>> = {
  "America/New_York": { country: "US", cities: ["New York", "Philadelphia", "Boston", "Atlanta"] },
  "America/Chicago": { country: "US", cities: ["Chicago", "Houston", "Dallas", "Minneapolis"] },
  "America/Denver": { country: "US", cities: ["Denver", "Salt Lake City", "Albuquerque"] },
  "America/Phoenix": { country: "US", cities: ["Phoenix", "Tucson", "Mesa"] },
  "America/Los_Angeles": { country: "US", cities: ["Los Angeles", "San Diego", "Seattle"] },
  "America/Toronto": { country: "CA", cities: ["Toronto", "Ottawa", "Hamilton"] },
  "America/Sao_Paulo": { country: "BR", cities: ["São Paulo", "Rio de Janeiro", "Curitiba"] },
  "Europe/London": { country: "GB", cities: ["London", "Manchester", "Leeds", "Glasgow"] },
  "Europe/Berlin": { country: "DE", cities: ["Berlin", "Hamburg", "München", "Köln"] },
  "Europe/Paris": { country: "FR", cities: ["Paris", "Lyon", "Marseille", "Lille"] },
  "Europe/Madrid": { country: "ES", cities: ["Madrid", "Barcelona", "Valencia"] },
  "Europe/Rome": { country: "IT", cities: ["Roma", "Milano", "Napoli"] },
  "Asia/Kolkata": { country: "IN", cities: ["Mumbai", "Delhi", "Bengaluru", "Chennai"] },
  "Asia/Kathmandu": { country: "NP", cities: ["Kathmandu", "Pokhara"] },
  "Asia/Tokyo": { country: "JP", cities: ["Tokyo", "Osaka", "Nagoya"] },
  "Australia/Sydney": { country: "AU", cities: ["Sydney", "Newcastle", "Wollongong"] },
  "Australia/Lord_Howe": { country: "AU", cities: ["Lord Howe Island"] },
  "Pacific/Auckland": { country: "NZ", cities: ["Auckland", "Wellington", "Christchurch"] },
  "Pacific/Chatham": { country: "NZ", cities: ["Waitangi"] },
};

/** How built-up the places are that people live in, in the order of the weights. */
export const AREAS = ["urban", "suburban", "rural"] as const;

/** The places of a zone: for each area its cities. A zone that is not in the table has the city of its name. */
export function placesOf(zone: string): readonly (readonly Place[])[] {
  const region = REGIONS[zone] ?? { cities: [cityInName(zone)] };
  const country = region.country === undefined ? {} : { country: region.country };
  return AREAS.map((area) => region.cities.map((city) => ({ ...country, city, area })));
}

function cityInName(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
