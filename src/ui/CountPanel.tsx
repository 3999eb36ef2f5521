import type { Range } from "../model/factors.ts";
import type { Compared } from "../model/published.ts";
import { factorIds } from "../model/vocabulary.ts";
import { useTranslator } from "./context.ts";
import { FactorList } from "./FactorNote.tsx";
import { Disclosure } from "./parts.tsx";
import { SourceList } from "./SourceList.tsx";
import { useFile } from "./useFile.ts";

const sentences = ["count.time", "count.cost", "count.emissions", "count.range", "count.limits"] as const;

/** How times, costs and emissions are estimated: in words, by factors, and beside published figures. */
export default function CountPanel() {
  const { t } = useTranslator();
  return (
    <>
      {sentences.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
      <Disclosure title={t("count.factors")}>
        <FactorList ids={factorIds} />
      </Disclosure>
      <Disclosure title={t("count.published")}>
        <ComparedTable />
      </Disclosure>
    </>
  );
}

/** Each published figure, the model's own, and whether they agree or why they are not compared. */
function ComparedTable() {
  const figures = useFile<readonly Compared[]>("published.json");
  const { t, name, number, durationRange, usdRange } = useTranslator();
  if (figures === null) return <p role="alert">{t("count.failed")}</p>;
  if (!figures) return null;
  const applying = figures.filter(({ applies }) => applies);
  const within = applying.filter(({ overlaps }) => overlaps);
  const shown = ({ kind }: Compared, range: Range) => (kind === "time" ? durationRange : usdRange)(range);
  return (
    <>
      <p>
        {t("count.published.hint", {
          within: number(within.length),
          applying: number(applying.length),
          all: number(figures.length),
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("count.journey")}</th>
            <th scope="col">{t("count.figure")}</th>
            <th scope="col">{t("count.model")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id} data-published-id={figure.id}>
              <th scope="row">
                {name(figure.names)}
                <p className="detail">
                  <bdi>{figure.date}</bdi> · {t(`confidence.${figure.confidence}`)} ·{" "}
                  {figure.why
                    ? t("count.why", { why: name(figure.why) })
                    : t(figure.overlaps ? "count.overlaps" : "count.misses")}
                </p>
                <SourceList ids={[figure.source]} />
              </th>
              <td>{shown(figure, { ...figure.value, typical: figure.value.max })}</td>
              <td>{figure.model && shown(figure, figure.model)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
