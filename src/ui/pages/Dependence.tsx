import type { Commodity } from "../../model/records.ts";
import { useTranslator } from "../context.ts";
import { SourceList } from "../SourceList.tsx";

/** Whose supply a mineral depends on, and how that supply was held back. */
export function Dependence({ mineral: { dependence } }: { readonly mineral: Commodity }) {
  const { t, name, country, percent, year } = useTranslator();
  const shares = dependence?.share ?? [];
  const controls = dependence?.controls ?? [];
  return (
    <section aria-labelledby="mineral-dependence">
      <h4 id="mineral-dependence">{t("page.mineral.dependence")}</h4>
      {shares.length + controls.length === 0 && <p>{t("page.mineral.noDependence")}</p>}
      <ul className="rows">
        {shares.map((share) => (
          <li key={`${share.country}-${share.of.en}-${share.year}`}>
            <strong>{percent(share.value / 100)}</strong>{" "}
            {t("page.mineral.share", {
              country: country(share.country),
              of: name(share.of),
              year: year(share.year),
            })}{" "}
            <span className="detail">{t(`confidence.${share.confidence}`)}</span>
            <SourceList ids={[share.source]} />
          </li>
        ))}
        {controls.map((control) => (
          <li key={`${control.date}-${control.text.en}`}>
            <strong>
              <bdi dir="ltr">{control.date}</bdi>
            </strong>{" "}
            {name(control.text)}{" "}
            <span className="tag">
              {t(`page.control.${control.status === "in force" ? "force" : control.status}`)}
              {control.until && (
                <>
                  {" "}
                  <bdi dir="ltr">→ {control.until}</bdi>
                </>
              )}
            </span>
            <SourceList ids={[control.source]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
