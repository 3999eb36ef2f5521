import type { Size } from "../camera.ts";

/** A place with a name, the more important ones first. */
export interface Named {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Height of the letters in pixels. */
  readonly size: number;
}

/** A name at the place where it is written: the beginning, the middle or the end of its line. */
export type Label<N extends Named> = N & { readonly anchor: "start" | "middle" | "end" };

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between a place and its name. */
const gap = 9;

type Pixel = readonly [x: number, y: number];

/**
 * Sets names beside, above or below their places, where they cover the fewest points of a line; one that finds no room
 * in the picture is left out.
 */
export function placeLabels<N extends Named>(
  named: readonly N[],
  picture: Size,
  line: readonly Pixel[],
): readonly Label<N>[] {
  const taken: Box[] = named.map(({ x, y }) => ({ left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 }));
  return named.flatMap((place) => {
    const free = candidates(place)
      .map((label) => ({ label, box: boxOf(label) }))
      .filter(({ box }) => isInside(box, picture) && !taken.some((other) => overlap(box, other)))
      .map((candidate) => ({
        ...candidate,
        covered: line.filter((point) => holds(candidate.box, point)).length,
      }))
      .sort((a, b) => a.covered - b.covered);
    if (!free[0]) return [];
    taken.push(free[0].box);
    return [free[0].label];
  });
}

function candidates<N extends Named>(place: N): readonly Label<N>[] {
  const { x, y, size } = place;
  return [
    { ...place, x: x + gap, anchor: "start" },
    { ...place, x: x - gap, anchor: "end" },
    { ...place, y: y - gap - size / 2, anchor: "middle" },
    { ...place, y: y + gap + size / 2, anchor: "middle" },
  ];
}

function boxOf({ x, y, text, size, anchor }: Label<Named>): Box {
  const width = [...text].reduce((sum, letter) => sum + (isWide(letter) ? size : size * 0.6), 0);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, top: y - size * 0.6, right: left + width, bottom: y + size * 0.6 };
}

/** Whether a letter of the East fills a square. */
function isWide(letter: string): boolean {
  return /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(letter);
}

function isInside(box: Box, { width, height }: Size): boolean {
  return box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function holds({ left, top, right, bottom }: Box, [x, y]: Pixel): boolean {
  return x > left && x < right && y > top && y < bottom;
}
