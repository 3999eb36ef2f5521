import { dataUrl } from "../data/load.ts";
import { factorIds } from "../model/vocabulary.ts";
import { useAppState, useTranslator } from "./context.ts";
import { FactorList } from "./FactorNote.tsx";
import { Disclosure } from "./parts.tsx";

const files = ["nodes.geojson", "legs.geojson", "deposits.geojson", "projects.geojson", "sources.json"];

/** What the map holds to be true, the factors of the model, sources and licences. */
export function AboutPanel() {
  const manifest = useAppState((state) => state.dataset.manifest);
  const { t, year } = useTranslator();
  const { nodes = 0, legs = 0, deposits = 0 } = manifest.counts;
  return (
    <Disclosure title={t("about.title")}>
      <p>{t("about.borders")}</p>
      <p>{t("about.control")}</p>
      <p>{t("about.estimate")}</p>
      <p>
        {t("about.data", { date: manifest.date, year: year(manifest.networkYear), nodes, legs, deposits })}
      </p>
      <Disclosure title={t("about.factors")}>
        <FactorList ids={factorIds} />
      </Disclosure>
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
    </Disclosure>
  );
}
