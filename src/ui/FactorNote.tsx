import type { Factor } from "../model/factors.ts";
import type { FactorId } from "../model/vocabulary.ts";
import { useTranslator } from "./context.ts";
import { Disclosure } from "./parts.tsx";
import { SourceList } from "./SourceList.tsx";
import { useFile } from "./useFile.ts";

/** The factors an estimate was made with, each with its range, confidence and sources. */
export function FactorNote({ ids }: { readonly ids: readonly FactorId[] }) {
  const { t } = useTranslator();
  return (
    <Disclosure title={t("step.factors")}>
      <FactorList ids={ids} />
    </Disclosure>
  );
}

/** Factors as a list, once their file is loaded. */
export function FactorList({ ids }: { readonly ids: readonly FactorId[] }) {
  const factors = useFile<readonly Factor[]>("factors.json");
  const { t, name, number } = useTranslator();
  return (
    <ul className="figure-list">
      {factors
        ?.filter((factor) => ids.some((id) => id === factor.id))
        .map((factor) => (
          <li key={factor.id}>
            {name(factor.names)}:{" "}
            <bdi dir="ltr">
              {number(factor.range.min, 2)}–{number(factor.range.typical, 2)}–{number(factor.range.max, 2)}{" "}
              {factor.unit}
            </bdi>{" "}
            ({t(`confidence.${factor.confidence}`)})
            <SourceList ids={factor.sources} />
          </li>
        ))}
    </ul>
  );
}
