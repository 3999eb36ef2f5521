import type { State } from "../state/store.ts";
import { type PictureRequest, type PictureUse, pictureSides } from "./exports.ts";
import { type FurnitureColours, pictureSvg, roundScale } from "./furniture.ts";
import { fontFamily, type LegendSign, layOut, type TextStyle, textStyles } from "./layout.ts";
import { pictureText } from "./pictureText.ts";
import type { Measure } from "./wrapText.ts";

/** What the map gives to a picture. */
export interface MapSource {
  readonly colours: FurnitureColours;
  readonly signs: readonly LegendSign[];
  /** The map alone, of `width` by `height` points with so many pixels each. */
  readonly take: (size: {
    width: number;
    height: number;
    pixelRatio: number;
  }) => Promise<{ readonly canvas: HTMLCanvasElement; readonly metresPerPoint: number }>;
}

/**
 * A picture of the state for a slide or a page, in its language and direction, with title, legend, credits and scale.
 * In an SVG the map is a PNG picture inside and everything else is text and shapes.
 * @throws RangeError for a size that is not whole pixels within `pictureSides`
 */
export async function makePicture(
  state: State,
  request: PictureRequest,
  use: PictureUse,
  map: MapSource,
): Promise<Blob> {
  const { format, width, height } = request;
  for (const side of [width, height]) {
    if (Number.isInteger(side) && side >= pictureSides.least && side <= pictureSides.most) continue;
    throw new RangeError(
      `A side of ${side} pixels: use whole numbers from ${pictureSides.least} to ${pictureSides.most}`,
    );
  }
  const words = pictureText(state);
  const layout = layOut({ width, height }, use, words, map.signs, ruler());
  const still = await map.take({
    width: layout.width,
    height: layout.map.height,
    pixelRatio: layout.scale,
  });
  const scale = roundScale(still.metresPerPoint, Math.min(120, layout.width / 5));
  const bar = { length: scale.length, label: state.local.translator.km(scale.km) };
  if (format === "svg") {
    const image = await dataUrlOf(await pngOf(still.canvas));
    return new Blob([pictureSvg(layout, words, map.colours, bar, image)], { type: "image/svg+xml" });
  }
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = penOf(canvas);
  pen.drawImage(still.canvas, 0, layout.map.y * layout.scale, width, layout.map.height * layout.scale);
  pen.drawImage(await drawnSvg(pictureSvg(layout, words, map.colours, bar)), 0, 0, width, height);
  return pngOf(canvas);
}

/** A file as a `data:` address. */
export function dataUrlOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Measures texts as this browser draws them. */
function ruler(): (style: TextStyle) => Measure {
  const pen = penOf(document.createElement("canvas"));
  return (style) => {
    const { size, weight } = textStyles[style];
    return (text) => {
      pen.font = `${weight} ${size}px ${fontFamily}`;
      return pen.measureText(text).width;
    };
  };
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser draws no picture of this size");
  return pen;
}

async function drawnSvg(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("This browser draws no picture of this size"))),
      "image/png",
    );
  });
}
