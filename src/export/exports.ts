/** The forms in which a route or a table can be taken away, by the ends of their file names. */
export const fileFormats = ["geojson", "csv", "gpx", "kml"] as const;
export type FileFormat = (typeof fileFormats)[number];

export const fileForms: Readonly<Record<FileFormat, { readonly name: string; readonly type: string }>> = {
  geojson: { name: "GeoJSON", type: "application/geo+json" },
  csv: { name: "CSV", type: "text/csv;charset=utf-8" },
  gpx: { name: "GPX", type: "application/gpx+xml" },
  kml: { name: "KML", type: "application/vnd.google-earth.kml+xml" },
};

/** The forms that hold only what has a place. */
export const mapFormats: readonly FileFormat[] = ["gpx", "kml"];

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
  route(format: FileFormat): Promise<string>;
}
