import type { Exports } from "./exports.ts";
import { dataUrlOf } from "./picture.ts";

/** The width of a sheet of A4 between its margins and a little less than half its height, at 192 dots per inch. */
const size = { width: 1376, height: 960 } as const;

/**
 * Prints the answer under a picture of the map that is made for the sheet: its shape and colours, with title, legend,
 * scale and credits. Where none can be drawn, the map is printed as it stands on the screen.
 */
export async function printAnswer(exports: Exports): Promise<void> {
  const image = new Image();
  image.className = "sheet";
  image.alt = "";
  try {
    image.src = await dataUrlOf(await exports.picture({ format: "png", ...size }, "paper"));
    // A picture that is not decoded yet prints blank.
    await image.decode();
    document.body.prepend(image);
    addEventListener("afterprint", () => image.remove(), { once: true });
  } finally {
    print();
  }
}
