import { basemap } from "./basemap.ts";
import { imported } from "./imported.ts";
import { corridor, network } from "./network.ts";
import type { LaterOverlays, Overlay } from "./overlay.ts";
import { picture } from "./picture.ts";
import { deposits, places, ports } from "./places.ts";
import { route } from "./route.ts";

/** The draw order, bottom to top; labels of what is above win the room. */
export function overlaysWith(later: LaterOverlays | undefined): readonly Overlay[] {
  return [
    basemap,
    corridor,
    network,
    ...(later?.under ?? []),
    places,
    deposits,
    ports,
    ...(later?.over ?? []),
    route,
    picture,
    imported,
  ];
}
