import { costsOf, promisesOf, type Sum, totalsByStage } from "../../data/money.ts";
import { type OnRoute as Found, recordsOnRoute } from "../../data/records/onRoute.ts";
import type { Commitment, Project } from "../../model/records.ts";
import type { Route } from "../../model/route.ts";
import { moneyStages } from "../../model/vocabulary.ts";
import { closableName, namesOf } from "../../state/names.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { useRecords } from "./useRecords.ts";
import { amount } from "./words.ts";
import "./records.css";

/** Promises and projects that name a place or line of the route, with their sums by stage, never in one sum. */
export default function OnRoute({ route }: { readonly route: Route }) {
  const book = useRecords();
  const dataset = useAppState((state) => state.dataset);
  const { t } = useTranslator();
  const { projects, commitments } = recordsOnRoute(route, book, dataset);
  if (projects.length + commitments.length === 0) return <p>{t("money.onRoute.none")}</p>;
  const promises = promisesOf(
    commitments.map(({ record }) => record),
    book.rates,
  );
  const costs = costsOf(
    projects.map(({ record }) => record),
    book.rates,
  );
  return (
    <div className="on-route">
      <h4>
        {t("money.promises")} ({commitments.length})
      </h4>
      <Totals sums={promises} kind="promises" />
      <FoundList items={commitments} />
      <h4>
        {t("money.costs")} ({projects.length})
      </h4>
      <Totals sums={costs} kind="costs" />
      <FoundList items={projects} />
      <p className="hint">{t("money.rule")}</p>
    </div>
  );
}

function Totals({ sums, kind }: { readonly sums: readonly Sum[]; readonly kind: "promises" | "costs" }) {
  const translator = useTranslator();
  const totals = totalsByStage(sums);
  const stages = moneyStages.filter((stage) => totals[stage] !== undefined);
  if (stages.length === 0) return null;
  return (
    <dl className="facts" data-totals={kind}>
      {stages.map((stage) => (
        <div key={stage} data-stage={stage}>
          <dt>{translator.t(`money.stage.${stage}`)}</dt>
          <dd>
            <bdi>{amount(totals[stage] ?? 0, "USD", translator)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FoundList({ items }: { readonly items: readonly Found<Project | Commitment>[] }) {
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, name, list } = translator;
  return (
    <ul className="record-list">
      {items.map(({ record, places, lines, corridor }) => (
        <li key={record.id} data-record-id={record.id}>
          <button type="button" className="link" onClick={() => actions.openRecord(record.id)}>
            <bdi>{name(record.names)}</bdi>
          </button>{" "}
          <span className="detail">
            {list([
              ...places.map((id) => name(namesOf(dataset, id))),
              ...lines.map((line) => closableName(dataset, translator, line)),
              ...(corridor && places.length + lines.length === 0 ? [t("money.corridor")] : []),
            ])}
          </span>
        </li>
      ))}
    </ul>
  );
}
