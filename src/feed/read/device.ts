const KINDS: Readonly<Record<string, string>> = {
  mobile: "mobile",
  phone: "mobile",
  smartphone: "mobile",
  ios: "mobile",
  android: "mobile",
  iphone: "mobile",
  tablet: "tablet",
  ipad: "tablet",
  ipados: "tablet",
  desktop: "desktop",
  web: "desktop",
  browser: "desktop",
  computer: "desktop",
  laptop: "desktop",
  pc: "desktop",
  macos: "desktop",
  windows: "desktop",
  linux: "desktop",
};

const known = new Map<string, string>();

/** The device of a word as feeds write it (`context.device.type`: "ios", "Android", "phone"); an unknown word stays, in
 *  small letters. */
export function deviceOfWord(word: string): string {
  const key = word.trim().toLowerCase();
  return KINDS[key] ?? key;
}

/** The device of a user agent, by what makers document: an iPad says `iPad`, an Android tablet says `Android` without
 *  `Mobile`, phones say `Mobi` (MDN, "Browser detection using the user agent"); all others are desktops. An iPad that
 *  asks for desktop pages calls itself a Macintosh and cannot be told apart. */
export function deviceOfUserAgent(agent: string): string {
  let device = known.get(agent);
  if (device === undefined) known.set(agent, (device = classify(agent)));
  return device;
}

function classify(agent: string): string {
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Kindle/i.test(agent)) return "tablet";
  if (/Android/i.test(agent) && !/Mobile/i.test(agent)) return "tablet";
  return /Mobi|iPhone|iPod|Android|Windows Phone/i.test(agent) ? "mobile" : "desktop";
}
