import type { Map as MapLibreMap } from "maplibre-gl";

/** Draws a map and copies it at once: its pixels stand only until the frame is shown. */
export function copyMap(map: MapLibreMap, canvas: HTMLCanvasElement): void {
  map.redraw();
  canvas.getContext("2d")?.drawImage(map.getCanvas(), 0, 0, canvas.width, canvas.height);
}

/**
 * Puts a plain picture over a map while it is printed, where a live one comes out blank. Before the map is drawn for the
 * first time, as in a frame nobody has seen yet, there is nothing to copy.
 * @returns what stops it
 */
export function keepForPaper(map: MapLibreMap): () => void {
  const paper = document.createElement("canvas");
  paper.className = "map-paper";
  let isDrawn = false;
  map.once("idle", () => {
    isDrawn = true;
  });
  const lay = () => {
    if (!isDrawn || !map.style) return;
    const { width, height } = map.getCanvas();
    Object.assign(paper, { width, height });
    copyMap(map, paper);
    map.getContainer().append(paper);
  };
  const lift = () => paper.remove();
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", lift);
  return () => {
    removeEventListener("beforeprint", lay);
    removeEventListener("afterprint", lift);
  };
}
