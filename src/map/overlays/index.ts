import { basemap } from "./basemap.ts";
import { imported } from "./imported.ts";
import { corridor, network } from "./network.ts";
import type { Overlay } from "./overlay.ts";
import { picture } from "./picture.ts";
import { deposits, places, ports } from "./places.ts";
import { route } from "./route.ts";

/** The draw order, bottom to top; labels of what is above win the room. */
export const overlays: readonly Overlay[] = [
  basemap,
  corridor,
  network,
  places,
  deposits,
  ports,
  route,
  picture,
  imported,
];
