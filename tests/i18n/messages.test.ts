import { readFileSync } from "node:fs";
import { type CompiledMessageToken, compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { type Language, languages } from "../../src/i18n/languages.ts";
import { loadTranslator, type MessageKey } from "../../src/i18n/translator.ts";

type Messages = Readonly<Record<string, string>>;

const counts = [0, 1, 2, 3, 11, 100];
const english = read("en");

/** Words that stay in Latin letters in every script: codes, units, keys, names of techniques, formats and standards. */
const latinWords =
  "CO₂e CSV Ctrl Esc FEU GLEC GPX GeoJSON ISO JSON JavaScript KML LOCODE RU TEU UN WebGL XML id km lat lng mm t".split(
    " ",
  );

/** What is typed on the command line, the same in every language. */
const command = /npm run .*/.exec(english["cli.usage"] ?? "")?.[0] ?? "";

describe.each(languages.map((language) => [language.tag, language] as const))(
  "messages in %s",
  (tag, own) => {
    const messages = read(tag);
    const keys = Object.keys(messages);

    it("have the keys of English, in the order of English", () => {
      expect(keys).toEqual(Object.keys(english));
    });

    it("take the values that English takes", () => {
      const valuesIn = (source: Messages) =>
        Object.fromEntries(Object.entries(source).map(([key, text]) => [key, argumentsOf(text)]));
      expect(valuesIn(messages)).toEqual(valuesIn(english));
    });

    it("have a form for every plural category of the language", () => {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      for (const key of keys) {
        for (const forms of pluralsOf(messages[key] ?? "")) {
          expect(Object.keys(forms), key).toEqual(expect.arrayContaining(pluralCategories));
        }
      }
    });

    it("read well for every count", async () => {
      await expectReadable(own, messages);
    });

    it("hold no invisible marks of direction", () => {
      expect(keys.filter((key) => /\p{Bidi_Control}/u.test(messages[key] ?? ""))).toEqual([]);
    });

    it("keep what is typed on the command line", () => {
      expect(command).toContain("--from");
      expect(messages["cli.usage"]).toContain(command);
    });
  },
);

const otherScripts = languages.filter(({ tag }) => new Intl.Locale(tag).maximize().script !== "Latn");

it.each(otherScripts)("messages in $tag use Latin letters for fixed words only", ({ tag }) => {
  const words = Object.entries(read(tag)).flatMap(([key, text]) =>
    latinWordsOf(text).map((word) => ({ key, word })),
  );
  expect(words.filter(({ word }) => !latinWords.includes(word))).toEqual([]);
});

/** Every value must appear in the text, and every count must be told from the others. */
async function expectReadable(language: Language, messages: Messages): Promise<void> {
  const { t, loadLater } = await loadTranslator(language, language.tag);
  await loadLater();
  for (const [key, message] of Object.entries(messages)) {
    // The page does not carry the words of the command line; that has tests of its own.
    if (key.startsWith("cli.")) continue;
    const types = Object.entries(argumentsOf(message));
    const texts = counts.map((count) =>
      t(
        key as MessageKey,
        Object.fromEntries(types.map(([name, type]) => [name, type === "plural" ? count : `«${name}»`])),
      ),
    );
    for (const text of texts) {
      expect(text, key).toMatch(/^\S(.*\S)?$/);
      expect(text, key).not.toMatch(/[{}#]|undefined|NaN/);
      for (const [name, type] of types) if (type === "value") expect(text, key).toContain(`«${name}»`);
    }
    const counted = types.some(([, type]) => type === "plural");
    expect(new Set(texts).size, key).toBe(counted ? counts.length : 1);
  }
}

function read(tag: string): Messages {
  const file = new URL(`../../src/i18n/messages/${tag}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Messages;
}

/** Every token of a message, those of its plural forms included. @throws where the message is no ICU message */
function tokensOf(message: string): readonly CompiledMessageToken[] {
  const withInner = (tokens: readonly CompiledMessageToken[]): readonly CompiledMessageToken[] =>
    tokens.flatMap((token) => [token, ...withInner(Object.values(formsOf(token)).flat())]);
  return withInner(compileMessageOrThrow(message));
}

/** The plural forms of a token by category or exact number; none where it is text or a plain value. */
function formsOf([, type, forms]: CompiledMessageToken): Record<string, CompiledMessageToken[]> {
  if (type !== "plural" || typeof forms !== "object" || forms === null) return {};
  return Object.fromEntries(Object.entries(forms).filter(([name]) => name !== "offset"));
}

/** What a message wants to be given: a `value` put in as it is, or a number that chooses a `plural` form. */
function argumentsOf(message: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tokensOf(message).flatMap((token) =>
      typeof token === "string" ? [] : [[token[0], token[1] ?? "value"] as const],
    ),
  );
}

function pluralsOf(message: string) {
  return tokensOf(message)
    .map(formsOf)
    .filter((forms) => Object.keys(forms).length > 0);
}

function latinWordsOf(message: string): readonly string[] {
  const texts = tokensOf(message).filter((token) => typeof token === "string");
  return texts.flatMap(
    (text) => text.replace(command, "").match(/\p{Script=Latin}[\p{Script=Latin}₂]*/gu) ?? [],
  );
}
