import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areaOf } from "../src/i18n/later.ts";

/** Which folders of src each folder may import, itself aside. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  routing: ["model"],
  data: ["model"],
  i18n: ["model"],
  build: ["model", "i18n"],
  state: ["model", "routing", "data", "i18n"],
  export: ["model", "routing", "data", "i18n", "state"],
  map: ["model", "routing", "data", "i18n", "state"],
  ui: ["model", "routing", "data", "i18n", "state", "export"],
  cli: ["model", "routing", "data", "i18n", "state", "export"],
  embed: ["model", "routing", "data", "i18n", "state", "export"],
  playground: ["i18n", "ui", "embed"],
  story: ["model", "routing", "data", "i18n", "state", "export", "ui"],
  app: ["model", "routing", "data", "i18n", "state", "export", "map", "ui", "story", "embed"],
};
/** Packages that one folder alone may use. */
const owners: Readonly<Record<string, readonly string[]>> = {
  "maplibre-gl": ["map"],
  react: ["map", "ui", "story", "app"],
  "react-dom/client": ["app"],
  zustand: ["state", "map", "ui", "app"],
};

const root = new URL("../src/", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

test("folders import only what stands below them", () => {
  const broken = imports().flatMap(({ file, folder, target }) => {
    const other = /^\.\.\/(?:\.\.\/)?([a-z0-9]+)\//.exec(target)?.[1];
    if (!other || other === folder || !Object.hasOwn(allowed, other)) return [];
    return allowed[folder]?.includes(other) ? [] : [`${file} must not import ${target}`];
  });
  expect(broken).toEqual([]);
});

test("each outside package is used where it belongs", () => {
  const broken = imports().flatMap(({ file, folder, target }) =>
    Object.hasOwn(owners, target) && !owners[target]?.includes(folder)
      ? [`${file} must not import ${target}`]
      : [],
  );
  expect(broken).toEqual([]);
});

test("nothing on the page's side imports the data build", () => {
  expect(imports().filter(({ target }) => target.includes("/geo/"))).toEqual([]);
});

test("what the first view draws uses no message that is loaded later", () => {
  const drawn = new Set<string>();
  const visit = (file: string) => {
    if (drawn.has(file) || !files.includes(file)) return;
    drawn.add(file);
    const text = readFileSync(new URL(file, root), "utf8");
    for (const [, target = ""] of text.matchAll(/^(?:import|export) (?!type ).*?from "(\.[^"]+)"/gms)) {
      visit(new URL(target, new URL(file, root)).href.slice(root.href.length));
    }
  };
  visit("app/main.tsx");
  const early = [...drawn].flatMap((file) =>
    [...readFileSync(new URL(file, root), "utf8").matchAll(/t\(\s*[`"]([a-z]+\.)/g)]
      .filter(([, key = ""]) => areaOf(key) === "later")
      .map(([, key]) => `${file}: ${key}`),
  );
  expect(drawn.size).toBeGreaterThan(30);
  expect(early).toEqual([]);
});

function imports(): { file: string; folder: string; target: string }[] {
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, root), "utf8");
    const folder = file.split("/")[0] ?? "";
    return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => ({
      file,
      folder,
      target: match[1] ?? "",
    }));
  });
}
