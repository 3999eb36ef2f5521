import cyrillic from "@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url";
import latin from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url";
import latinExtended from "@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url";
import arabic from "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url";

/** Name of the one label font; Chinese and Japanese come from the reader's own fonts. */
export const labelFont = "Noto Sans SemiBold";

/** Font files of the map labels; MapLibre fetches only those whose ranges occur. Ranges as fontsource gives them. */
export function fontFaces(): Record<string, { url: string; "unicode-range": string[] }[]> {
  const face = (file: string, ranges: string) => ({
    url: new URL(file, document.baseURI).href,
    "unicode-range": ranges.split(","),
  });
  return {
    [labelFont]: [
      face(
        latin,
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+200F-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215",
      ),
      face(latinExtended, "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+1E00-1E9F,U+1EF2-1EFF"),
      face(cyrillic, "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"),
      face(arabic, "U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC"),
    ],
  };
}
