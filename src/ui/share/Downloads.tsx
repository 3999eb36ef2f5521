import { useState } from "react";
import {
  type FileFormat,
  fileFormats,
  fileForms,
  type PictureFormat,
  pictureFormats,
} from "../../export/exports.ts";
import { selectAnswer } from "../../state/selectors.ts";
import { useApp, useAppState, useTranslator } from "../context.ts";
import { PageLink } from "../PageLink.tsx";
import { useSaving } from "../useSaving.tsx";

/** A slide, a sharp slide, and the card of a link. */
const sizes = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1200, height: 630 },
] as const;

/** Pictures, files of the route, and paper. */
export default function Downloads() {
  const { exports } = useApp();
  const found = useAppState((state) => selectAnswer(state).state.status === "found");
  const { busy, give, report } = useSaving();
  const [printing, setPrinting] = useState(false);
  const { t } = useTranslator();
  const givePicture = (format: PictureFormat, size: (typeof sizes)[number]) =>
    give(`middle-corridor-${size.width}x${size.height}.${format}`, () =>
      exports.picture({ format, ...size }),
    );
  const giveRoute = (format: FileFormat) =>
    give(
      `middle-corridor-route.${format}`,
      async () => new Blob([await exports.route(format)], { type: fileForms[format].type }),
    );

  const printPage = async () => {
    setPrinting(true);
    const { printAnswer } = await import("../../export/printing.ts");
    await printAnswer(exports).catch(() => {});
    setPrinting(false);
  };

  return (
    <div className="downloads">
      <h3>{t("export.picture")}</h3>
      <div className="buttons" dir="ltr">
        {pictureFormats.flatMap((format) =>
          sizes.map((size) => (
            <button
              key={`${format}-${size.width}`}
              type="button"
              disabled={busy}
              onClick={() => void givePicture(format, size)}
            >
              {format.toUpperCase()} {size.width} × {size.height}
            </button>
          )),
        )}
      </div>
      <h3>{t("export.route")}</h3>
      {found ? (
        <div className="buttons" dir="ltr">
          {fileFormats.map((format) => (
            <button key={format} type="button" disabled={busy} onClick={() => void giveRoute(format)}>
              {fileForms[format].name}
            </button>
          ))}
        </div>
      ) : (
        <p className="hint">{t("export.noRoute")}</p>
      )}
      <h3>{t("export.layers")}</h3>
      <p>
        <PageLink page="tables">{t("export.tables")}</PageLink>
      </p>
      {printing ? <p role="status">{t("story.handout.busy")}</p> : report}
      <div className="buttons">
        <button type="button" disabled={printing} onClick={() => void printPage()}>
          {t("export.print")}
        </button>
      </div>
    </div>
  );
}
