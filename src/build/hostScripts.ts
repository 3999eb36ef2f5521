import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";

/** The scripts for host pages by format; their names never change, as other pages carry them. */
const names = { es: "embed.js", iife: "embed.classic.js" } as const;

/** Adds the scripts for host pages and their types to what is built. */
export function hostScripts(): Plugin {
  const pathOf = (file: string) => fileURLToPath(new URL(`../embed/${file}`, import.meta.url));
  return {
    name: "host-scripts",
    apply: "build",
    async generateBundle() {
      for (const [fileName, source] of await buildScripts(pathOf("host.ts"))) {
        this.emitFile({ type: "asset", fileName, source });
      }
      const source = await readFile(pathOf("embed.d.ts"), "utf8");
      this.emitFile({ type: "asset", fileName: "embed.d.ts", source });
    },
  };
}

async function buildScripts(entry: string): Promise<[fileName: string, code: string][]> {
  const formats = Object.entries(names) as [keyof typeof names, string][];
  const built = await Promise.all(
    formats.map(([format, name]) =>
      build({
        configFile: false,
        logLevel: "warn",
        // A classic script has no such thing.
        define: format === "iife" ? { "import.meta": "{}" } : {},
        build: {
          write: false,
          target: "es2022",
          minify: true,
          lib: { entry, formats: [format], name: "MiddleCorridor", fileName: () => name },
        },
      }),
    ),
  );
  return (built.flat() as Rolldown.RolldownOutput[]).flatMap(({ output }) =>
    output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code] as [string, string]] : [])),
  );
}
