import { dataUrl } from "../data/load.ts";
import { useAppState, useTranslator } from "./context.ts";

const files = ["nodes.geojson", "legs.geojson", "deposits.geojson", "projects.geojson", "sources.json"];

/** What the map holds to be true, sources and licences. */
export default function AboutPanel() {
  const manifest = useAppState((state) => state.dataset.manifest);
  const { t, year } = useTranslator();
  const { nodes = 0, legs = 0, deposits = 0 } = manifest.counts;
  return (
    <>
      <p>{t("about.borders")}</p>
      <p>{t("about.control")}</p>
      <p>{t("about.estimate")}</p>
      <p>
        {t("about.data", { date: manifest.date, year: year(manifest.networkYear), nodes, legs, deposits })}
      </p>
      <ul className="licences">
        {manifest.licences.map((licence) => (
          <li key={licence.id} dir="ltr" lang="en">
            {licence.url ? (
              <a href={licence.url} target="_blank" rel="noopener noreferrer">
                {licence.title}
              </a>
            ) : (
              licence.title
            )}
            : {licence.attribution} ({licence.licence})
          </li>
        ))}
      </ul>
      <p>{t("about.files")}</p>
      <ul className="licences">
        {files.map((file) => (
          <li key={file} dir="ltr">
            <a href={dataUrl(file)}>{file}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
