import { useState } from "react";
import { save } from "../../data/save.ts";
import {
  type PictureFormat,
  pictureFormats,
  type RouteFormat,
  routeFileTypes,
  routeFormats,
} from "../../export/exports.ts";
import type { MessageKey } from "../../i18n/translator.ts";
import { selectAnswer } from "../../state/selectors.ts";
import { useApp, useAppState, useTranslator } from "../context.ts";

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
  const [progress, setProgress] = useState<{ key: MessageKey; values: Record<string, string> }>();
  const { t, isolate } = useTranslator();
  const busy = progress?.key === "export.working" || progress?.key === "story.handout.busy";

  const give = async (file: string, make: () => Promise<Blob>) => {
    setProgress({ key: "export.working", values: { file: isolate(file) } });
    try {
      save(await make(), file);
      setProgress({ key: "export.done", values: { file: isolate(file) } });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setProgress({ key: "export.failed", values: { message: isolate(message) } });
    }
  };
  const givePicture = (format: PictureFormat, size: (typeof sizes)[number]) =>
    give(`middle-corridor-${size.width}x${size.height}.${format}`, () =>
      exports.picture({ format, ...size }),
    );
  const giveRoute = (format: RouteFormat) =>
    give(
      `middle-corridor-route.${format}`,
      async () => new Blob([await exports.route(format)], { type: routeFileTypes[format] }),
    );

  const printPage = async () => {
    setProgress({ key: "story.handout.busy", values: {} });
    const { printAnswer } = await import("../../export/printing.ts");
    await printAnswer(exports).catch(() => {});
    setProgress(undefined);
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
          {routeFormats.map((format) => (
            <button key={format} type="button" disabled={busy} onClick={() => void giveRoute(format)}>
              {format === "geojson" ? "GeoJSON" : format.toUpperCase()}
            </button>
          ))}
        </div>
      ) : (
        <p className="hint">{t("export.noRoute")}</p>
      )}
      <p role={progress?.key === "export.failed" ? "alert" : "status"}>
        {progress && t(progress.key, progress.values)}
      </p>
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => void printPage()}>
          {t("export.print")}
        </button>
      </div>
    </div>
  );
}
