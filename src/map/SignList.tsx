import type { Sign } from "./signs.ts";

/** Signs and their meanings as a list. */
export function SignList({ signs, paper }: { readonly signs: readonly Sign[]; readonly paper: string }) {
  return (
    <ul>
      {signs.map(({ key, label, color, swatch: { path, width, dashes, filled, opacity } }) => (
        <li key={key} data-sign={key}>
          <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
            <path
              d={path}
              fill={filled === "color" ? color : filled === "paper" ? paper : "none"}
              stroke={width === undefined ? "none" : color}
              strokeWidth={width}
              strokeDasharray={dashes}
              opacity={opacity}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
