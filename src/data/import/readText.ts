import { type CheckedFeature, checkGeojson } from "./checkGeojson.ts";
import { ImportProblem, type Problem, shown } from "./problem.ts";
import { readTable } from "./readTable.ts";

/** What a file holds; KML and GPX have become GeoJSON before. */
export type Content =
  | { readonly format: "geojson" | "table"; readonly text: string }
  | { readonly format: "value"; readonly value: unknown };

export type Reading = { readonly features: readonly CheckedFeature[] } | { readonly problem: Problem };

/** Reads and checks the content of a file; never throws, whatever the content. */
export function readContent(content: Content): Reading {
  try {
    return { features: checkGeojson(geojsonOf(content)) };
  } catch (error) {
    if (error instanceof ImportProblem) return { problem: error.problem };
    return { problem: { code: "unreadable", value: shown(error instanceof Error ? error.message : error) } };
  }
}

function geojsonOf(content: Content): unknown {
  if (content.format === "value") return content.value;
  const text = content.text.replace(/^\ufeff/, "");
  if (content.format === "table") return { type: "FeatureCollection", features: readTable(text) };
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportProblem("not-json", { value: shown(error instanceof Error ? error.message : error) });
  }
}
