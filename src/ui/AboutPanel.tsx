import { dataUrl } from "../data/load.ts";
import type { Factor } from "../model/factors.ts";
import { useAppState, useTranslator } from "./context.ts";
import { Disclosure } from "./parts.tsx";
import { SourceList } from "./SourceList.tsx";
import { useFile } from "./useFile.ts";

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
        <FactorTable />
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

function FactorTable() {
  const factors = useFile<readonly Factor[]>("factors.json");
  const { t, name, number } = useTranslator();
  return (
    <table>
      <tbody>
        {factors?.map((factor) => (
          <tr key={factor.id}>
            <th scope="row">{name(factor.names)}</th>
            <td dir="ltr">
              {number(factor.range.min, 2)}–{number(factor.range.typical, 2)}–{number(factor.range.max, 2)}{" "}
              {factor.unit}
            </td>
            <td>
              {t(`confidence.${factor.confidence}`)}
              <SourceList ids={factor.sources} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
