/** Strokes of the few signs of the page, on a square of 24. */
const strokes = {
  close: "M6 6l12 12M18 6 6 18",
  swap: "M7 20V4M3 8l4-4 4 4M17 4v16M13 16l4 4 4-4",
  transfer: "M4 8h16M16 4l4 4-4 4M20 16H4M8 12l-4 4 4 4",
  border: "M6 21V4M6 5h12l-3 4 3 4H6",
  sea: "M3 15h18l-3 5H6zM6 15V9h12v6M12 9V4",
  rail: "M7 4h10a2 2 0 0 1 2 2v9a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V6a2 2 0 0 1 2-2zM5 11h14M8 18l-2 3M16 18l2 3M9 14.5h.01M15 14.5h.01",
  ferry: "M3 8c3-3 6 3 9 0s6 3 9 0M3 13c3-3 6 3 9 0s6 3 9 0M3 18c3-3 6 3 9 0s6 3 9 0",
  road: "M2 6h12v11H2zM14 10h5l3 4v3h-8M6 15.5a2 2 0 1 0 .01 0M18 15.5a2 2 0 1 0 .01 0",
  play: "M7 4v16l13-8z",
  pause: "M8 5v14M16 5v14",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  list: "M4 6h.01M4 12h.01M4 18h.01M9 6h11M9 12h11M9 18h11",
  notes: "M5 4h14v16H5zM9 9h6M9 13h6",
  pin: "M12 21c-5-6-7-8.5-7-11.5a7 7 0 0 1 14 0c0 3-2 5.5-7 11.5zM12 7a2.5 2.5 0 1 0 .01 0",
  newTab: "M14 4h6v6M20 4l-9 9M18 14v5H5V6h5",
  panelClose: "M4 4h16v16H4zM9 4v16M16 9l-3 3 3 3",
  panelOpen: "M4 4h16v16H4zM9 4v16M14 9l3 3-3 3",
} as const;

/** A sign beside or instead of words; its meaning stands in the button's label. */
export function Icon({
  name,
  size = 18,
  mirrored = false,
}: {
  readonly name: keyof typeof strokes;
  readonly size?: number;
  /** True for signs that point along the line of writing. */
  readonly mirrored?: boolean;
}) {
  return (
    <svg
      className={mirrored ? "mirrored" : undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={strokes[name]} />
    </svg>
  );
}
