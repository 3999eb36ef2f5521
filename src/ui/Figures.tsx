import type { Fact, Figures as FiguresFile } from "../model/network.ts";
import { useTranslator } from "./context.ts";
import { Disclosure } from "./parts.tsx";
import { SourceList } from "./SourceList.tsx";
import { useFile } from "./useFile.ts";

/** The published figures of a node or of the sections a line belongs to, each with date, confidence and source. */
export function Figures({ id }: { readonly id: string }) {
  const file = useFile<FiguresFile>("figures.json");
  const { t } = useTranslator();
  const facts = file ? factsOf(file, id) : [];
  if (facts.length === 0) return null;
  return (
    <Disclosure title={t("record.facts")}>
      <ul className="figure-list">
        {facts.map((fact) => (
          <li key={`${fact.what}-${fact.value}-${fact.date ?? ""}`}>
            <p lang="en" dir="ltr">
              {fact.what}: <strong>{[fact.value, fact.unit].filter(Boolean).join(" ")}</strong>
            </p>
            <p className="detail">
              {fact.date} · {t(`confidence.${fact.confidence}`)}
            </p>
            {fact.source && <SourceList ids={[fact.source]} />}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function factsOf(file: FiguresFile, id: string): readonly Fact[] {
  const own = Object.hasOwn(file.nodes, id) ? file.nodes[id] : undefined;
  const shared = file.sections.filter((section) => section.lines.includes(id));
  return [...(own ?? []), ...shared.flatMap((section) => section.facts)];
}
