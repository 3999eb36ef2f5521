import type { CountryKm } from "../model/network.ts";
import { useTranslator } from "./context.ts";

/** Kilometres by country as bars, longest first. */
export function CountryBars({
  countries,
  total,
}: {
  readonly countries: readonly CountryKm[];
  readonly total: number;
}) {
  const { t, country, km } = useTranslator();
  const label = ({ code, controlledBy }: CountryKm) =>
    controlledBy
      ? t("answer.controlled", { country: country(code), holder: country(controlledBy) })
      : country(code);
  return (
    <>
      <h3>{t("answer.countries")}</h3>
      <ul className="bars">
        {countries.map((item) => (
          <li key={`${item.code}-${item.controlledBy ?? ""}`} data-country={item.code} data-km={item.km}>
            <span>{label(item)}</span>
            <span className="bar" style={{ "--share": `${(100 * item.km) / total}%` } as never} />
            <span className="number">{km(item.km)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
