import { fold } from "./fold.ts";

/**
 * Words of a text in any script. Japanese writes without spaces: a change between katakana, hiragana and
 * Chinese characters counts as the end of a word.
 */
export function wordsOf(text: string): string[] {
  const runs =
    /[\p{sc=Katakana}ー]+|\p{sc=Hiragana}+|\p{sc=Han}+|[^\s\p{P}\p{S}\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Han}ー]+/gu;
  return text.normalize("NFKC").match(runs) ?? [];
}

/** The Arabic article, alone or joined to a conjunction or preposition, before at least three letters. */
const article = /^(?:[وفبك]?ال|لل)(?=\p{sc=Arabic}{3})/u;

/** The form under which a word is looked for: folded, without the Arabic article. */
export function soughtForm(word: string): string {
  return fold(word).replace(article, "");
}

/**
 * The forms under which a word is kept: with and without the Arabic article, and for a compound of
 * Chinese characters every ending, so that each part of it can begin a search.
 */
export function keptForms(word: string): string[] {
  const folded = fold(word);
  if (/^\p{sc=Han}+$/u.test(folded)) {
    const signs = [...folded];
    return signs.map((_, index) => signs.slice(index).join(""));
  }
  return [...new Set([folded, soughtForm(word)])];
}
