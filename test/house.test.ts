import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// The table of rooms in README.md, the walls in the lint configuration and the imports of the code say the same.

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Room {
  readonly name: string;
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

function roomsOf(readme: string): readonly Room[] {
  const rows = [...readme.matchAll(/^\| `([a-z]+)` \| [^|]+ \| ([^|]*) \| ([^|]*) \|$/gm)];
  return rows.map(([, name = "", imports = "", packages = ""]) => ({
    name,
    imports:
      imports.trim() === "every room"
        ? rows.map((row) => row[1]!).filter((each) => each !== name)
        : wordsOf(imports),
    packages: wordsOf(packages.replaceAll("`", "")),
  }));
}

function wordsOf(cell: string): readonly string[] {
  return cell.split(/[\s,]+/).filter((word) => /^[@a-z]/.test(word));
}

const rooms = roomsOf(read("README.md"));

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function importsOf(file: string): readonly Import[] {
  const text = read(file).replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, "");
  const found = [
    ...text.matchAll(/^(?:import|export)\b[^;"]*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/gm),
  ];
  const room = file.split("/")[1]!;
  return found.map(([, named, late]) => ({ file, room, target: named ?? late ?? "" }));
}

const files = globSync("src/**/*.ts", { cwd: root }).toSorted();
const imports = files.flatMap(importsOf);

function resolved({ file, target }: Import): string | undefined {
  return target.startsWith(".") ? join(dirname(file), target) : undefined;
}

test("every room of the code has its row, in an order in which none imports what stands below it", () => {
  const folders = new Set(files.map((file) => file.split("/")[1]!));
  expect(rooms.map(({ name }) => name).toSorted()).toEqual([...folders].toSorted());
  for (const [index, { name, imports: named }] of rooms.entries()) {
    const above = rooms.slice(0, index).map((room) => room.name);
    expect(
      named.filter((each) => !above.includes(each)),
      name,
    ).toEqual([]);
  }
});

test("no room imports a room or a package that its row does not name", () => {
  const breaches = imports.flatMap((each) => {
    const room = rooms.find(({ name }) => name === each.room)!;
    const path = resolved(each);
    const other = path?.split("/")[1];
    const isFine =
      path === undefined
        ? isPackageOf(room, each.target)
        : other === each.room || room.imports.includes(other ?? "");
    return isFine ? [] : [`${each.file} imports ${each.target}`];
  });
  expect(breaches).toEqual([]);
});

function isPackageOf(room: Room, target: string): boolean {
  if (room.name === "cli" && target.startsWith("node:")) return true;
  return room.packages.some((name) => target === name || target.startsWith(`${name}/`));
}

test("every row names only what its room uses", () => {
  const idle = rooms.flatMap(({ name, imports: named, packages }) => {
    const own = imports.filter((each) => each.room === name);
    const used = (word: string): boolean => own.some((each) => each.target.includes(`/${word}/`));
    const names = (word: string): boolean =>
      own.some(({ target }) => target === word || target.startsWith(`${word}/`));
    const rest = name === "cli" ? [] : named.filter((each) => !used(each));
    return [...rest, ...packages.filter((each) => !names(each))].map((each) => `${name}: ${each}`);
  });
  expect(idle).toEqual([]);
});

test("no file imports itself by a detour, type imports included", () => {
  const next = new Map(
    files.map((file) => [
      file,
      imports.filter((each) => each.file === file).flatMap((each) => resolved(each) ?? []),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) throw new Error(`a circle: ${[...trail, file].join(" → ")}`);
    if (done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

interface LintConfig {
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, unknown>>;
  }[];
}

test("the lint configuration forbids each room what its row does not name", () => {
  const { overrides } = JSON.parse(read(".oxlintrc.json")) as LintConfig;
  for (const { name, imports: named } of rooms) {
    const rule = overrides.find(({ files: globs }) => globs.includes(`src/${name}/**`))?.rules[
      "no-restricted-imports"
    ];
    const forbidden = JSON.stringify(rule ?? "");
    const others = rooms
      .map((room) => room.name)
      .filter((other) => other !== name && !named.includes(other));
    for (const other of others) expect(forbidden, name).toContain(`"**/${other}/**"`);
    for (const other of named) expect(forbidden, name).not.toContain(`"**/${other}/**"`);
  }
});

test("every dependency is in README's table, with a reason", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const readme = read("README.md");
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    if (name.startsWith("@types/")) continue;
    expect(readme).toMatch(
      new RegExp(`^\\| [^|]*\`${name.replace("/", "\\/")}\`[^|]* \\| .{20,} \\|$`, "m"),
    );
  }
});

test("no file is longer than 300 lines, and the middle one is short", () => {
  const lengths = files.map((file) => read(file).split("\n").length).toSorted((a, b) => a - b);
  expect(lengths.at(-1)).toBeLessThanOrEqual(300);
  expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(90);
});

test("nothing outside cli reads the host's clock, its chance or its dates", () => {
  const breaches = files
    .filter((file) => !file.startsWith("src/cli/"))
    .flatMap((file) => {
      const code = read(file).replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, "");
      const found =
        code.match(
          /Date\.now|Math\.random|new Date\(\)|new Date\(["'`]|Date\.parse|toLocale|process\.env/g,
        ) ?? [];
      return found.map((each) => `${file}: ${each}`);
    });
  expect(breaches).toEqual([]);
});
