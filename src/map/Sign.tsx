import type { Progress } from "./records/marks.ts";

/** How a sign of the legend looks; an object is the mark of a project. */
export interface SignLook {
  readonly kind:
    | "band"
    | "line"
    | "broken"
    | "dash"
    | "dots"
    | "wide"
    | "wedge"
    | "ring"
    | "circle"
    | "diamond"
    | "hollow-diamond"
    | "question"
    | "hatch"
    | { readonly corners: number; readonly turn: number; readonly progress: Progress };
  readonly color: string;
}

/** A sign as the map draws it, small. */
export function Sign({ look, paper }: { readonly look: SignLook; readonly paper: string }) {
  return (
    <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
      {draw(look, paper)}
    </svg>
  );
}

function draw({ kind, color }: SignLook, paper: string) {
  const line = (width: number, dashes?: string, opacity = 1) => (
    <line
      x1="2"
      y1="7"
      x2="28"
      y2="7"
      stroke={color}
      strokeWidth={width}
      strokeDasharray={dashes}
      opacity={opacity}
    />
  );
  switch (kind) {
    case "band":
      return line(6);
    case "line":
      return line(2);
    case "broken":
      return line(2, "8 2");
    case "dash":
      return line(2, "6 4");
    case "dots":
      return line(2.5, "2.5 2.5");
    case "wide":
      return line(10, undefined, 0.35);
    case "wedge":
      return <path d="M2 7L28 2V12z" fill={color} />;
    case "ring":
      return <circle cx="15" cy="7" r="4" fill={paper} stroke={color} strokeWidth="2" />;
    case "circle":
      return <circle cx="15" cy="7" r="6" fill="none" stroke={color} strokeDasharray="3 2" />;
    case "diamond":
      return <path d="M15 2l5 5-5 5-5-5z" fill={color} />;
    case "hollow-diamond":
      return <path d="M15 2l5 5-5 5-5-5z" fill={paper} stroke={color} strokeWidth="1.5" />;
    case "question":
      return (
        <text x="15" y="12" textAnchor="middle" fontSize="13" fontWeight="600" fill={color}>
          ?
        </text>
      );
    case "hatch":
      return <path d="M4 13 15 1M12 13 23 1M20 13 29 3" stroke={color} strokeWidth="2" opacity="0.7" />;
    default:
      return (
        <path
          d={outline(kind.corners, kind.turn)}
          fill={kind.progress === "working" ? color : paper}
          stroke={color}
          strokeWidth="1.8"
          strokeDasharray={kind.progress === "paper" ? "2.4 2" : undefined}
        />
      );
  }
}

/** The outline of a mark around the middle of the sign; a circle for no corners. */
function outline(corners: number, turn: number): string {
  const count = corners || 24;
  const points = Array.from({ length: count }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / count;
    return `${(15 + 5.6 * Math.cos(angle)).toFixed(2)} ${(7 - 5.6 * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join("L")}z`;
}
