import { baseOf } from "./direction.ts";

/** A language of the interface: its tag, its own name and how its messages are loaded. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  /** The messages of the first view; outside the built page all of them. */
  readonly load: () => Promise<{ default: unknown }>;
  /** The messages that the built page leaves for later: see `later.ts`. */
  readonly loadLater: () => Promise<{ default: unknown }>;
}

export const languages: readonly Language[] = [
  {
    tag: "en",
    name: "English",
    load: () => import("./messages/en.json"),
    loadLater: () => import("./messages/en.json?later"),
  },
  {
    tag: "ar",
    name: "العربية",
    load: () => import("./messages/ar.json"),
    loadLater: () => import("./messages/ar.json?later"),
  },
  {
    tag: "ja",
    name: "日本語",
    load: () => import("./messages/ja.json"),
    loadLater: () => import("./messages/ja.json?later"),
  },
];

/**
 * The first wanted tag whose language the interface has; English where there is none.
 * The tag keeps its region, which decides digits and number forms (`ar-EG`, `en-GB`).
 */
export function chooseLanguage(wanted: readonly (string | undefined)[]): { language: Language; tag: string } {
  for (const tag of wanted) {
    if (!tag) continue;
    const base = baseOf(tag);
    const language = languages.find((candidate) => candidate.tag === base);
    if (language) return { language, tag };
  }
  return { language: languages[0] as Language, tag: "en" };
}
