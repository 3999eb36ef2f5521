import { eventKinds, type TimelineEvent } from "../../model/records.ts";
import { yearSpan } from "../../model/view.ts";
import { yearOf } from "../../state/selectors.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { useRecords } from "../records/useRecords.ts";
import { SourceList } from "../SourceList.tsx";
import { KindLinks } from "./KindLinks.tsx";
import { useOpenRecord } from "./useOpenRecord.ts";

/** What happened from 1992 on and what is planned, by year; an event takes the map to its year and places. */
export default function Timeline() {
  const { events } = useRecords();
  const item = useAppState(({ view }) => view.item);
  const year = useAppState(({ view, dataset }) => yearOf(view, dataset));
  const feature = useAppState(({ view }) => view.feature);
  const actions = useActions();
  const openRecord = useOpenRecord();
  const { t, name, year: formatYear } = useTranslator();
  const kind = eventKinds.find((candidate) => candidate === item);
  const shown = events.filter((event) => !kind || event.kind === kind);
  const years = [...new Set(shown.map(yearOfEvent))];
  const choose = (event: TimelineEvent) => {
    const eventYear = yearOfEvent(event);
    if (eventYear >= yearSpan.first && eventYear <= yearSpan.last) actions.chooseYear(eventYear);
    openRecord(event.id);
  };
  return (
    <>
      <KindLinks
        page="timeline"
        label={t("page.kinds")}
        all={events.length}
        kinds={eventKinds.map((id) => ({
          id,
          label: t(`page.event.${id}`),
          count: events.filter((event) => event.kind === id).length,
        }))}
      />
      <ol className="timeline">
        {years.map((eventYear) => (
          <li key={eventYear}>
            <h3 data-current={eventYear === year}>
              <bdi>{formatYear(eventYear)}</bdi>
            </h3>
            <ul className="rows">
              {shown
                .filter((event) => yearOfEvent(event) === eventYear)
                .map((event) => (
                  <li key={event.id} data-record-id={event.id} data-open={event.id === feature}>
                    <span className="detail">
                      <bdi dir="ltr">{event.date}</bdi> · {t(`page.event.${event.kind}`)}
                      {event.planned && <span className="tag planned">{t("page.planned")}</span>}
                    </span>
                    <button type="button" className="link event" onClick={() => choose(event)}>
                      {name(event.text)}
                    </button>
                    {event.id === feature && <SourceList ids={event.sources} />}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function yearOfEvent({ date }: TimelineEvent): number {
  return Number(date.slice(0, 4));
}
