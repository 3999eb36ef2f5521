import { fileURLToPath } from "node:url";

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const entry = fileURLToPath(new URL("../src/app/main.tsx", import.meta.url));

/**
 * Names one chunk for all that the first view loads, whatever later parts share with it:
 * cut into small files it compresses worse.
 */
export function firstViewChunk(): (id: string, modules: Modules) => string | null {
  let first: ReadonlySet<string> | undefined;
  return (id, modules) => {
    first ??= reachedFrom(entry, modules);
    return first.has(id) ? "page" : null;
  };
}

function reachedFrom(start: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  }
  return reached;
}
