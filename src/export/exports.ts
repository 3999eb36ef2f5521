/** The forms in which a route can be taken away, by the ends of their file names. */
export const routeFormats = ["geojson", "csv", "gpx", "kml"] as const;
export type RouteFormat = (typeof routeFormats)[number];

export const routeFileTypes: Readonly<Record<RouteFormat, string>> = {
  geojson: "application/geo+json",
  csv: "text/csv",
  gpx: "application/gpx+xml",
  kml: "application/vnd.google-earth.kml+xml",
};

export const pictureFormats = ["png", "svg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What kind of file a picture is, and how many pixels it has. */
export interface PictureRequest {
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
}

/** Sides a picture can have, in pixels: from a thumbnail to twice 4K. */
export const pictureSides = { least: 160, most: 7680 } as const;

/** What a picture is for: a screen, in the page's own colours, or paper, with dark ink on white and larger words. */
export type PictureUse = "screen" | "paper";

/** What the page shows, as files to take away; the code for each is loaded when it is first asked for. */
export interface Exports {
  /** A picture of the map with title, legend, scale and credits. @throws RangeError for an impossible size */
  picture(request: PictureRequest, use?: PictureUse): Promise<Blob>;
  /** The text of a file with the route on the screen. @throws Error where there is none */
  route(format: RouteFormat): Promise<string>;
}
