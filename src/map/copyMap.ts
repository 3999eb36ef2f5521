import type { Map as MapLibreMap } from "maplibre-gl";

/** Draws a map and copies it at once: its pixels stand only until the frame is shown. */
export function copyMap(map: MapLibreMap, canvas: HTMLCanvasElement): void {
  map.redraw();
  canvas.getContext("2d")?.drawImage(map.getCanvas(), 0, 0, canvas.width, canvas.height);
}

/**
 * Keeps a plain picture of a map for paper, where a live one comes out blank.
 * @returns what takes it away
 */
export function keepForPaper(map: MapLibreMap): () => void {
  const paper = document.createElement("canvas");
  paper.className = "map-paper";
  map.getContainer().append(paper);
  const copy = () => {
    const { width, height } = map.getCanvas();
    Object.assign(paper, { width, height });
    copyMap(map, paper);
  };
  addEventListener("beforeprint", copy);
  return () => removeEventListener("beforeprint", copy);
}
