import { useEffect, useState } from "react";
import { fetchOnce } from "../data/load.ts";

/** The content of a lazily loaded data file; undefined while it loads, `null` where it could not be loaded. */
export function useFile<T>(file: string, wanted = true): T | null | undefined {
  const [content, setContent] = useState<T | null>();
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    fetchOnce<T>(file).then(
      (loaded) => !stale && setContent(loaded),
      () => !stale && setContent(null),
    );
    return () => {
      stale = true;
    };
  }, [file, wanted]);
  return content;
}

/** One feature of a GeoJSON file by its id; undefined until the file is there. */
export function useFeature<F extends { readonly properties: { readonly id: string } }>(
  file: string,
  id: string,
): F | undefined {
  const collection = useFile<{ readonly features: readonly F[] }>(file);
  return collection?.features.find((feature) => feature.properties.id === id);
}
