import type { Picture } from "../state/tools.ts";
import { SignList } from "./SignList.tsx";
import { signsOfPicture } from "./signs.ts";
import type { MapTheme } from "./theme.ts";

/** What the colours of an open analysis mean: always in sight. */
export default function PictureLegend({
  picture,
  theme,
}: {
  readonly picture: Picture;
  readonly theme: MapTheme;
}) {
  return (
    <div className="legend picture-legend">
      <strong>{picture.title}</strong>
      <SignList signs={signsOfPicture(picture, theme)} paper={theme.pointFill} />
    </div>
  );
}
